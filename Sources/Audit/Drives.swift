import Mobility

/// The fastest drives between places, the shorter one where two are equally fast.
///
/// A cost is one whole number: milliseconds in the upper half, metres in the lower, so that plain
/// addition and comparison are lexicographic.
struct Drives: Sendable {
  struct Drive: Hashable, Sendable {
    let ms: Int
    let metres: Int
  }

  private let placeCount: Int
  /// Row-major: row = origin, column = destination; `Int.max` where there is no way.
  private let costs: [Int]

  init(roads: [AuditInputs.Road], places: Column<Place, NodeID>) {
    var roadsFrom: [[AuditInputs.Road]] = []
    func index(of node: NodeID) -> Int {
      while roadsFrom.count <= node.index { roadsFrom.append([]) }
      return node.index
    }
    for road in roads {
      _ = index(of: road.head)
      roadsFrom[index(of: road.tail)].append(road)
    }
    for node in places.values { _ = index(of: node) }

    var costs: [Int] = []
    costs.reserveCapacity(places.count * places.count)
    for origin in places.values {
      let fromHere = Self.costs(from: origin, roadsFrom)
      costs.append(contentsOf: places.values.lazy.map { fromHere[$0.index] ?? .max })
    }
    placeCount = places.count
    self.costs = costs
  }

  func callAsFunction(from origin: PlaceID, to destination: PlaceID) -> Drive? {
    let cost = costs[origin.index * placeCount + destination.index]
    return cost == .max ? nil : Drive(ms: cost >> 32, metres: cost & 0xFFFF_FFFF)
  }

  /// Dijkstra's algorithm, by node.
  private static func costs(from source: NodeID, _ roadsFrom: [[AuditInputs.Road]]) -> [Int?] {
    var costs = [Int?](repeating: nil, count: roadsFrom.count)
    var frontier = Frontier()
    frontier.push((0, source.index))
    while let (cost, node) = frontier.pop() {
      guard costs[node] == nil else { continue }
      costs[node] = cost
      for road in roadsFrom[node] where costs[road.head.index] == nil {
        let step = road.duration.ms << 32 + Int(road.length.count)
        frontier.push((cost + step, road.head.index))
      }
    }
    return costs
  }
}

/// Nodes yet to be settled, the cheapest first: a binary heap.
private struct Frontier {
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
