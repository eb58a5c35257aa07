public import Dispatching
public import Journal
public import Mobility
import RoadNetwork

/// One service day of a fleet under a strategy.
///
/// A loop over an agenda: bookings reach the strategy, its decisions are checked and carried out,
/// and everything that happens goes into the trace. A vehicle has one event in the agenda that
/// counts; changing its stops replaces it.
public struct Simulation {
  /// What a run leaves behind.
  public struct Outcome: Sendable {
    public let trace: Trace
    public let effort: Effort
    /// Time spent in the strategy; nothing in the trace depends on it.
    public let decisionTime: Duration

    /// What the day took, counted in events.
    public var work: Int { trace.records.count + effort.asManyEvents }
  }

  var requests: Column<Request, Request>
  let service: Service
  private var strategy: any DispatchStrategy
  let strategyID: String
  /// Where idle vehicles wait; `nil` where they stay.
  var parking: Parking?

  var agenda = Agenda()
  var members: Column<Vehicle, FleetMember>
  /// Booked and not answered yet, in order of booking.
  private var open: [RequestID] = []
  private var promises: Column<Request, Promise?>
  /// Who is to pick up a promised request, until it boards.
  var assigned: Column<Request, VehicleID?>
  /// The vehicles as strategies see them; those that have changed are brought up to date when asked.
  private var states: Column<Vehicle, VehicleState?>
  /// Those to which something has happened since the strategy was last asked.
  private var changedVehicles: [VehicleID]
  /// Those that may be on an empty drive to a place where they are to wait.
  var roaming: [VehicleID] = []
  var scratch: TravelTimes.Scratch
  private var nextDecision: Instant?
  var trace: Trace
  var decisionTime = Duration.zero
  /// Events carried out so far.
  private var happened = 0

  public init(
    day: Int, requests: Column<Request, Request>, vehicles: Column<Vehicle, Vehicle>,
    service: Service, strategy: any DispatchStrategy, parking: Parking? = nil
  ) {
    self.requests = requests
    self.service = service
    self.strategy = strategy
    strategyID = type(of: strategy).description.id
    self.parking = parking
    members = Column(vehicles.values.lazy.map(FleetMember.init))
    promises = Column(repeating: nil, count: requests.count)
    assigned = Column(repeating: nil, count: requests.count)
    states = Column(repeating: nil, count: vehicles.count)
    changedVehicles = Array(vehicles.ids)
    scratch = service.travelTimes.makeScratch()
    trace = Trace(day: day)
    for request in requests.values {
      agenda.add(.booking, of: request.id.index, at: request.booked)
    }
    for vehicle in vehicles.ids { schedule(vehicle) }
  }

  /// Runs the day to its end; `progress` hears how many requests have come in.
  public consuming func run(
    progress: (Int) -> Void = { _ in }
  ) throws(StrategyError) -> Outcome {
    var booked = 0
    while let entry = agenda.next() {
      try carryOut(entry)
      guard entry.kind == .booking else { continue }
      booked += 1
      progress(booked)
    }
    if let request = open.first {
      throw broken(.leftUnanswered(request), at: requests[request].booked)
    }
    return Outcome(trace: trace, effort: strategy.effort, decisionTime: decisionTime)
  }

  /// What it took so far, counted in events.
  public var work: Int { happened + strategy.effort.asManyEvents }

  mutating func carryOut(_ entry: Agenda.Entry) throws(StrategyError) {
    happened += 1
    let now = entry.time
    switch entry.kind {
    case .booking: book(RequestID(entry.subject), at: now)
    case .refusal: refuse(RequestID(entry.subject), at: now)
    case .decision: try decide(at: now)
    case .parking: try park(VehicleID(entry.subject), at: now)
    case .onDuty, .arrival, .halt, .boarding, .departure, .offDuty:
      let vehicle = VehicleID(entry.subject)
      guard members[vehicle].ticket == entry.sequence else { return }
      move(vehicle, entry.kind, at: now)
      noteChange(of: vehicle)
      schedule(vehicle)
    }
  }

  mutating func record(_ event: Event, at now: Instant) {
    trace.records.append(Record(now, event))
  }

  mutating func noteChange(of vehicle: VehicleID) {
    guard !members[vehicle].hasChanged else { return }
    members[vehicle].hasChanged = true
    changedVehicles.append(vehicle)
  }

  mutating func schedule(_ vehicle: VehicleID) {
    guard let next = members[vehicle].nextEvent(by: service.travelTimes) else { return }
    members[vehicle].ticket = agenda.add(next.kind, of: vehicle.index, at: next.time)
    considerParking(vehicle)
  }

  private func broken(_ rule: StrategyError.Rule, at now: Instant) -> StrategyError {
    StrategyError(strategy: strategyID, day: trace.day, time: now, rule: rule)
  }
}

// What happens to requests.
extension Simulation {
  private mutating func book(_ request: RequestID, at now: Instant) {
    record(.booked(request), at: now)
    let asked = requests[request]
    parking?.note(asked)
    guard service.rules.refusal(of: asked) == nil else {
      agenda.add(.refusal, of: request.index, at: now)
      return
    }
    open.append(request)
    let wake =
      switch strategy.wakes {
      case .atBookings: now
      case .every(let interval): tick(from: now, every: interval)
      }
    if nextDecision != wake {
      nextDecision = wake
      agenda.add(.decision, of: 0, at: wake)
    }
  }

