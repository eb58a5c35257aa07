import Mobility
import RoadNetwork

// Where the party alights, and what that delays.
extension InsertionSearch {
  /// Looks at every drop-off position for one pick-up.
  mutating func dropOffs(
    _ pair: InsertionPair, _ schedule: Schedule, _ pickup: PickupCandidate, onlyDirect: Bool
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

      let joined = max(begin, terms.earliestArrival)
      if halt.place == terms.dropoff, joined <= halt.latestBoarding {
        delays[j] = joined + halt.work + terms.boarding - halt.departure
        let delayed = pair.cost(
          at: j, of: schedule, arrivesLater: later, boardsLater: joined - halt.begin,
          leavesLater: delays[j])
        if let tail = tail(pair, schedule, from: j + 1, later: delays[j]) {
          consider(
            pair, schedule, pickup, after: j, arrival: arrival, driven: driven,
            endsLater: tail.delay,
            cost: cost + delayed + tail.cost)
        }
      }

      if !pair.vehicle.cabin.holds(halt.load + terms.load) { return }
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

  /// Tries a halt of its own for the drop-off, between halt `j` and the next or after the last.
  mutating func dropOff(
    _ pair: InsertionPair, _ schedule: Schedule, _ pickup: PickupCandidate, after j: Int,
    arrival: Instant,
    drivenBefore: TimeSpan,
    cost: Cost
  ) {
    let terms = pair.terms
    guard arrival <= terms.latestArrival, arrival - pickup.departure <= terms.rideLimit else {
      return
    }
    let departure =
      max(arrival + service.rules.halt, terms.earliestArrival) + terms.boarding
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
  mutating func tail(
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
  func keepsRides(endingAt k: Int, arrival: Instant, of schedule: Schedule) -> Bool {
    for position in schedule.stops(ofHalt: k) {
      guard let ride = schedule.rides[position] else { continue }
      if arrival > ride.latestArrival { return false }
      guard let start = ride.pickupHalt else { continue }
      if arrival - (schedule.halts[start].departure + delays[start]) > ride.limit { return false }
    }
    return true
  }

  mutating func consider(
    _ pair: InsertionPair, _ schedule: Schedule, _ pickup: PickupCandidate, after j: Int,
    arrival: Instant,
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
struct PickupCandidate {
  /// The halt that the pick-up joins, or comes after.
  let halt: Int
  let boarding: Instant
  let departure: Instant
  let toPickup: TimeSpan
  let joins: Bool
  /// Wait of the new party and delay of others so far.
  let cost: Cost
}
