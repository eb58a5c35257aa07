public import Mobility
import RoadNetwork

/// Finds the cheapest place for a request in the plan of one vehicle.
///
/// Every pair of positions is looked at, each in constant time as a rule: what the pick-up delays
/// is carried along to the drop-off, and what comes after that is checked against the slack of the
/// schedule and priced with its suffix sums. Lower bounds of driving times are asked before exact
/// ones, and whatever cannot be as cheap as the best pair known is left out. A scratch value: keep
/// one and use it again.
///
/// - SeeAlso: Jaw et al. (1986), "A heuristic algorithm for the multi-vehicle advance request
///   dial-a-ride problem", Transportation Research B 20(3), 243–257,
///   doi:10.1016/0191-2615(86)90020-2; Buchhold, Sanders, Wagner (2021), "Fast, exact and scalable
///   dynamic ridesharing", ALENEX 2021, doi:10.1137/1.9781611976472.8.
public struct InsertionSearch: Sendable {
  let service: Service
  /// Whether those who are promised already can be made to board or arrive later.
  let mayDelay: Bool
  /// Position pairs examined so far.
  public internal(set) var tried = 0

  var detours: Detours
  private var scratch: TravelTimes.Scratch
  /// How much later each halt is left in the pair under examination.
  var delays: ContiguousArray<TimeSpan> = []
  var best: Insertion?
  /// What costs more is of no interest.
  var ceiling = Cost.max

  /// Without `mayDelay` the states that are searched must be without slack.
  public init(service: Service, mayDelay: Bool = true) {
    self.service = service
    self.mayDelay = mayDelay
    detours = Detours(service.travelTimes)
    scratch = service.travelTimes.makeScratch()
  }

  /// The feasible insertion of least cost that costs no more than `ceiling`; the earlier pick-up,
  /// then the earlier drop-off position wins ties.
  ///
  /// - Complexity: O(n) look-ups and O(n²) position pairs for n halts.
  public mutating func bestInsertion(
    of terms: Terms, into state: VehicleState, costingAtMost ceiling: Cost = .max
  ) -> Insertion? {
    var state = state
    return bestInsertion(of: terms, into: &state, at: nil, costingAtMost: ceiling)
  }

  /// The same for a vehicle of which only what happened last is known: where it is at `now` is worked
  /// out, and kept, if it matters.
  mutating func bestInsertion(
    of terms: Terms, into state: inout VehicleState, at now: Instant?, costingAtMost ceiling: Cost
  ) -> Insertion? {
    best = nil
    self.ceiling = ceiling
    guard service.travelTimes.keepsTriangle else {
      if let now { advance(&state, to: now) }
      searchRebuilding(terms, state)
      return best
    }
    detours.pin(terms)
    if let now, !state.anchor.isPassing { advance(&state, to: now) }
    if state.anchor.motion == .standing { searchLeavingAndComingBack(terms, state) }

    let pair = InsertionPair(terms, state.vehicle, service.weights)
    start(haltCount: state.schedule.halts.count)
    if state.anchor.isPassing {
      for i in state.schedule.halts.indices.dropFirst() { pickUp(pair, state.schedule, at: i) }
      // Before the next stop: the way over the pick-up is no longer from where the vehicle left than
      // from where it is now, and much cheaper to find.
      guard isWorthwhile(pair, state.schedule, after: 0),
        state.schedule.lastHalt == 0 || isWorthwhileFromOrigin(pair, state.schedule)
      else { return best }
      if let now {
        advance(&state, to: now)
        detours.forgetFirst()
      }
      pickUp(pair, state.schedule, after: 0)
    } else {
      for i in state.schedule.halts.indices { pickUp(pair, state.schedule, at: i) }
    }
    return best
  }

  /// Drives every pair of positions from one end to the other: where a detour can be shorter than the
  /// way without it, more changes than what a pick-up delays.
  private mutating func searchRebuilding(_ terms: Terms, _ state: VehicleState) {
    let schedule = state.schedule
    let positions = state.positions
    for (k, pickup) in positions.enumerated() {
      for dropoff in positions[k...] {
        tried += 1
        let trial = Insertion(
          cost: 0, terms: terms, boarding: terms.ready, arrival: terms.ready,
          pickupPosition: pickup, dropoffPosition: dropoff)
        let stops = trial.inserted(into: schedule.stops)
        let longer = Schedule(
          stops, of: state.vehicle, from: state.anchor, aboard: state.aboard, in: service,
          earlier: schedule)
        guard longer.isFeasible, mayDelay || longer.isNowhereLater(than: schedule) else { continue }
        let found = Insertion(
          cost: longer.cost - schedule.cost, terms: terms,
          boarding: longer.boarding(of: terms.request), arrival: longer.arrival(of: terms.request),
          pickupPosition: pickup, dropoffPosition: dropoff)
        guard found.cost <= ceiling else { continue }
        if let best, best <= found { continue }
        ceiling = found.cost
        best = found
      }
    }
  }

