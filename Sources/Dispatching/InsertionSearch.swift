public import Mobility

/// Finds the cheapest place for a request in the plan of one vehicle.
///
/// Every pair of positions is looked at, each in constant time as a rule: what the pick-up delays
/// is carried along to the drop-off, and what comes after that is checked against the slack of the
/// schedule. A scratch value: keep one and use it again.
///
/// - SeeAlso: Jaw et al. (1986), "A heuristic algorithm for the multi-vehicle advance request
///   dial-a-ride problem", Transportation Research B 20(3), 243–257,
///   doi:10.1016/0191-2615(86)90020-2.
public struct InsertionSearch: Sendable {
  let service: Service
  /// Position pairs examined so far.
  public private(set) var tried = 0

  private var detours = Detours()
  /// How much later each halt is left in the pair under examination.
  private var delays: ContiguousArray<TimeSpan> = []
  private var best: Insertion?

  public init(service: Service) { self.service = service }

  /// The feasible insertion of least cost; the earlier pick-up, then the earlier drop-off position
  /// wins ties.
  ///
  /// - Complexity: O(n) look-ups and O(n²) position pairs for n halts.
  public mutating func bestInsertion(of terms: Terms, into state: VehicleState) -> Insertion? {
    best = nil
    let schedule = state.schedule
    if !state.anchor.isUnderWay, schedule.stopCount(ofHalt: 0) > 0 {
      // It waits for a rider: it may also leave at once and come back.
      let revisiting = Schedule(
        schedule.stops, of: state.vehicle, from: state.anchor, aboard: state.aboard, in: service,
        revisits: true)
      search(
        terms, vehicle: state.vehicle, schedule: revisiting, base: revisiting.cost - schedule.cost,
        pickupHalts: 0..<1, revisits: true)
    }
    search(
      terms, vehicle: state.vehicle, schedule: schedule, base: 0,
      pickupHalts: 0..<schedule.halts.count, revisits: false)
    return best
  }

  private mutating func search(
    _ terms: Terms, vehicle: Vehicle, schedule: Schedule, base: Cost, pickupHalts: Range<Int>,
    revisits: Bool
  ) {
    detours.measure(terms, along: schedule, in: service)
    delays.removeAll(keepingCapacity: true)
    delays.append(contentsOf: repeatElement(.zero, count: schedule.halts.count))
    let pair = InsertionPair(
      terms: terms, vehicle: vehicle, schedule: schedule, weights: service.weights)

    for i in pickupHalts {
      delays[i] = .zero
      let halt = schedule.halts[i]
      if halt.arrival > terms.latestBoarding { break }
      if halt.load + terms.riders > vehicle.seats { continue }
      if halt.place == terms.pickup {
        let begin = max(halt.begin, terms.ready)
        guard begin <= min(halt.latestBoarding, terms.latestBoarding) else { continue }
        let departure = begin + halt.work + terms.boarding
        delays[i] = departure - halt.departure
        let delayed = pair.cost(
          at: halt, arrivesLater: .zero, boardsLater: begin - halt.begin, leavesLater: delays[i])
        let pickup = Pickup(
          halt: i, boarding: begin, departure: departure, toPickup: .zero, joins: true,
          cost: base + delayed + pair.waitCost(boarding: begin))
        // Without a drop-off in between, a revisited halt would not be left.
        searchDropoffs(pair, pickup, onlyDirect: revisits)
        delays[i] = .zero
      } else {
        let arrival = halt.departure + detours.toPickup[i]
        let begin = max(arrival + service.rules.halt, terms.ready)
        guard begin <= terms.latestBoarding else { continue }
        let pickup = Pickup(
          halt: i, boarding: begin, departure: begin + terms.boarding,
          toPickup: detours.toPickup[i], joins: false,
          cost: base + pair.waitCost(boarding: begin))
        // Without a drop-off in between, it would be one halt with the next: that is pair (i + 1, j).
        let joinsNext = i < schedule.lastHalt && schedule.halts[i + 1].place == terms.pickup
        searchDropoffs(pair, pickup, onlyDirect: joinsNext)
      }
    }
  }

