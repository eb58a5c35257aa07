import Indicators

/// A strategy against the first one, day by day.
public struct StrategyDifferences: Hashable, Sendable, Encodable {
  public struct Difference: Hashable, Sendable, Encodable {
    public let mean: Double?
    /// The 95 % interval of the mean difference; `nil` for one day.
    public let low: Double?
    public let high: Double?
    public let days: Int
    public let verdict: Verdict
  }

  public let a: String
  public let b: String
  /// In the order of the page's indicators.
  public let differences: [Difference]

  init(_ comparison: RunFigures.Comparison) {
    a = comparison.a
    b = comparison.b
    differences = Indicator.allCases.map { indicator in
      let paired = comparison.differences[indicator]
      return Difference(
        mean: paired.difference?.mean, low: paired.difference?.interval?.lowerBound,
        high: paired.difference?.interval?.upperBound, days: paired.difference?.days ?? 0,
        verdict: Verdict(paired))
    }
  }
}
