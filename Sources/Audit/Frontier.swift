/// Nodes yet to be settled, the cheapest first: a binary heap.
struct Frontier {
  private var entries: [(cost: Int, node: Int)] = []

  mutating func push(_ entry: (cost: Int, node: Int)) {
    entries.append(entry)
    var child = entries.count - 1
    while child > 0, entries[child] < entries[(child - 1) / 2] {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (cost: Int, node: Int)? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return first }
    entries[0] = last
    var parent = 0
    while true {
      let left = 2 * parent + 1
      guard left < entries.count else { return first }
      let right = left + 1
      let child = right < entries.count && entries[right] < entries[left] ? right : left
      guard entries[child] < entries[parent] else { return first }
      entries.swapAt(child, parent)
      parent = child
    }
  }
}
