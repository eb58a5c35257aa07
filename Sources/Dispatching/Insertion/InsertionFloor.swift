import Mobility

/// What serving a request costs at least, by lower bounds of driving times: for leaving out vehicles
/// without a closer look.
struct InsertionFloor {
  private let terms: Terms
  private let weights: Weights
  private let halt: TimeSpan
  /// No boarding begins before.
  private let earliest: Instant
  private let walk: Cost

  init(_ terms: Terms, at now: Instant, in service: Service) {
    self.terms = terms
    weights = service.weights
    halt = service.rules.halt
    earliest = max(now, terms.ready)
    walk = terms.walk.cost(at: weights.walk, riders: terms.riders)
  }

  /// Both stops after the last: the vehicle reaches the pick-up at `arrival`, having driven `toPickup`
  /// to it, and saves its drive home from where its plan ends now.
  func bothAfterLast(arrival: Instant, toPickup: TimeSpan, homeward: TimeSpan) -> Cost {
    let boarding = max(arrival + halt, terms.ready)
    let driven = max(toPickup + terms.direct - homeward, .zero)
    let busy = boarding - arrival + toPickup + terms.boarding + terms.direct + halt + terms.boarding
    return walk + wait(boarding) + lateness(boarding + terms.boarding + terms.direct)
      + driven.cost(at: weights.driving) + busy.cost(at: weights.operation)
  }

  /// The pick-up where the vehicle comes by, the drop-off after its last stop.
  ///
  /// `work` bounds how long others take at the halt where the party boards.
  func dropoffAfterLast(
    departure: Instant, toDropoff: TimeSpan, homeward: TimeSpan, work: TimeSpan
  ) -> Cost {
    let arrival = departure + toDropoff
    let late = max(arrival - terms.ready - terms.boarding - terms.direct - work, .zero)
    let driven = max(toDropoff - homeward, .zero)
    return walk + late.cost(at: min(weights.wait, weights.ride), riders: terms.riders)
      + lateness(arrival) + driven.cost(at: weights.driving)
      + (toDropoff + halt + terms.boarding).cost(at: weights.operation)
  }

  /// Both stops where the vehicle comes by; it is at the pick-up at `arrival` at the earliest.
  func bothOnTheWay(arrival: Instant) -> Cost {
    let boarding = max(arrival, earliest)
    return walk + wait(boarding) + lateness(boarding + terms.boarding + terms.direct)
  }

  /// The latest arrival at the pick-up with which both stops after the last cost no more than
  /// `ceiling`; before `now` when there is none.
  func latestArrival(costingAtMost ceiling: Cost) -> Instant {
    var (low, high) = (earliest - halt - .seconds(1), terms.latestBoarding - halt)
    // The floor grows with the arrival.
    while low < high {
      let middle = low + TimeSpan(milliseconds: (high - low).milliseconds / 2 + 1)
      if bothAfterLast(arrival: middle, toPickup: .zero, homeward: terms.direct) <= ceiling {
        low = middle
      } else {
        high = middle - TimeSpan(milliseconds: 1)
      }
    }
    return low
  }

  private func wait(_ boarding: Instant) -> Cost {
    (boarding - terms.ready).cost(at: weights.wait, riders: terms.riders)
      + terms.lateBoardingCost(boarding, at: weights)
  }

  private func lateness(_ arrival: Instant) -> Cost {
    terms.lateArrivalCost(arrival, at: weights)
  }
}
