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
  /// Position pairs examined so far.
  public private(set) var tried = 0

  private var detours: Detours
  private var scratch: TravelTimes.Scratch
  /// How much later each halt is left in the pair under examination.
  private var delays: ContiguousArray<TimeSpan> = []
  private var best: Insertion?
  /// What costs more is of no interest.
  private var ceiling = Cost.max

  public init(service: Service) {
    self.service = service
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
    detours.pin(terms)
    if let now, !state.anchor.isPassing { advance(&state, to: now) }
    searchLeavingAndComingBack(terms, state)

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

  mutating func advance(_ state: inout VehicleState, to now: Instant) {
    state.advance(to: now, in: service, using: &scratch)
  }

  /// A vehicle that waits for a rider may also leave at once and come back.
  private mutating func searchLeavingAndComingBack(_ terms: Terms, _ state: VehicleState) {
    let schedule = state.schedule
    guard let wayBack = WayBack(state, weights: service.weights),
      wayBack.isOfUse(for: terms.riders),
      isWorthwhileToComeBack(
        InsertionPair(terms, state.vehicle, service.weights), schedule,
        from: state.anchor.leaves)
    else { return }
    let revisiting = Schedule(
      schedule.stops, of: state.vehicle, from: state.anchor, aboard: state.aboard, in: service,
      earlier: schedule, revisits: true)
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

  /// Whether a vehicle that leaves its riders behind could be back in time, and cheaply enough.
  private func isWorthwhileToComeBack(
    _ pair: InsertionPair, _ schedule: Schedule, from leaves: Instant
  ) -> Bool {
    let halt = schedule.halts[0]
    let toPickup = detours.leastToPickup(from: halt)
    let away = toPickup + detours.leastFromPickup(to: halt)
    let isHere = halt.place == pair.terms.pickup
    let boarding = isHere ? min(halt.gate, leaves) : leaves + toPickup + service.rules.halt
    let back = leaves + away + service.rules.halt + (isHere ? .zero : service.rules.halt)
    guard back <= halt.latestBoarding else { return false }
    let floor = pair.leastCost(
      in: schedule, boarding: boarding, driven: away, delay: back - halt.gate,
      absorbed: halt.absorbed)
    return floor <= ceiling
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
    guard halt.load + terms.riders <= pair.vehicle.seats else { return }
    let begin = max(halt.begin, terms.ready)
    guard begin <= min(halt.latestBoarding, terms.latestBoarding) else { return }
    let departure = begin + halt.work + terms.boarding
    delays[i] = departure - halt.departure
    let delayed = pair.cost(
      at: i, of: schedule, arrivesLater: .zero, boardsLater: begin - halt.begin,
      leavesLater: delays[i])
    let pickup = Pickup(
      halt: i, boarding: begin, departure: departure, toPickup: .zero, joins: true,
      cost: pair.base + delayed + pair.boardingCost(begin))
    dropOffs(pair, schedule, pickup, onlyDirect: onlyDirect)
  }

  /// The party boards at a halt of its own: before the next stop, on a later leg, or after the last.
  private mutating func pickUp(_ pair: InsertionPair, _ schedule: Schedule, after i: Int) {
    let terms = pair.terms
    let halt = schedule.halts[i]
    guard halt.load + terms.riders <= pair.vehicle.seats else { return }
    guard isWorthwhile(pair, schedule, after: i) else { return }
    let toPickup = detours.toPickup(i, from: halt)
    let begin = max(halt.departure + toPickup + service.rules.halt, terms.ready)
    guard begin <= terms.latestBoarding else { return }
    let pickup = Pickup(
      halt: i, boarding: begin, departure: begin + terms.boarding, toPickup: toPickup, joins: false,
      cost: pair.base + pair.boardingCost(begin))
    // Without a drop-off in between, it would be one halt with the next: that is pair (i + 1, j).
    let joinsNext = i < schedule.lastHalt && schedule.halts[i + 1].place == terms.pickup
    dropOffs(pair, schedule, pickup, onlyDirect: joinsNext)
  }

  /// Whether a pick-up at a halt of its own, after halt `i`, could be feasible and cheap enough.
  private func isWorthwhile(_ pair: InsertionPair, _ schedule: Schedule, after i: Int) -> Bool {
    guard i < schedule.lastHalt else { return isWorthwhileAfterLast(pair, schedule) }
    return isWorthwhile(
      pair, schedule, after: i, toPickup: detours.leastToPickup(from: schedule.halts[i]),
      toNext: detours.leastFromPickup(to: schedule.halts[i + 1]))
  }

  private func isWorthwhileAfterLast(_ pair: InsertionPair, _ schedule: Schedule) -> Bool {
    let last = schedule.halts[schedule.lastHalt]
    let toPickup = detours.leastToPickup(from: last)
    let boarding = max(last.departure + toPickup + service.rules.halt, pair.terms.ready)
    guard boarding <= pair.terms.latestBoarding else { return false }
    // The two halts and what is driven between them come on top.
    let ride = pair.terms.boarding + pair.terms.direct + service.rules.halt + pair.terms.boarding
    let floor = pair.leastCost(
      in: schedule, boarding: boarding,
      driven: toPickup + pair.terms.direct - schedule.homeward,
      delay: boarding - last.departure + ride, absorbed: .zero)
    return floor <= ceiling
  }

  /// The same for a vehicle under way, with the exact ways from where it left.
  private mutating func isWorthwhileFromOrigin(_ pair: InsertionPair, _ schedule: Schedule) -> Bool
  {
    let toNext = detours.fromPickup(1, to: schedule.halts[1])
    guard
      isWorthwhile(
        pair, schedule, after: 0, toPickup: detours.leastToPickup(from: schedule.halts[0]),
        toNext: toNext)
    else { return false }
    let toPickup = detours.toPickup(0, from: schedule.halts[0])
    return isWorthwhile(pair, schedule, after: 0, toPickup: toPickup, toNext: toNext)
  }

  private func isWorthwhile(
    _ pair: InsertionPair, _ schedule: Schedule, after i: Int, toPickup: TimeSpan, toNext: TimeSpan
  ) -> Bool {
    let (halt, next) = (schedule.halts[i], schedule.halts[i + 1])
    let farther = toPickup + toNext - next.leg
    let boarding = halt.departure + toPickup + service.rules.halt
    let delay = farther + service.rules.halt + pair.terms.boarding
    guard delay <= next.looseSlack, boarding <= pair.terms.latestBoarding else { return false }
    let floor = pair.leastCost(
      in: schedule, boarding: boarding, driven: farther, delay: delay, absorbed: next.absorbed)
    return floor <= ceiling
  }

  /// Looks at every drop-off position for one pick-up.
  private mutating func dropOffs(
    _ pair: InsertionPair, _ schedule: Schedule, _ pickup: Pickup, onlyDirect: Bool
  ) {
    let terms = pair.terms
    if terms.direct <= terms.rideLimit {
      dropOff(
        pair, schedule, pickup, after: pickup.halt, arrival: pickup.departure + terms.direct,
        drivenBefore: pickup.toPickup + terms.direct, cost: pickup.cost)
    }
    guard !onlyDirect, pickup.halt < schedule.lastHalt else { return }

    let next = schedule.halts[pickup.halt + 1]
    let toNext = pickup.joins ? next.leg : detours.fromPickup(pickup.halt + 1, to: next)
    let driven = pickup.toPickup + toNext - next.leg
    var later = pickup.departure + toNext - next.arrival
    if later > next.looseSlack { return }
    var cost = pickup.cost
    for j in pickup.halt + 1...schedule.lastHalt {
      let halt = schedule.halts[j]
      let arrival = halt.arrival + later
      if arrival > terms.latestArrival || arrival - pickup.departure > terms.rideLimit { return }
      if arrival > halt.latestArrival, !keepsRides(endingAt: j, arrival: arrival, of: schedule) {
        return
      }
      let begin = max(halt.gate + later, halt.begin)
      if begin > halt.latestBoarding { return }

      if halt.place == terms.dropoff {
        delays[j] = begin + halt.work + terms.boarding - halt.departure
        let delayed = pair.cost(
          at: j, of: schedule, arrivesLater: later, boardsLater: begin - halt.begin,
          leavesLater: delays[j])
        if let tail = tail(pair, schedule, from: j + 1, later: delays[j]) {
          consider(
            pair, schedule, pickup, after: j, arrival: arrival, driven: driven,
            endsLater: tail.delay,
            cost: cost + delayed + tail.cost)
        }
      }

      if halt.load + terms.riders > pair.vehicle.seats { return }
      delays[j] = begin - halt.begin
      cost += pair.cost(
        at: j, of: schedule, arrivesLater: later, boardsLater: delays[j], leavesLater: delays[j])
      if halt.place != terms.dropoff,
        isWorthwhile(pair, schedule, pickup, after: j, driven: driven, cost: cost)
      {
        let toDropoff = detours.toDropoff(j, from: halt)
        dropOff(
          pair, schedule, pickup, after: j, arrival: halt.departure + delays[j] + toDropoff,
          drivenBefore: driven + toDropoff, cost: cost)
      }
      later = delays[j]
    }
  }

  /// Whether a halt of its own for the drop-off, after halt `j`, could be feasible and cheap enough.
  private func isWorthwhile(
    _ pair: InsertionPair, _ schedule: Schedule, _ pickup: Pickup, after j: Int, driven: TimeSpan,
    cost: Cost
  ) -> Bool {
    let terms = pair.terms
    let halt = schedule.halts[j]
    let least = detours.leastToDropoff(from: halt)
    let arrival = halt.departure + delays[j] + least
    guard arrival <= terms.latestArrival, arrival - pickup.departure <= terms.rideLimit else {
      return false
    }
    var farther = least - schedule.homeward
    var endsLater = least
    if j < schedule.lastHalt {
      let next = schedule.halts[j + 1]
      farther = least + detours.leastFromDropoff(to: next) - next.leg
      let later = delays[j] + farther
      if later > next.looseSlack { return false }
      endsLater = max(later - next.absorbed, .zero)
    }
    let ride = max(arrival, pickup.departure + terms.direct)
    let floor =
      cost + schedule.leastDelayCost + pair.walkCost
      + pair.rideCost(from: pickup.departure, to: ride)
      + pair.vehicleCost(driven: max(driven + farther, .zero), endsLater: endsLater)
    return floor <= ceiling
  }

  /// Tries a halt of its own for the drop-off, between halt `j` and the next or after the last.
  private mutating func dropOff(
    _ pair: InsertionPair, _ schedule: Schedule, _ pickup: Pickup, after j: Int, arrival: Instant,
    drivenBefore: TimeSpan,
    cost: Cost
  ) {
    let terms = pair.terms
    guard arrival <= terms.latestArrival, arrival - pickup.departure <= terms.rideLimit else {
      return
    }
    let departure = arrival + service.rules.halt + terms.boarding
    guard j < schedule.lastHalt else {
      let homeward = service.homeward(pair.vehicle, from: terms.dropoff, departing: departure)
      guard departure + homeward <= pair.vehicle.shift.closes else { return }
      consider(
        pair, schedule, pickup, after: j, arrival: arrival,
        driven: drivenBefore + homeward - schedule.homeward,
        endsLater: departure - schedule.halts[j].departure, cost: cost)
      return
    }
    let next = schedule.halts[j + 1]
    // The same place would be one halt with the next: that is the pair (i, j + 1).
    guard next.place != terms.dropoff else { return }
    let least = departure + detours.leastFromDropoff(to: next) - next.arrival
    guard least <= next.looseSlack else { return }
    let toNext = detours.fromDropoff(j + 1, to: next)
    if let tail = tail(pair, schedule, from: j + 1, later: departure + toNext - next.arrival) {
      consider(
        pair, schedule, pickup, after: j, arrival: arrival,
        driven: drivenBefore + toNext - next.leg,
        endsLater: tail.delay, cost: cost + tail.cost)
    }
  }

  /// What arriving `later` at halt `k` costs from there on, and how much later the last halt is left;
  /// `nil` when it breaks a limit.
  private mutating func tail(
    _ pair: InsertionPair, _ schedule: Schedule, from k: Int, later: TimeSpan
  ) -> (cost: Cost, delay: TimeSpan)? {
    guard k <= schedule.lastHalt else { return later <= schedule.shiftSlack ? (0, later) : nil }
    let first = schedule.halts[k]
    if later > first.looseSlack { return nil }
    // Between the two bounds it depends on rides that start later as well.
    let isCertain = later <= first.slack
    if isCertain, first.absorbed == .zero, later >= .zero, !schedule.hasSoftStops {
      // Nobody waits: everyone from here on is as late.
      return (first.delayCost * Cost(later.milliseconds), later)
    }
    var (later, cost) = (later, Cost(0))
    for m in k...schedule.lastHalt where later > .zero || !isCertain {
      let halt = schedule.halts[m]
      if !isCertain, !keepsRides(endingAt: m, arrival: halt.arrival + later, of: schedule) {
        return nil
      }
      delays[m] = max(halt.gate + later, halt.begin) - halt.begin
      cost += pair.cost(
        at: m, of: schedule, arrivesLater: later, boardsLater: delays[m], leavesLater: delays[m])
      later = delays[m]
    }
    return (cost, later)
  }

  /// Whether all who alight at halt `k` may arrive then, with their own rides' starts delayed too.
  private func keepsRides(endingAt k: Int, arrival: Instant, of schedule: Schedule) -> Bool {
    for position in schedule.stops(ofHalt: k) {
      guard let ride = schedule.rides[position] else { continue }
      if arrival > ride.latestArrival { return false }
      guard let start = ride.pickupHalt else { continue }
      if arrival - (schedule.halts[start].departure + delays[start]) > ride.limit { return false }
    }
    return true
  }

  private mutating func consider(
    _ pair: InsertionPair, _ schedule: Schedule, _ pickup: Pickup, after j: Int, arrival: Instant,
    driven: TimeSpan,
    endsLater: TimeSpan, cost: Cost
  ) {
    tried += 1
    let total =
      cost + pair.rideCost(from: pickup.departure, to: arrival) + pair.walkCost
      + pair.vehicleCost(driven: driven, endsLater: endsLater)
    guard total <= ceiling else { return }
    let found = Insertion(
      cost: total, terms: pair.terms, boarding: pickup.boarding, arrival: arrival,
      pickupPosition: schedule.stops(ofHalt: pickup.halt).upperBound,
      dropoffPosition: schedule.stops(ofHalt: j).upperBound)
    if let best, best <= found { return }
    ceiling = total
    best = found
  }
}

/// A pick-up position with its times, for which drop-off positions are searched.
private struct Pickup {
  /// The halt that the pick-up joins, or comes after.
  let halt: Int
  let boarding: Instant
  let departure: Instant
  let toPickup: TimeSpan
  let joins: Bool
  /// Wait of the new party and delay of others so far.
  let cost: Cost
}
