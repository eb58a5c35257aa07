import Mobility

/// A request and a vehicle's plan under examination, with the prices of delays.
struct InsertionPair {
  let terms: Terms
  let vehicle: Vehicle
  let schedule: Schedule
  let weights: Weights

  /// What delays at one halt cost those who board, start their ride or alight there.
  func cost(
    at halt: Schedule.Halt, arrivesLater: TimeSpan, boardsLater: TimeSpan, leavesLater: TimeSpan
  ) -> Cost {
    boardsLater.cost(at: weights.wait, riders: halt.boarding)
      - leavesLater.cost(at: weights.ride, riders: halt.starting)
      + arrivesLater.cost(at: weights.ride, riders: halt.alighting)
  }

  func waitCost(boarding: Instant) -> Cost {
    (boarding - terms.ready).cost(at: weights.wait, riders: terms.riders)
  }

  func rideCost(_ ride: TimeSpan) -> Cost {
    (ride - terms.direct).cost(at: weights.ride, riders: terms.riders)
  }

  var walkCost: Cost { terms.walk.cost(at: weights.walk, riders: terms.riders) }

  func drivingCost(_ driven: TimeSpan) -> Cost { driven.cost(at: weights.driving) }
}
