public import Mobility

extension TravelTimes {
  /// What one thread needs to ask for many travel times at once; for these travel times only.
  public struct Scratch: Sendable {
    var pinned: PinnedOrigin?
    fileprivate var row: ContiguousArray<PathWeight> = []
  }

  public func makeScratch() -> Scratch { Scratch(pinned: labelled.map { PinnedOrigin($0.labels) }) }

  /// Replaces what is in `drives` by the driving times to the destinations, in their order.
  ///
  /// - Complexity: O(destinations), with labels times the length of a label.
  public func drives(
    from origin: PlaceID, to destinations: [PlaceID], departing: Instant,
    into drives: inout ContiguousArray<TimeSpan>, using scratch: inout Scratch
  ) {
    drives.removeAll(keepingCapacity: true)
    guard scratch.pinned != nil else {
      for destination in destinations {
        drives.append(drive(from: origin, to: destination, departing: departing))
      }
      return
    }
    scratch.pinned?.pin(places[origin])
    for destination in destinations {
      if let weight = scratch.pinned?.weight(to: places[destination]) {
        drives.append(weight.duration)
      }
    }
  }

  /// Replaces what is in `drives` by all driving times, row-major: row = origin.
  ///
  /// - Complexity: O(origins * destinations), with labels times the hubs that a pair shares.
  public func drives(
    from origins: [PlaceID], to destinations: [PlaceID], departing: Instant,
    into drives: inout ContiguousArray<TimeSpan>, using scratch: inout Scratch
  ) {
    drives.removeAll(keepingCapacity: true)
    drives.reserveCapacity(origins.count * destinations.count)
    guard let labelled else {
      for origin in origins {
        for destination in destinations {
          drives.append(drive(from: origin, to: destination, departing: departing))
        }
      }
      return
    }
    let buckets = TargetBuckets(destinations.map { places[$0] }, in: labelled.labels)
    for origin in origins {
      buckets.weights(from: places[origin], into: &scratch.row)
      drives.append(contentsOf: scratch.row.lazy.map(\.duration))
    }
  }
}
