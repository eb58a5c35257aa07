public import Mobility

extension Terms {
  /// What it costs to begin boarding after the preferred time.
  public func lateBoardingCost(_ boarding: Instant, at weights: Weights) -> Cost {
    max(boarding - preferredBoarding, .zero).cost(at: weights.lateBoarding, riders: riders)
  }

  /// What it costs to arrive after the preferred time.
  public func lateArrivalCost(_ arrival: Instant, at weights: Weights) -> Cost {
    max(arrival - preferredArrival, .zero).cost(at: weights.lateArrival, riders: riders)
  }
}
