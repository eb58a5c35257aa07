import Mobility
import Synchronization

/// The fastest drives between places, the shorter one where two are equally fast.
///
/// Drives from a place are worked out when the first of them is asked for. A cost is one whole
/// number: milliseconds in the upper half, metres in the lower, so that plain addition and
/// comparison are lexicographic.
final class Drives: Sendable {
  struct Drive: Hashable, Sendable {
    let ms: Int
    let metres: Int

    static let none = Drive(ms: 0, metres: 0)

    static func + (a: Self, b: Self) -> Self { Drive(ms: a.ms + b.ms, metres: a.metres + b.metres) }
  }

  /// By destination; `Int.max` where there is no way.
  private typealias Row = [Int]

  private let places: Column<Place, [NodeID]>
  private let roadsFrom: [[AuditInputs.Road]]
  /// By origin.
  private let rows: Mutex<[Row?]>
  /// More rows are not kept: 512 MB.
  private static let mostCosts = 1 << 26

  init(roads: [AuditInputs.Road], places: Column<Place, [NodeID]>) {
    var roadsFrom: [[AuditInputs.Road]] = []
    func index(of node: NodeID) -> Int {
      while roadsFrom.count <= node.index { roadsFrom.append([]) }
      return node.index
    }
    for road in roads {
      _ = index(of: road.head)
      roadsFrom[index(of: road.tail)].append(road)
    }
    for node in places.values.joined() { _ = index(of: node) }
    self.places = places
    self.roadsFrom = roadsFrom
    rows = Mutex(Array(repeating: nil, count: places.count))
  }

  /// - Complexity: one Dijkstra search for each origin.
  func callAsFunction(from origin: PlaceID, to destination: PlaceID) -> Drive? {
    let cost = row(from: origin)[destination.index]
    return cost == .max ? nil : Drive(ms: cost >> 32, metres: cost & 0xFFFF_FFFF)
  }

  private func row(from origin: PlaceID) -> Row {
    if let row = rows.withLock({ $0[origin.index] }) { return row }
    let costs = costs(from: places[origin])
    let row = places.values.map { nodes in nodes.compactMap { costs[$0.index] }.min() ?? .max }
    rows.withLock { rows in
      if rows.count(where: { $0 != nil }) * places.count >= Self.mostCosts {
        for index in rows.indices { rows[index] = nil }
      }
      rows[origin.index] = row
    }
    return row
  }

  /// Dijkstra's algorithm from the nearest of some nodes, by node.
  private func costs(from sources: [NodeID]) -> [Int?] {
    var costs = [Int?](repeating: nil, count: roadsFrom.count)
    var frontier = Frontier()
    for source in sources { frontier.push((0, source.index)) }
    while let (cost, node) = frontier.pop() {
      guard costs[node] == nil else { continue }
      costs[node] = cost
      for road in roadsFrom[node] where costs[road.head.index] == nil {
        let step = road.duration.ms << 32 + Int(road.length.count)
        // Longer ways are none: they take days, and no number holds them.
        guard (cost + step) >> 32 < TimeSpan.unlimited.ms else { continue }
        frontier.push((cost + step, road.head.index))
      }
    }
    return costs
  }
}
