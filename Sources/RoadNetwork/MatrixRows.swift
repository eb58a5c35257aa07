import Mobility

/// The rows of a matrix between places while it is filled.
struct MatrixRows {
  private let places: Column<Place, NodeID>
  /// Row-major: row = origin, column = destination.
  private(set) var durations: ContiguousArray<TimeSpan> = []
  private(set) var lengths: ContiguousArray<Meters> = []

  init(places: Column<Place, NodeID>) {
    self.places = places
    durations.reserveCapacity(places.count * places.count)
    lengths.reserveCapacity(places.count * places.count)
  }

  /// One search for each row; false once a place cannot be reached.
  mutating func fill(searching network: RoadNetwork) -> Bool {
    for origin in places.values {
      let paths = ShortestPaths(from: origin, in: network)
      for destination in places.values {
        guard let duration = paths.duration[destination] else { return false }
        durations.append(duration)
        lengths.append(paths.length[destination])
      }
    }
    return true
  }

  /// One sweep for each row; false once a place cannot be reached.
  mutating func fill(sweeping index: RoutingIndex) -> Bool {
    var sweep = HierarchySweep(index)
    for origin in places.values {
      sweep.run(from: origin)
      for destination in places.values {
        let weight = sweep[destination]
        guard weight < .none else { return false }
        durations.append(weight.duration)
        lengths.append(weight.length)
      }
    }
    return true
  }
}
