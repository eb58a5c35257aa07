public import Dispatching
public import Journal
public import Mobility
import RoadNetwork

/// One service day of a fleet under a strategy.
///
/// A loop over an agenda: what happens leads to questions, decisions are checked and carried out, and
/// everything that happens goes into the trace. A vehicle has one occurrence in the agenda that
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
  private let wakes: Wake
  let strategyID: String
  /// Where idle vehicles wait; `nil` where they stay.
  var parking: Parking?

  var agenda = Agenda()
  var members: Column<Vehicle, FleetMember>
  var riders: RiderBook
  /// The vehicles as strategies see them; those that have changed are brought up to date when asked.
  private var states: Column<Vehicle, VehicleState?>
  /// Those to which something has happened since the strategy was last asked.
  private var changedVehicles: [VehicleID]
  /// Those that may be on an empty drive to a place where they are to wait.
  var roaming: [VehicleID] = []
  var scratch: TravelTimes.Scratch
  private var nextDecision: Instant?
  /// When the question was asked that is still to be answered.
  private var asked: Instant?
  /// What has happened so far.
  public internal(set) var trace: Trace
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
    wakes = strategy.wakes
    strategyID = type(of: strategy).description.id
    self.parking = parking
    members = Column(vehicles.values.lazy.map(FleetMember.init))
    riders = RiderBook(count: requests.count)
    states = Column(repeating: nil, count: vehicles.count)
    changedVehicles = Array(vehicles.ids)
    scratch = service.travelTimes.makeScratch()
    trace = Trace(day: day)
    for request in requests.values {
      agenda.add(.rider(.booking, request.id), at: request.booked)
    }
    for vehicle in vehicles.ids { schedule(vehicle) }
  }

  /// Runs the day to its end; `progress` hears how many requests have come in.
  public consuming func run(
    progress: (Int) -> Void = { _ in }
  ) throws(StrategyError) -> Outcome {
    while let decisions = try nextDecisions() {
      try carryOut(decisions)
      progress(riders.booked)
    }
    progress(riders.booked)
    return Outcome(trace: trace, effort: strategy.effort, decisionTime: decisionTime)
  }

  /// What the strategy decides when it is asked next; what it sees is gone then, so that nothing is
  /// copied.
  private mutating func nextDecisions() throws(StrategyError) -> [Decision]? {
    guard let situation = try nextQuestion() else { return nil }
    return decisions(in: situation)
  }

  /// Lets happen what happens until there is something to decide, or `nil` at the end of the day.
  ///
  /// The answer goes to `carryOut`. Whoever keeps the situation until then has it copied.
  public mutating func nextQuestion() throws(StrategyError) -> Situation? {
    precondition(asked == nil, "a question is still to be answered")
    while let entry = agenda.next() {
      if case .decision = entry.occurrence { return question(at: entry.time) }
      try happen(entry)
    }
    if let request = riders.open.first {
      throw broken(.leftUnanswered(request), at: requests[request].booked)
    }
    return nil
  }

  private mutating func question(at now: Instant) -> Situation {
    nextDecision = nil
    asked = now
    let situation = situation(at: now)
    for vehicle in changedVehicles { members[vehicle].hasChanged = false }
    changedVehicles.removeAll(keepingCapacity: true)
    return situation
  }

  private mutating func decisions(in situation: Situation) -> [Decision] {
    let started = ContinuousClock.now
    let decisions = strategy.decide(in: situation)
    decisionTime += ContinuousClock.now - started
    return decisions
  }

  /// Does what is decided in answer to the last question, or throws the rule that it breaks.
  public mutating func carryOut(_ decisions: [Decision]) throws(StrategyError) {
    guard let now = asked else { preconditionFailure("an answer without a question") }
    asked = nil
    happened += 1
    try carryOut(decisions, at: now)

    guard case .every(let interval) = wakes, let oldest = riders.open.first else { return }
    let deadline = service.rules.endOfWait(of: requests[oldest])
    guard now <= deadline else { throw broken(.leftUnanswered(oldest), at: now) }
    nextDecision = now + interval
    agenda.add(.decision, at: now + interval)
  }

  /// What it took so far, counted in events.
  public var work: Int { happened + strategy.effort.asManyEvents }

  /// Lets one thing happen; if it is a question, the strategy answers it.
  mutating func step(_ entry: Agenda.Entry) throws(StrategyError) {
    guard case .decision = entry.occurrence else { return try happen(entry) }
    let decisions = decisions(in: question(at: entry.time))
    try carryOut(decisions)
  }

  private mutating func happen(_ entry: Agenda.Entry) throws(StrategyError) {
    happened += 1
    let now = entry.time
    switch entry.occurrence {
    case .rider(.booking, let request): book(request, at: now)
    case .rider(.refusal, let request): refuse(request, at: now)
    case .vehicle(.parking, let vehicle): try park(vehicle, at: now)
    case .vehicle(let event, let vehicle):
      guard members[vehicle].ticket == entry.sequence else { return }
      move(vehicle, event, at: now)
      noteChange(of: vehicle)
      schedule(vehicle)
    case .decision: preconditionFailure("whoever decides has to be asked")
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
    members[vehicle].ticket = agenda.add(.vehicle(next.event, vehicle), at: next.time)
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
    riders.book(request)
    guard service.rules.refusal(of: asked) == nil else {
      agenda.add(.rider(.refusal, request), at: now)
      return
    }
    let wake =
      switch wakes {
      case .atBookings: now
      case .every(let interval): tick(from: now, every: interval)
      }
    if nextDecision != wake {
      nextDecision = wake
      agenda.add(.decision, at: wake)
    }
  }

  /// Turns down whom the service turns down whatever its vehicles do.
  private mutating func refuse(_ request: RequestID, at now: Instant) {
    guard let reason = service.rules.refusal(of: requests[request]) else {
      preconditionFailure("a refusal without a reason")
    }
    riders.refuse(request)
    record(.refused(request, reason), at: now)
  }

  /// The first moment from `now` on that is a whole number of intervals from opening.
  private func tick(from now: Instant, every interval: TimeSpan) -> Instant {
    let since = (now - service.rules.hours.opens).milliseconds
    let step = interval.milliseconds
    let remainder = ((since % step) + step) % step
    return remainder == 0 ? now : now + TimeSpan(milliseconds: step - remainder)
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
      now: now, open: riders.open.map { requests[$0] }, vehicles: states, changed: changed,
      service: service)
  }

  private mutating func checked(
    _ decisions: [Decision], at now: Instant
  ) throws(StrategyError) -> DecisionCheck.Outcome {
    let check = DecisionCheck(
      requests: requests, service: service, members: members, riders: riders, now: now)
    do { return try check.plans(for: decisions, using: &scratch) } catch {
      throw broken(error.rule, at: now)
    }
  }

  mutating func carryOut(_ decisions: [Decision], at now: Instant) throws(StrategyError) {
    let (plans, moves, refusals) = try checked(decisions, at: now)
    for (request, reason) in refusals {
      riders.refuse(request)
      record(.refused(request, reason), at: now)
    }
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
        switch riders[request] {
        case .open:
          let promise = service.rules.promise(
            of: stop.terms, boarding: schedule.halts[k].begin,
            arrival: schedule.arrival(of: request))
          riders.promise(promise, to: request, by: plan.vehicle)
          record(.accepted(request, by: plan.vehicle, promise), at: now)
        case .promised(_, by: plan.vehicle): break
        case .promised:
          riders.reassign(request, to: plan.vehicle)
          record(.reassigned(request, to: plan.vehicle), at: now)
        case .expected, .aboard, .over: preconditionFailure("a pick-up that nobody waits for")
        }
      }
    }
  }

  private mutating func replan(_ plan: DecisionCheck.Plan, at now: Instant) {
    let vehicle = plan.vehicle
    let joinable = members[vehicle].openHalt(at: now)
    members[vehicle].stops = ContiguousArray(
      plan.schedule.stops.map { stop in
        PlannedStop(stop.purpose, riders.promise(to: stop.terms.request)?.terms ?? stop.terms)
      })
    members[vehicle].replanned = max(now, members[vehicle].vehicle.shift.opens)
    record(.replanned(vehicle, plan.schedule.timedStops), at: now)
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

extension Schedule {
  /// The stops with the times that a trace tells of them.
  fileprivate var timedStops: [TimedStop] {
    var timed: [TimedStop] = []
    timed.reserveCapacity(stops.count)
    for (k, halt) in halts.enumerated() {
      for position in stops(ofHalt: k) {
        let stop = stops[position]
        let time = stop.purpose == .pickup ? halt.begin : halt.arrival
        timed.append(TimedStop(stop.stop, at: time))
      }
    }
    return timed
  }
}