  /// Looks at every drop-off position for one pick-up.
  private mutating func searchDropoffs(_ pair: InsertionPair, _ pickup: Pickup, onlyDirect: Bool) {
    let (terms, schedule) = (pair.terms, pair.schedule)
    let direct = detours.direct
    if direct <= terms.rideLimit {
      dropOff(
        pair, pickup, after: pickup.halt, arrival: pickup.departure + direct,
        drivenBefore: pickup.toPickup + direct, cost: pickup.cost)
    }
    guard !onlyDirect, pickup.halt < schedule.lastHalt else { return }

    let next = schedule.halts[pickup.halt + 1]
    let toNext = pickup.joins ? next.leg : detours.fromPickup[pickup.halt + 1]
    let driven = pickup.toPickup + toNext - next.leg
    var later = pickup.departure + toNext - next.arrival
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
          at: halt, arrivesLater: later, boardsLater: begin - halt.begin, leavesLater: delays[j])
        if let tail = tailCost(pair, from: j + 1, later: delays[j]) {
          consider(
            pair, pickup, after: j, arrival: arrival, driven: driven, cost: cost + delayed + tail)
        }
      }

      if halt.load + terms.riders > pair.vehicle.seats { return }
      delays[j] = begin - halt.begin
      cost += pair.cost(
        at: halt, arrivesLater: later, boardsLater: delays[j], leavesLater: delays[j])
      if halt.place != terms.dropoff {
        dropOff(
          pair, pickup, after: j, arrival: halt.departure + delays[j] + detours.toDropoff[j],
          drivenBefore: driven + detours.toDropoff[j], cost: cost)
      }
      later = delays[j]
    }
  }

  /// Tries a halt of its own for the drop-off, between halt `j` and the next.
  private mutating func dropOff(
    _ pair: InsertionPair, _ pickup: Pickup, after j: Int, arrival: Instant, drivenBefore: TimeSpan,
    cost: Cost
  ) {
    let (terms, schedule) = (pair.terms, pair.schedule)
    guard arrival <= terms.latestArrival, arrival - pickup.departure <= terms.rideLimit else {
      return
    }
    let departure = arrival + service.rules.halt + terms.boarding
    guard j < schedule.lastHalt else {
      let homeward = service.homeward(pair.vehicle, from: terms.dropoff, departing: departure)
      guard departure + homeward <= pair.vehicle.shift.closes else { return }
      consider(
        pair, pickup, after: j, arrival: arrival,
        driven: drivenBefore + homeward - schedule.homeward, cost: cost)
      return
    }
    let next = schedule.halts[j + 1]
    // The same place would be one halt with the next: that is the pair (i, j + 1).
    guard next.place != terms.dropoff else { return }
    let toNext = detours.fromDropoff[j + 1]
    let later = departure + toNext - next.arrival
    if let tail = tailCost(pair, from: j + 1, later: later) {
      consider(
        pair, pickup, after: j, arrival: arrival, driven: drivenBefore + toNext - next.leg,
        cost: cost + tail)
    }
  }

  /// What arriving `later` at halt `k` costs from there on; `nil` when it breaks a limit.
  private mutating func tailCost(_ pair: InsertionPair, from k: Int, later: TimeSpan) -> Cost? {
    let schedule = pair.schedule
    guard k <= schedule.lastHalt else { return later <= schedule.shiftSlack ? 0 : nil }
    if later > schedule.halts[k].looseSlack { return nil }
    // Between the two bounds it depends on rides that start later as well.
    let isCertain = later <= schedule.halts[k].slack
    var (later, cost) = (later, Cost(0))
    for m in k...schedule.lastHalt where later > .zero || !isCertain {
      let halt = schedule.halts[m]
      if !isCertain, !keepsRides(endingAt: m, arrival: halt.arrival + later, of: schedule) {
        return nil
      }
      delays[m] = max(halt.gate + later, halt.begin) - halt.begin
      cost += pair.cost(
        at: halt, arrivesLater: later, boardsLater: delays[m], leavesLater: delays[m])
      later = delays[m]
    }
    return cost
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
    _ pair: InsertionPair, _ pickup: Pickup, after j: Int, arrival: Instant, driven: TimeSpan,
    cost: Cost
  ) {
    tried += 1
    let total =
      cost + pair.rideCost(arrival - pickup.departure) + pair.walkCost + pair.drivingCost(driven)
    if let best, total >= best.cost { return }
    best = Insertion(
      cost: total, terms: pair.terms, boarding: pickup.boarding,
      pickupPosition: pair.schedule.stops(ofHalt: pickup.halt).upperBound,
      dropoffPosition: pair.schedule.stops(ofHalt: j).upperBound)
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
