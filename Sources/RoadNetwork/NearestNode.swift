public import Mobility

extension RoadNetwork {
  /// The node nearest to a point, the first of those as near; `nil` when there is no node.
  ///
  /// - Complexity: O(n).
  public func nearestNode(to point: Coordinate) -> NodeID? {
    coordinates.ids.map { (FlatEarth.squaredDistance(coordinates[$0], point), $0) }
      .min { ($0.0, $0.1) < ($1.0, $1.1) }?.1
  }
}
