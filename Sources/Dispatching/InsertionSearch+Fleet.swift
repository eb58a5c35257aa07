public import Mobility

extension InsertionSearch {
  /// The cheapest insertion over all vehicles and all pairs of places; the first one wins ties.
  public mutating func bestInsertion(
    of request: Request, into fleet: [VehicleState]
  ) -> (position: Int, insertion: Insertion)? {
    let choices = service.terms(for: request)
    var best: (position: Int, insertion: Insertion)?
    for position in fleet.indices {
      for terms in choices {
        guard let found = bestInsertion(of: terms, into: fleet[position]) else { continue }
        if let best, found.cost >= best.insertion.cost { continue }
        best = (position, found)
      }
    }
    return best
  }

  /// Inserts the requests in order, each at the least cost.
  public mutating func insertAll(
    _ requests: [Request], in situation: Situation
  ) -> (plan: FleetPlan, unserved: [Unserved]) {
    var plan = FleetPlan(fleet: situation.fleet)
    var unserved: [Unserved] = []
    for request in requests {
      guard let (position, insertion) = bestInsertion(of: request, into: plan.fleet)
      else {
        let now = Situation(now: situation.now, open: [], fleet: plan.fleet)
        unserved.append(
          Unserved(
            request: request.id, riders: request.riders,
            reason: now.bindingLimit(of: request, in: service)))
        continue
      }
      let state = plan.fleet[position]
      plan.fleet[position] = state.following(
        insertion.inserted(into: state.schedule.stops), in: service)
      if !plan.changed.contains(position) { plan.changed.append(position) }
    }
    plan.changed.sort()
    return (plan, unserved)
  }
}
