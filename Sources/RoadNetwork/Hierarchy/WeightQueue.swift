/// Nodes waiting to be visited, the one of the smallest key first, then that of the smallest number.
///
/// A binary heap without deletion: what is out of date is skipped by the caller.
struct WeightQueue {
  struct Entry {
    let key: Int64
    let node: Int32

    static func < (a: Self, b: Self) -> Bool { (a.key, a.node) < (b.key, b.node) }
  }

  private var entries: ContiguousArray<Entry> = []

  var first: Entry? { entries.first }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func insert(_ entry: Entry) {
    var hole = entries.count
    entries.append(entry)
    while hole > 0 {
      let parent = (hole - 1) / 2
      guard entry < entries[parent] else { break }
      entries[hole] = entries[parent]
      hole = parent
    }
    entries[hole] = entry
  }

  mutating func popFirst() -> Entry? {
    guard let last = entries.popLast() else { return nil }
    guard let first = entries.first else { return last }
    var hole = 0
    while true {
      var child = 2 * hole + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, entries[child + 1] < entries[child] { child += 1 }
      guard entries[child] < last else { break }
      entries[hole] = entries[child]
      hole = child
    }
    entries[hole] = last
    return first
  }
}
