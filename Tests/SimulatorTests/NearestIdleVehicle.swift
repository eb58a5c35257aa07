import Dispatching
import Mobility

/// Sends the idle vehicle that is nearest by road; nobody shares a ride.
struct NearestIdleVehicle: DispatchStrategy {
  static let description = StrategyDescription(
    id: "nearest-idle", summary: "Sends the nearest idle vehicle; no shared rides.", parameters: [])

  let service: Service

  init(_ settings: StrategySettings, service: Service) { self.service = service }

  mutating func decide(in situation: Situation) -> [Decision] {
    var idle = situation.fleet.filter(\.schedule.stops.isEmpty)
    return situation.open.map { request in
      // The nearest places come first.
      let terms = service.terms(for: request)[0]
      let plans = idle.map {
        $0.following([PlannedStop(.pickup, terms), PlannedStop(.dropoff, terms)], in: service)
      }
      let nearest = plans.filter(\.schedule.isFeasible).min { distance($0) < distance($1) }
      guard let nearest else { return .refuse(request.id, .noVehicleInTime) }
      idle.removeAll { $0.vehicle.id == nearest.vehicle.id }
      return .follow(nearest.vehicle.id, nearest.schedule.route)
    }
  }

  /// Driving time to the pick-up, then the lower id.
  private func distance(_ state: VehicleState) -> (TimeSpan, VehicleID) {
    (state.schedule.halts.count > 1 ? state.schedule.halts[1].leg : .zero, state.vehicle.id)
  }
}
