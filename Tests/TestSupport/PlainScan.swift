public import Dispatching
public import Mobility

/// The cheapest insertion over all vehicles by trying every pair of positions and replaying it.
public struct PlainScan {
  public let vehicle: VehicleID
  public let cost: Cost

  public init?(
    of request: Request, into fleet: [VehicleState], in service: Service, mayDelay: Bool = true
  ) {
    var best: (cost: Cost, vehicle: VehicleID)?
    for terms in service.terms(for: request) {
      for state in fleet {
        let cost = Self.leastCost(of: terms, into: state, in: service, mayDelay: mayDelay)
        guard let cost else { continue }
        let found = (cost, state.vehicle.id)
        if best.map({ found < $0 }) ?? true { best = found }
      }
    }
    guard let best else { return nil }
    (cost, vehicle) = best
  }

  /// `nil` when no pair of positions is feasible; without `mayDelay` also those are not that make
  /// someone board or arrive later than planned.
  public static func leastCost(
    of terms: Terms, into state: VehicleState, in service: Service, mayDelay: Bool = true
  ) -> Cost? {
    let stops = state.schedule.stops
    // Stops that are made in one halt stay together, but a vehicle may leave before its first one.
    var ends = state.schedule.halts.indices.map { state.schedule.stops(ofHalt: $0).upperBound }
    if !state.anchor.isCommitted, ends[0] > 0 { ends.insert(0, at: 0) }
    let before = RouteReplay(
      stops, of: state.vehicle, from: state.anchor, aboard: state.aboard, in: service)
    var least: Cost?
    for (k, pickup) in ends.enumerated() {
      for dropoff in ends[k...] {
        let longer = Insertion(
          cost: 0, terms: terms, boarding: terms.ready, arrival: terms.ready,
          pickupPosition: pickup, dropoffPosition: dropoff
        ).inserted(into: stops)
        let after = RouteReplay(
          longer, of: state.vehicle, from: state.anchor, aboard: state.aboard, in: service)
        guard after.isFeasible, mayDelay || after.isNowhereLater(than: before) else { continue }
        least = min(least ?? .max, after.cost - before.cost)
      }
    }
    return least
  }
}

extension RouteReplay {
  fileprivate func isNowhereLater(than other: Self) -> Bool {
    other.boarding.allSatisfy { request, time in boarding[request, default: .distantFuture] <= time
    }
      && other.arrival.allSatisfy { request, time in
        arrival[request, default: .distantFuture] <= time
      }
  }
}