  mutating func advance(_ state: inout VehicleState, to now: Instant) {
    state.advance(to: now, in: service, using: &scratch)
  }

  /// A vehicle that waits for a rider may also leave at once and come back.
  private mutating func searchLeavingAndComingBack(_ terms: Terms, _ state: VehicleState) {
    guard let wayBack = WayBack(state, weights: service.weights),
      wayBack.isOfUse(for: terms.load),
      isWorthwhileToComeBack(
        InsertionPair(terms, state.vehicle, service.weights), state.schedule,
        from: state.anchor.leaves)
    else { return }
    let schedule = state.schedule
    var revisiting = Schedule(
      schedule.stops, of: state.vehicle, from: state.anchor, aboard: state.aboard, in: service,
      earlier: schedule, revisits: true)
    if !mayDelay {
      revisiting = revisiting.holding(schedule, shiftEnd: state.vehicle.shift.closes)
    }
    let pair = InsertionPair(
      terms, state.vehicle, service.weights, base: revisiting.cost - schedule.cost)
    start(haltCount: revisiting.halts.count)
    if revisiting.halts[0].place == terms.pickup {
      // Without a drop-off in between, a revisited halt would not be left.
      pickUp(pair, revisiting, inHalt: 0, onlyDirect: true)
    } else {
      pickUp(pair, revisiting, after: 0)
    }
  }

  private mutating func pickUp(_ pair: InsertionPair, _ schedule: Schedule, at i: Int) {
    let halt = schedule.halts[i]
    guard halt.arrival <= pair.terms.latestBoarding else { return }
    // Earlier pairs have left their delays here.
    delays[i] = .zero
    if halt.place == pair.terms.pickup {
      pickUp(pair, schedule, inHalt: i, onlyDirect: false)
    } else {
      pickUp(pair, schedule, after: i)
    }
    delays[i] = .zero
  }

  private mutating func start(haltCount: Int) {
    detours.start(haltCount: haltCount)
    delays.removeAll(keepingCapacity: true)
    delays.append(contentsOf: repeatElement(.zero, count: haltCount))
  }

  /// The party boards where the vehicle halts anyway.
  private mutating func pickUp(
    _ pair: InsertionPair, _ schedule: Schedule, inHalt i: Int, onlyDirect: Bool
  ) {
    let terms = pair.terms
    let halt = schedule.halts[i]
    guard pair.vehicle.cabin.holds(halt.load + terms.load) else { return }
    let begin = max(halt.begin, terms.ready)
    guard begin <= min(halt.latestBoarding, terms.latestBoarding) else { return }
    let departure = begin + halt.work + terms.boarding
    delays[i] = departure - halt.departure
    let delayed = pair.cost(
      at: i, of: schedule, arrivesLater: .zero, boardsLater: begin - halt.begin,
      leavesLater: delays[i])
    let pickup = PickupCandidate(
      halt: i, boarding: begin, departure: departure, toPickup: .zero, joins: true,
      cost: pair.base + delayed + pair.boardingCost(begin))
    dropOffs(pair, schedule, pickup, onlyDirect: onlyDirect)
  }

  /// The party boards at a halt of its own: before the next stop, on a later leg, or after the last.
  private mutating func pickUp(_ pair: InsertionPair, _ schedule: Schedule, after i: Int) {
    let terms = pair.terms
    let halt = schedule.halts[i]
    guard pair.vehicle.cabin.holds(halt.load + terms.load) else { return }
    guard isWorthwhile(pair, schedule, after: i) else { return }
    let toPickup = detours.toPickup(i, from: halt)
    let begin = max(halt.departure + toPickup + service.rules.halt, terms.ready)
    guard begin <= terms.latestBoarding else { return }
    let pickup = PickupCandidate(
      halt: i, boarding: begin, departure: begin + terms.boarding, toPickup: toPickup, joins: false,
      cost: pair.base + pair.boardingCost(begin))
    // Without a drop-off in between, it would be one halt with the next: that is pair (i + 1, j).
    let joinsNext = i < schedule.lastHalt && schedule.halts[i + 1].place == terms.pickup
    dropOffs(pair, schedule, pickup, onlyDirect: joinsNext)
  }
}
