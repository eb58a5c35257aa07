public import Mobility

extension TravelTimes {
  /// What one thread needs to ask for many travel times and ways; for these travel times only.
  public struct Scratch: Sendable {
    var pinned: PinnedPlace
    var way: WayAhead
    fileprivate var row: ContiguousArray<PathWeight> = []

    fileprivate init(_ times: TravelTimes) {
      pinned = PinnedPlace(times)
      way = WayAhead(times.index)
    }
  }

  public func makeScratch() -> Scratch { Scratch(self) }

  /// Replaces what is in `drives` by the driving times to the destinations, in their order.
  ///
  /// - Complexity: O(destinations), with labels times the length of a label.
  public func drives(
    from origin: PlaceID, to destinations: [PlaceID], departing: Instant,
    into drives: inout ContiguousArray<TimeSpan>, using scratch: inout Scratch
  ) {
    drives.removeAll(keepingCapacity: true)
    scratch.pinned.pin(origin)
    for destination in destinations { drives.append(scratch.pinned.drive(to: destination)) }
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
    guard case .labels(let labelled) = index.table else {
      for origin in origins {
        for destination in destinations {
          drives.append(drive(from: origin, to: destination, departing: departing))
        }
      }
      return
    }
    let targets = destinations.map { places.targets(of: $0) }
    let buckets = TargetBuckets(targets.map(\.nodes), in: labelled.labels)
    for origin in origins {
      buckets.weights(from: places.origins(of: origin), into: &scratch.row)
      for (k, destination) in destinations.enumerated() {
        let isThere = places.isSameSpot(origin, destination)
        drives.append(isThere ? .zero : (scratch.row[k] + targets[k].approach).duration)
      }
    }
  }
}
