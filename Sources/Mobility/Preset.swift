/// A set of limits and weights to begin with, and that dispatchers are compared under.
public enum Preset: String, Hashable, Sendable, CaseIterable {
  /// Limits bind; a second of driving, of waiting and of detour cost the same.
  case hard
  /// KaRRi's: limits are soft for the new rider; operation, wait and ride cost the same.
  case karri

  public var limits: ServiceRules.Limits { self == .hard ? .hard : .soft }

  public var weights: Weights {
    switch self {
    case .hard:
      Weights(driving: 1000, operation: 0, wait: 1000, ride: 1000, walk: 1000)
    case .karri:
      Weights(
        driving: 0, operation: 1000, wait: 1000, ride: 1000, walk: 1000, lateBoarding: 1000,
        lateArrival: 10_000)
    }
  }
}
