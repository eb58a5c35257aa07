import Dispatching
import Mobility

extension EpochProblem {
  /// Plans with requests put in one by one, each where it costs least, and those that fit nowhere.
  struct Insertions {
    let plans: [VehicleState]
    let unserved: [Unserved]
    /// Pairs of positions looked at.
    let tried: Int
  }

  func inserting(_ requests: [Request], into plans: [VehicleState]) -> Insertions {
    guard !requests.isEmpty else { return Insertions(plans: plans, unserved: [], tried: 0) }
    var search = FleetSearch(service: service, vehicleCount: vehicleCount)
    for state in plans { search.update(state.vehicle.id, state) }
    let (changed, unserved) = search.insertAll(requests, at: now)
    let inserted = plans.map { state in
      changed.first { $0.vehicle.id == state.vehicle.id } ?? state
    }
    return Insertions(plans: inserted, unserved: unserved, tried: search.tried)
  }

  /// The same for the open requests that the plans do not serve yet: what the limits of a search left
  /// out may still fit.
  func insertingTheRest(into plans: [VehicleState]) -> Insertions {
    let served = Set(plans.flatMap { $0.schedule.stops.map(\.terms.request) })
    return inserting(open.filter { !served.contains($0.id) }, into: plans)
  }

  /// What turns the present plans into these.
  func decisions(following plans: [VehicleState]) -> [Decision] {
    zip(plans, fleet).filter { $0.schedule.stops != $1.schedule.stops }
      .map { .follow($0.0.vehicle.id, $0.0.schedule.route) }
  }
}
