/// A set of limits and weights to begin with, and that dispatchers are compared under.
public enum Preset: String, Hashable, Sendable, CaseIterable {
  /// Limits bind; a second of driving, of waiting and of detour cost the same.
  case hard
  /// KaRRi's: limits are soft for the new rider; operation, wait and ride cost the same.
  case karri
  /// That of the dial-a-ride problem: limits bind, and only driving costs.
  case dialARide = "dial-a-ride"

  public var limits: ServiceRules.Limits { self == .karri ? .soft : .hard }

  public var weights: Weights {
    switch self {
    case .hard:
      Weights(driving: 1000, operation: 0, wait: 1000, ride: 1000, walk: 1000)
    case .karri:
      Weights(
        driving: 0, operation: 1000, wait: 1000, ride: 1000, walk: 1000, lateBoarding: 1000,
        lateArrival: 10_000)
    case .dialARide: Weights(driving: 1000, operation: 0, wait: 0, ride: 0, walk: 0)
    }
  }
}
