public import Mobility
public import RoadNetwork

/// A square town of 100 m blocks with a main road along every tenth line.
///
/// Each block and direction has its own speed: 35 to 50 km/h on main roads, 12 to 30 km/h elsewhere.
public struct StreetGrid: Sendable {
  public let network: RoadNetwork

  public init(side: Int, seed: Int) {
    var numbers = SeededGenerator(seed: seed)
    var roads: [RoadNetwork.Road] = []
    func connect(_ a: Int, _ b: Int, line: Int) {
      let isMain = line % 10 == 0
      let speeds = isMain ? 35_000...50_000 : 12_000...30_000
      for (from, to) in [(a, b), (b, a)] {
        let metersPerHour = Int.random(in: speeds, using: &numbers)
        roads.append(
          RoadNetwork.Road(
            from: NodeID(from), to: NodeID(to),
            duration: TimeSpan(milliseconds: Int32(100 * 3_600_000 / metersPerHour)),
            length: Meters(100), roadClass: isMain ? .primary : .local))
      }
    }
    var coordinates: [Coordinate] = []
    for row in 0..<side {
      for column in 0..<side {
        let here = row * side + column
        coordinates.append(
          Coordinate(latitude: 0.0009 * Double(row), longitude: 0.0009 * Double(column)))
        if column + 1 < side { connect(here, here + 1, line: row) }
        if row + 1 < side { connect(here, here + side, line: column) }
      }
    }
    network = RoadNetwork(coordinates: Column(coordinates), roads: roads)
  }

  /// A place at each node.
  public var places: Column<Place, Place> {
    Column(
      network.coordinates.ids.map { Place(node: $0, coordinate: network.coordinates[$0]) })
  }
}
