public import Mobility

/// A rectangle of streets that cross at even distances, for small scenarios and tests.
public struct GridNetwork: Hashable, Sendable {
  /// Crossings from west to east.
  public let columns: Int
  /// Crossings from south to north.
  public let rows: Int
  public let spacing: Meters
  /// How long a vehicle takes from one crossing to the next.
  public let block: TimeSpan
  public let southWest: Coordinate

  public init(columns: Int, rows: Int, spacing: Meters, block: TimeSpan, southWest: Coordinate) {
    precondition(columns > 0 && rows > 0, "a grid has at least one crossing")
    precondition(spacing > .zero && block > .zero, "a block has a length and takes time")
    self.columns = columns
    self.rows = rows
    self.spacing = spacing
    self.block = block
    self.southWest = southWest
  }

  /// The crossing of a column and a row, both from 0 in the south-west.
  public func node(column: Int, row: Int) -> NodeID {
    precondition((0..<columns).contains(column) && (0..<rows).contains(row), "outside the grid")
    return NodeID(row * columns + column)
  }

  /// Local roads in both directions between neighbours.
  public var network: RoadNetwork {
    var coordinates = ContiguousArray<Coordinate>()
    var roads: [RoadNetwork.Road] = []
    for row in 0..<rows {
      for column in 0..<columns {
        coordinates.append(coordinate(column: column, row: row))
        let here = node(column: column, row: row)
        if column + 1 < columns { roads += both(here, node(column: column + 1, row: row)) }
        if row + 1 < rows { roads += both(here, node(column: column, row: row + 1)) }
      }
    }
    return RoadNetwork(coordinates: Column(coordinates), roads: roads)
  }

  public func coordinate(column: Int, row: Int) -> Coordinate {
    let step = Double(spacing.count) / FlatEarth.metersPerDegree
    let cosine = FlatEarth.cosine(degrees: southWest.latitude)
    return Coordinate(
      latitude: southWest.latitude + Double(row) * step,
      longitude: southWest.longitude + Double(column) * step / cosine)
  }

  private func both(_ a: NodeID, _ b: NodeID) -> [RoadNetwork.Road] {
    [(a, b), (b, a)].map {
      RoadNetwork.Road(
        from: $0.0, to: $0.1, duration: block, length: spacing, roadClass: .local)
    }
  }
}
