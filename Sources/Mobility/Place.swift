/// A junction of the road network.
public enum Node {}
public typealias NodeID = ID<Node>

/// A directed edge of the road network.
public enum Edge {}
public typealias EdgeID = ID<Edge>

/// Where a vehicle can stop or turn, with the point that riders walk to.
public struct Place: Hashable, Sendable {
  /// The nodes that are the place: one, or each of a junction that stands in the network more than
  /// once.
  ///
  /// A vehicle is there at any of them, and goes on from any.
  public let nodes: [NodeID]
  /// The one edge over which the place is reached, if it lies at the end of that and not at the node
  /// as such; a vehicle that comes to the node another way has not reached it.
  public let approach: EdgeID?
  public let coordinate: Coordinate

  public init(node: NodeID, approach: EdgeID? = nil, coordinate: Coordinate) {
    nodes = [node]
    self.approach = approach
    self.coordinate = coordinate
  }

  /// At all nodes of a junction.
  public init(nodes: [NodeID], coordinate: Coordinate) {
    precondition(!nodes.isEmpty, "a place lies somewhere")
    self.nodes = nodes
    approach = nil
    self.coordinate = coordinate
  }

  /// The first of its nodes, which stands for all.
  public var node: NodeID { nodes[0] }
}
public typealias PlaceID = ID<Place>
