public import Mobility

extension FleetSearch {
  /// Inserts the request where it costs least; returns the vehicle's new plan, or why there is none.
  public mutating func insert(
    _ request: Request, at now: Instant
  ) -> Result<VehicleState, Unserved> {
    guard let found = bestInsertion(of: request, at: now), var state = states[found.vehicle] else {
      return .failure(
        Unserved(
          request: request.id, riders: request.riders, reason: bindingLimit(of: request, at: now)))
    }
    search.advance(&state, to: now)
    let insertion = found.insertion.settled(by: service.rules)
    state = state.following(insertion.inserted(into: state.schedule.stops), in: service)
    update(found.vehicle, state)
    insertedCost += found.insertion.cost
    return .success(state)
  }

  /// Inserts the requests in order, each where it costs least; the vehicles whose plans changed are in
  /// order of their ids.
  public mutating func insertAll(
    _ requests: [Request], at now: Instant
  ) -> (changed: [VehicleState], unserved: [Unserved]) {
    var changed: [VehicleState] = []
    var unserved: [Unserved] = []
    for request in requests {
      switch insert(request, at: now) {
      case .success(let state):
        changed.removeAll { $0.vehicle.id == state.vehicle.id }
        changed.append(state)
      case .failure(let refused): unserved.append(refused)
      }
    }
    changed.sort { $0.vehicle.id < $1.vehicle.id }
    return (changed, unserved)
  }
}

/// A request without a place in any plan.
public struct Unserved: Error, Hashable, Sendable {
  public let request: RequestID
  public let riders: Int
  /// The limit that binds.
  public let reason: Refusal
}
