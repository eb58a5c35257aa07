public import Mobility

extension TravelTimes {
  /// A given place as it was given, or a turning point at the coordinate of its node.
  public func place(_ id: PlaceID) -> Place {
    guard id.index >= givenPlaceCount else { return places.given[id] }
    let node = node(of: id)
    return Place(
      node: node, approach: approach(of: id), coordinate: places.network.coordinates[node])
  }

  /// Where the place lies, and from where a vehicle goes on.
  public func node(of place: PlaceID) -> NodeID { places.node(of: place) }

  /// The edge over which alone the place is reached, if there is one.
  public func approach(of place: PlaceID) -> EdgeID? { places.approach(of: place) }

  /// The turning point of a node; `nil` unless there is one for each node.
  public func turningPoint(at node: NodeID) -> PlaceID? { places.turningPoint(at: node) }

  /// The turning point that a vehicle reaches over an edge; `nil` where it can turn nowhere.
  public func turningPoint(after edge: EdgeID) -> PlaceID? { places.turningPoint(after: edge) }

  /// Whether the two places have the same node and approach, so that the drive is zero.
  public func isSameSpot(_ a: PlaceID, _ b: PlaceID) -> Bool { places.isSameSpot(a, b) }
}
