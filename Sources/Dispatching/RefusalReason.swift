public import Mobility

extension Situation {
  /// The limit that keeps the request from being served as the vehicles' plans stand.
  ///
  /// The first of seats, ride time and shift end without which some vehicle had a place for it.
  /// - Complexity: builds a schedule for every pair of positions.
  public func bindingLimit(of request: Request, in service: Service) -> Refusal {
    var found = Refusal.noVehicleInTime
    for terms in service.terms(for: request) {
      for state in fleet {
        for limits in state.limitsBroken(by: terms, in: service) {
          if limits == [.seats] { return .seats }
          if limits == [.rideTime] { found = .rideTime }
          if limits == [.shiftEnd], found == .noVehicleInTime { found = .shiftEnd }
        }
      }
    }
    return found
  }
}

extension VehicleState {
  /// The kinds of limit that each way to insert the request would break.
  fileprivate func limitsBroken(by terms: Terms, in service: Service) -> [Set<Refusal>] {
    let first = committedStops
    let stops = schedule.stops
    return (first...stops.count).flatMap { pickup in
      (pickup...stops.count).map { dropoff in
        let insertion = Insertion(
          cost: 0, terms: terms, boarding: terms.ready, pickupPosition: pickup,
          dropoffPosition: dropoff)
        let plan = following(insertion.inserted(into: stops), in: service).schedule
        return Set(plan.violations.map(\.limit))
      }
    }
  }
}

extension Violation {
  fileprivate var limit: Refusal {
    switch self {
    case .tooManyRiders: .seats
    case .ridesTooLong: .rideTime
    case .endsShiftTooLate: .shiftEnd
    case .boardsTooLate, .arrivesTooLate, .alightsWithoutPickup, .alightsWithoutArrival,
      .leavesAboard:
      .noVehicleInTime
    }
  }
}
