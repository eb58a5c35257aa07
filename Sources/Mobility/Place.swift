/// A junction of the road network.
public enum Node {}
public typealias NodeID = ID<Node>

/// A directed edge of the road network.
public enum Edge {}
public typealias EdgeID = ID<Edge>

/// Where a vehicle can stop or turn, with the point that riders walk to.
public struct Place: Hashable, Sendable {
  /// The node at which the place lies, and from which a vehicle goes on.
  public let node: NodeID
  /// The one edge over which the place is reached, if it lies at the end of that and not at the node
  /// as such; a vehicle that comes to the node another way has not reached it.
  public let approach: EdgeID?
  public let coordinate: Coordinate

  public init(node: NodeID, approach: EdgeID? = nil, coordinate: Coordinate) {
    self.node = node
    self.approach = approach
    self.coordinate = coordinate
  }
}
public typealias PlaceID = ID<Place>
