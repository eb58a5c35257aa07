import Dispatching
import Mobility
import RoadNetwork

/// Turns the routes that a strategy wants into plans, or says which rule they break.
struct DecisionCheck {
  let requests: Column<Request, Request>
  let service: Service
  let members: Column<Vehicle, FleetMember>
  let riders: RiderBook
  let now: Instant

  /// A vehicle's new plan, with the requests that are new to it.
  struct Plan {
    let vehicle: VehicleID
    let schedule: Schedule
  }

  /// What the decisions of one call come to.
  typealias Outcome = (
    plans: [Plan], moves: [(vehicle: VehicleID, place: PlaceID)], refusals: [(RequestID, Refusal)]
  )

  func plans(
    for decisions: [Decision], using scratch: inout TravelTimes.Scratch
  ) throws(Broken) -> Outcome {
    var plans: [Plan] = []
    var moves: [(vehicle: VehicleID, place: PlaceID)] = []
    var refusals: [(RequestID, Refusal)] = []
    var decided: Set<VehicleID> = []
    for decision in decisions {
      switch decision {
      case .refuse(let request, let reason):
        guard isOpen(request), !refusals.contains(where: { $0.0 == request }) else {
          throw Broken(.requestNotOpen(request))
        }
        refusals.append((request, reason))
      case .follow(let vehicle, let route):
        guard decided.insert(vehicle).inserted else { throw Broken(.vehicleDecidedTwice(vehicle)) }
        let schedule = try schedule(of: route, for: vehicle, using: &scratch)
        plans.append(Plan(vehicle: vehicle, schedule: schedule))
      case .reposition(let vehicle, let place):
        guard decided.insert(vehicle).inserted else { throw Broken(.vehicleDecidedTwice(vehicle)) }
        try checkMove(of: vehicle, to: place)
        moves.append((vehicle, place))
      }
    }
    try checkEveryoneIsServedOnce(by: plans, besides: refusals.map(\.0))
    return (plans, moves, refusals)
  }

  struct Broken: Error {
    let rule: StrategyError.Rule
    init(_ rule: StrategyError.Rule) { self.rule = rule }
  }

  /// Only who stands idle can be sent elsewhere, and only so that the shift still ends in time.
  private func checkMove(of vehicle: VehicleID, to place: PlaceID) throws(Broken) {
    guard vehicle.index < members.count, members[vehicle].isIdle(at: now),
      case .standing(let here) = members[vehicle].phase
    else { throw Broken(.vehicleNotIdle(vehicle)) }
    guard place.index < service.travelTimes.placeCount, place != here else {
      throw Broken(.cannotWaitThere(vehicle, place))
    }
    let own = members[vehicle].vehicle
    guard service.canWait(own, at: place, from: here, departing: now) else {
      throw Broken(.limitBroken(vehicle, "\(Violation.endsShiftTooLate)"))
    }
  }

  private func schedule(
    of route: Route, for vehicle: VehicleID, using scratch: inout TravelTimes.Scratch
  ) throws(Broken) -> Schedule {
    guard vehicle.index < members.count, members[vehicle].isAvailable else {
      throw Broken(.vehicleNotAvailable(vehicle))
    }
    let member = members[vehicle]
    if case .underWay(let leg) = member.phase, !service.rules.diversion,
      route.first?.place != leg.to
    {
      throw Broken(.leavesCommittedPlace(vehicle, leg.to))
    }
    var stops: ContiguousArray<PlannedStop> = []
    for stop in route {
      let terms = try terms(of: stop, on: route, for: member)
      let planned = PlannedStop(stop.purpose, terms)
      guard planned.place == stop.place else { throw Broken(.otherPlaceThanPromised(stop.request)) }
      stops.append(planned)
    }
    let turning = member.trail(to: now, in: service, using: &scratch)
    let anchor =
      turning.map { Anchor.passing($0.place, at: $0.time) }
      ?? member.anchor(at: now, rules: service.rules)
    let plan = Schedule(
      stops, of: member.vehicle, from: anchor, aboard: member.aboard, in: service)
    if let limit = plan.violations.first { throw Broken(.limitBroken(vehicle, "\(limit)")) }
    return plan
  }

  private func isOpen(_ request: RequestID) -> Bool {
    guard request.index < riders.count, case .open = riders[request] else { return false }
    return true
  }

  private func terms(
    of stop: Stop, on route: Route, for member: FleetMember
  ) throws(Broken) -> Terms {
    let id = stop.request
    let own = route.filter { $0.request == id }
    if let party = member.aboard.first(where: { $0.terms.request == id }) {
      guard own.map(\.purpose) == [.dropoff] else { throw Broken(.stopsOutOfOrder(id)) }
      return party.terms
    }
    guard own.map(\.purpose) == [.pickup, .dropoff] else { throw Broken(.stopsOutOfOrder(id)) }
    guard id.index < requests.count else { throw Broken(.requestNotOpen(id)) }
    if case .promised(let promise, _) = riders[id] { return promise.terms }
    guard isOpen(id) else { throw Broken(.requestNotOpen(id)) }
    let choices = service.terms(for: requests[id])
    guard
      let chosen = choices.first(where: { $0.pickup == own[0].place && $0.dropoff == own[1].place })
    else { throw Broken(.otherPlaceThanPromised(id)) }
    return chosen
  }

  /// Nobody on two routes, nobody promised on none.
  private func checkEveryoneIsServedOnce(
    by plans: [Plan], besides refused: [RequestID]
  ) throws(Broken) {
    var served = Set(refused)
    for plan in plans {
      for stop in plan.schedule.stops where stop.purpose == .pickup {
        let request = stop.terms.request
        let other = riders.vehicle(promisedTo: request).flatMap { vehicle in
          plans.contains { $0.vehicle == vehicle } ? nil : vehicle
        }
        guard served.insert(request).inserted, other == nil else {
          throw Broken(.servedTwice(request))
        }
      }
    }
    for plan in plans {
      for stop in members[plan.vehicle].stops where stop.purpose == .pickup {
        guard served.contains(stop.terms.request) else {
          throw Broken(.promiseDropped(stop.terms.request))
        }
      }
    }
  }
}
