public import Mobility

/// Exact driving times between the places of a service: a dense matrix over the road network.
///
/// Total: it can be made only where every place reaches every other.
public struct TravelTimes: Sendable {
  public let placeCount: Int
  /// Row-major: row = origin, column = destination.
  @usableFromInline let durations: ContiguousArray<TimeSpan>
  let lengths: ContiguousArray<Meters>

  /// - Returns: `nil` when some place cannot be reached from another.
  /// - Complexity: one Dijkstra search per place.
  public init?(_ network: RoadNetwork, between places: Column<Place, Place>) {
    var durations = ContiguousArray<TimeSpan>()
    var lengths = ContiguousArray<Meters>()
    durations.reserveCapacity(places.count * places.count)
    lengths.reserveCapacity(places.count * places.count)
    for origin in places.values {
      let paths = ShortestPaths(from: origin.node, in: network)
      for destination in places.values {
        guard let duration = paths.duration[destination.node] else { return nil }
        durations.append(duration)
        lengths.append(paths.length[destination.node])
      }
    }
    placeCount = places.count
    self.durations = durations
    self.lengths = lengths
  }

  /// The shortest driving time for a vehicle that leaves at `departing`.
  @inlinable
  public func drive(from origin: PlaceID, to destination: PlaceID, departing: Instant) -> TimeSpan {
    durations[origin.index * placeCount + destination.index]
  }

  /// The length of the road that `drive` takes.
  public func length(from origin: PlaceID, to destination: PlaceID, departing: Instant) -> Meters {
    lengths[origin.index * placeCount + destination.index]
  }
}