  /// Turns down whom the service turns down whatever its vehicles do.
  private mutating func refuse(_ request: RequestID, at now: Instant) {
    guard let reason = service.rules.refusal(of: requests[request]) else {
      preconditionFailure("a refusal without a reason")
    }
    record(.refused(request, reason), at: now)
  }

  /// The first moment from `now` on that is a whole number of intervals from opening.
  private func tick(from now: Instant, every interval: TimeSpan) -> Instant {
    let since = (now - service.rules.hours.opens).milliseconds
    let step = interval.milliseconds
    let remainder = ((since % step) + step) % step
    return remainder == 0 ? now : now + TimeSpan(milliseconds: step - remainder)
  }

  private mutating func decide(at now: Instant) throws(StrategyError) {
    nextDecision = nil
    let decisions = answer(at: now)
    try carryOut(decisions, at: now)

    guard case .every(let interval) = strategy.wakes, let oldest = open.first else { return }
    let deadline = service.rules.endOfWait(of: requests[oldest])
    guard now <= deadline else { throw broken(.leftUnanswered(oldest), at: now) }
    nextDecision = now + interval
    agenda.add(.decision, of: 0, at: now + interval)
  }

  /// Asks the strategy; what it sees is gone when it has answered, so that nothing is copied.
  private mutating func answer(at now: Instant) -> [Decision] {
    let situation = situation(at: now)
    for vehicle in changedVehicles { members[vehicle].hasChanged = false }
    changedVehicles.removeAll(keepingCapacity: true)
    let started = ContinuousClock.now
    let decisions = strategy.decide(in: situation)
    decisionTime += ContinuousClock.now - started
    return decisions
  }

  mutating func situation(at now: Instant) -> Situation {
    noteRoaming()
    let changed = changedVehicles.sorted()
    for vehicle in changed {
      let member = members[vehicle]
      states[vehicle] =
        member.isAvailable
        ? VehicleState(
          member.vehicle, anchor: anchor(of: member, at: now), aboard: member.aboard,
          stops: member.stops, in: service, earlier: states[vehicle]?.schedule) : nil
    }
    return Situation(
      now: now, open: open.map { requests[$0] }, vehicles: states, changed: changed,
      service: service)
  }

  private mutating func checked(
    _ decisions: [Decision], at now: Instant
  ) throws(StrategyError) -> DecisionCheck.Outcome {
    let check = DecisionCheck(
      requests: requests, service: service, members: members, open: open, promises: promises,
      assigned: assigned, now: now)
    do { return try check.plans(for: decisions, using: &scratch) } catch {
      throw broken(error.rule, at: now)
    }
  }

  mutating func carryOut(_ decisions: [Decision], at now: Instant) throws(StrategyError) {
    let (plans, moves, refusals) = try checked(decisions, at: now)
    for (request, reason) in refusals { record(.refused(request, reason), at: now) }
    open.removeAll { request in refusals.contains { $0.0 == request } }
    let changed = plans.filter { $0.schedule.stops != members[$0.vehicle].stops }
    for plan in changed { assign(plan, at: now) }
    for plan in changed { replan(plan, at: now) }
    for plan in changed { carryOn(plan.vehicle, at: now) }
    for move in moves { reposition(move.vehicle, to: move.place, at: now) }
  }

  /// Accepts the requests that are new on the route and notes those that change vehicles.
  private mutating func assign(_ plan: DecisionCheck.Plan, at now: Instant) {
    let schedule = plan.schedule
    for k in schedule.halts.indices {
      for stop in schedule.stops(ofHalt: k).map({ schedule.stops[$0] })
      where stop.purpose == .pickup {
        let request = stop.terms.request
        if promises[request] == nil {
          let promise = service.rules.promise(
            of: stop.terms, boarding: schedule.halts[k].begin,
            arrival: schedule.arrival(of: request))
          promises[request] = promise
          open.removeAll { $0 == request }
          record(.accepted(request, by: plan.vehicle, promise), at: now)
        } else if assigned[request] != plan.vehicle {
          record(.reassigned(request, to: plan.vehicle), at: now)
        }
        assigned[request] = plan.vehicle
      }
    }
  }

  private mutating func replan(_ plan: DecisionCheck.Plan, at now: Instant) {
    let vehicle = plan.vehicle
    let joinable = members[vehicle].openHalt(at: now)
    members[vehicle].stops = ContiguousArray(
      plan.schedule.stops.map { stop in
        PlannedStop(stop.purpose, promises[stop.terms.request]?.terms ?? stop.terms)
      })
    members[vehicle].replanned = max(now, members[vehicle].vehicle.shift.opens)
    record(.replanned(vehicle), at: now)
    noteChange(of: vehicle)
    if joinable == nil { members[vehicle].halt = nil }
  }

  private mutating func carryOn(_ vehicle: VehicleID, at now: Instant) {
    if case .standing(let place) = members[vehicle].phase, members[vehicle].halt == nil {
      beginHaltIfBoarding(vehicle, at: place, now)
    }
    divert(vehicle, at: now)
    schedule(vehicle)
  }
}
