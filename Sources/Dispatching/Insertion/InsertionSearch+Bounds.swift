import Mobility
import RoadNetwork

// What need not be looked at: by lower bounds it is infeasible, or dearer than the best pair known.
extension InsertionSearch {
  /// Whether a vehicle that leaves its riders behind could be back in time, and cheaply enough.
  func isWorthwhileToComeBack(
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

  /// Whether a pick-up at a halt of its own, after halt `i`, could be feasible and cheap enough.
  func isWorthwhile(_ pair: InsertionPair, _ schedule: Schedule, after i: Int) -> Bool {
    guard i < schedule.lastHalt else { return isWorthwhileAfterLast(pair, schedule) }
    return isWorthwhile(
      pair, schedule, after: i, toPickup: detours.leastToPickup(from: schedule.halts[i]),
      toNext: detours.leastFromPickup(to: schedule.halts[i + 1]))
  }

  func isWorthwhileAfterLast(_ pair: InsertionPair, _ schedule: Schedule) -> Bool {
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
  mutating func isWorthwhileFromOrigin(_ pair: InsertionPair, _ schedule: Schedule) -> Bool {
    let toNext = detours.fromPickup(1, to: schedule.halts[1])
    guard
      isWorthwhile(
        pair, schedule, after: 0, toPickup: detours.leastToPickup(from: schedule.halts[0]),
        toNext: toNext)
    else { return false }
    let toPickup = detours.toPickup(0, from: schedule.halts[0])
    return isWorthwhile(pair, schedule, after: 0, toPickup: toPickup, toNext: toNext)
  }

  func isWorthwhile(
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

  /// Whether a halt of its own for the drop-off, after halt `j`, could be feasible and cheap enough.
  func isWorthwhile(
    _ pair: InsertionPair, _ schedule: Schedule, _ pickup: PickupCandidate, after j: Int,
    driven: TimeSpan,
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
}
