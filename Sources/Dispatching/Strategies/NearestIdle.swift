public import Mobility
import RoadNetwork

/// Sends the idle vehicle that can be at the pick-up first; nobody shares a ride.
///
/// The honest baseline of every comparison: what a dispatcher of taxis does. Ties go to the vehicle
/// with the lowest id.
public struct NearestIdle: DispatchStrategy {
  public static let description = StrategyDescription(
    id: "nearest", summary: "Sends the nearest idle vehicle; nobody shares a ride.",
    parameters: [])

  private let service: Service
  /// By vehicle; made at the first question, when the fleet is known.
  private var idle: ContiguousArray<VehicleState?> = []
  private var scratch: TravelTimes.Scratch

  public init(_ settings: StrategySettings, service: Service) {
    self.service = service
    scratch = service.travelTimes.makeScratch()
  }

  public mutating func decide(in situation: Situation) -> [Decision] {
    if idle.isEmpty { idle = .init(repeating: nil, count: situation.vehicles.count) }
    for vehicle in situation.changed {
      let state = situation.vehicles[vehicle]
      idle[vehicle.index] = state.flatMap { $0.schedule.stops.isEmpty ? $0 : nil }
    }
    return situation.open.map { request in
      // The nearest places come first.
      let terms = service.terms(for: request)[0]
      guard let plan = nearestPlan(for: terms, at: situation.now) else {
        return .refuse(request.id, .noVehicleInTime)
      }
      idle[plan.vehicle.id.index] = nil
      return .follow(plan.vehicle.id, plan.schedule.route)
    }
  }

  private mutating func nearestPlan(for terms: Terms, at now: Instant) -> VehicleState? {
    let cells = service.travelTimes.cells
    let pickup = cells.spot(of: terms.pickup)
    var best: (arrival: Instant, plan: VehicleState)?
    for state in idle {
      guard var state else { continue }
      let leaves = max(state.anchor.leaves, now)
      let least = cells.least(from: state.schedule.halts[0].spot, to: pickup)
      if let best, leaves + least >= best.arrival { continue }
      let arrival =
        leaves
        + service.travelTimes.drive(
          from: state.anchor.place, to: terms.pickup, departing: leaves)
      if let best, arrival >= best.arrival { continue }
      state.advance(to: now, in: service, using: &scratch)
      let plan = state.following(
        [PlannedStop(.pickup, terms), PlannedStop(.dropoff, terms)], in: service)
      if plan.schedule.isFeasible { best = (arrival, plan) }
    }
    return best?.plan
  }
}
