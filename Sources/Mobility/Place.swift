/// A junction of the road network.
public enum Node {}
public typealias NodeID = ID<Node>

/// Where a vehicle can stop: a node of the road network with the point that riders walk to.
public struct Place: Hashable, Sendable {
  public let node: NodeID
  public let coordinate: Coordinate

  public init(node: NodeID, coordinate: Coordinate) {
    self.node = node
    self.coordinate = coordinate
  }
}
public typealias PlaceID = ID<Place>
