public import Mobility

extension TravelTimes {
  /// The edges that `drive` takes, the approach of the destination last; none between places of one
  /// node unless there is an approach.
  public func path(from origin: PlaceID, to destination: PlaceID, departing: Instant) -> [EdgeID] {
    var way = WayAhead(index)
    return path(from: origin, to: destination, along: &way)
  }

  /// The same, without making room for it at each call.
  ///
  /// - Complexity: with labels, the lengths of the labels of all nodes beside the path.
  public func path(
    from origin: PlaceID, to destination: PlaceID, departing: Instant,
    using scratch: inout Scratch
  ) -> [EdgeID] {
    path(from: origin, to: destination, along: &scratch.way)
  }

  private func path(
    from origin: PlaceID, to destination: PlaceID, along way: inout WayAhead
  ) -> [EdgeID] {
    guard !places.isSameSpot(origin, destination) else { return [] }
    var (node, rest) = way.start(from: origin, to: destination)
    way.lead(to: destination, from: node)
    var path: [EdgeID] = []
    while let edge = way.edge(from: node, rest: rest) {
      path.append(edge)
      rest = rest - places.network.weight(of: edge)
      node = places.network.head[edge]
    }
    return path
  }
}
