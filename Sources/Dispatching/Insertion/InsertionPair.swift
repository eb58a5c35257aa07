import Mobility

/// A request and a vehicle under examination, with the prices of delays.
///
/// Without the plan itself, so that it is nothing but numbers.
struct InsertionPair {
  let terms: Terms
  let vehicle: Vehicle
  let weights: Weights
  /// What the plan under examination costs more than the vehicle's own, without the request.
  let base: Cost

  init(
    _ terms: Terms, _ vehicle: Vehicle, _ weights: Weights, base: Cost = 0
  ) {
    self.terms = terms
    self.vehicle = vehicle
    self.weights = weights
    self.base = base
  }

  /// What delays at one halt cost those who board, start their ride or alight there.
  func cost(
    at k: Int, of schedule: Schedule, arrivesLater: TimeSpan, boardsLater: TimeSpan,
    leavesLater: TimeSpan
  ) -> Cost {
    let halt = schedule.halts[k]
    let delay =
      boardsLater.cost(at: weights.wait, riders: halt.boarding)
      - leavesLater.cost(at: weights.ride, riders: halt.starting)
      + arrivesLater.cost(at: weights.ride, riders: halt.alighting)
    guard schedule.hasSoftStops else { return delay }
    return schedule.stops(ofHalt: k).reduce(delay) { cost, position in
      let stop = schedule.stops[position]
      switch stop.purpose {
      case .pickup:
        return cost + stop.terms.lateBoardingCost(halt.begin + boardsLater, at: weights)
          - stop.terms.lateBoardingCost(halt.begin, at: weights)
      case .dropoff:
        return cost + stop.terms.lateArrivalCost(halt.arrival + arrivesLater, at: weights)
          - stop.terms.lateArrivalCost(halt.arrival, at: weights)
      }
    }
  }

  /// What the new party's wait costs.
  func boardingCost(_ boarding: Instant) -> Cost {
    (boarding - terms.ready).cost(at: weights.wait, riders: terms.riders)
      + terms.lateBoardingCost(boarding, at: weights)
  }

  /// What its ride costs.
  func rideCost(from departure: Instant, to arrival: Instant) -> Cost {
    (arrival - departure - terms.direct).cost(at: weights.ride, riders: terms.riders)
      + terms.lateArrivalCost(arrival, at: weights)
  }

  var walkCost: Cost { terms.walk.cost(at: weights.walk, riders: terms.riders) }

  /// What it costs the vehicle to drive so much more and to end so much later.
  func vehicleCost(driven: TimeSpan, endsLater: TimeSpan) -> Cost {
    driven.cost(at: weights.driving) + endsLater.cost(at: weights.operation)
  }

  /// No insertion whose pick-up begins boarding then, at the earliest, costs less.
  ///
  /// `delay` is how much later the next halt is reached at least, `driven` how much farther it is.
  func leastCost(
    in schedule: Schedule, boarding: Instant, driven: TimeSpan, delay: TimeSpan,
    absorbed: TimeSpan
  ) -> Cost {
    let boarding = max(boarding, terms.ready)
    return base + schedule.leastDelayCost + walkCost + boardingCost(boarding)
      + vehicleCost(driven: max(driven, .zero), endsLater: max(delay - absorbed, .zero))
      + terms.lateArrivalCost(boarding + terms.boarding + terms.direct, at: weights)
  }
}
