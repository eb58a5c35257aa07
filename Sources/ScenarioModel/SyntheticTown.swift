public import Mobility
public import RoadNetwork

/// A road network made from a plan: plausible, and nowhere a map of the real streets.
public struct SyntheticTown: Sendable {
  /// A junction where people of a block live.
  public struct Homes: Hashable, Sendable {
    public let node: NodeID
    /// A position in the plan's blocks.
    public let block: Int
    public let residents: Double

    public init(node: NodeID, block: Int, residents: Double) {
      self.node = node
      self.block = block
      self.residents = residents
    }
  }

  /// Rounded to a millionth of a degree, all different.
  public let coordinates: Column<Node, Coordinate>
  public let roads: [RoadNetwork.Road]
  /// In order of their nodes.
  public let homes: [Homes]

  public init(
    coordinates: Column<Node, Coordinate>, roads: [RoadNetwork.Road], homes: [Homes]
  ) {
    self.coordinates = coordinates
    self.roads = roads
    self.homes = homes
  }

  public var network: RoadNetwork { RoadNetwork(coordinates: coordinates, roads: roads) }
}
