import Mobility
import RoadNetwork

extension FleetSearch {
  /// The limit that keeps the request from being served as the vehicles' plans stand.
  ///
  /// The first of seats, ride time and shift end without which some vehicle had a place for it.
  /// - Complexity: three searches of each vehicle that could be at a pick-up place in time.
  mutating func bindingLimit(of request: Request, at now: Instant) -> Refusal {
    let reachable = states.ids.filter { canReach($0, request, now) }
    let reasons: [Refusal] = [.seats, .rideTime, .shiftEnd]
    return reasons.first { reason in
      reachable.contains { canServe(request, with: $0, ignoring: reason, now) }
    } ?? .noVehicleInTime
  }

  private func canReach(_ vehicle: VehicleID, _ request: Request, _ now: Instant) -> Bool {
    guard let state = states[vehicle] else { return false }
    return service.terms(for: request).contains { terms in
      let least = cells.least(
        from: state.schedule.halts[0].spot, to: cells.spot(of: terms.pickup))
      return max(state.anchor.arrival + least, now) <= terms.latestBoarding
    }
  }

  private mutating func canServe(
    _ request: Request, with vehicle: VehicleID, ignoring limit: Refusal, _ now: Instant
  ) -> Bool {
    guard var state = states[vehicle]?.ignoring(limit) else { return false }
    if !search.mayDelay { state = state.withoutSlack() }
    return service.terms(for: request).contains { terms in
      var state = state
      return search.bestInsertion(
        of: terms.ignoring(limit), into: &state, at: now, costingAtMost: .max) != nil
    }
  }
}

extension Terms {
  fileprivate func ignoring(_ limit: Refusal) -> Terms {
    guard limit == .rideTime else { return self }
    var terms = self
    terms.rideLimit = .unlimited
    return terms
  }
}
