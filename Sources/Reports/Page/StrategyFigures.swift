import Indicators

/// The KPIs of one strategy over all days, in their own units.
public struct StrategyFigures: Hashable, Sendable, Encodable {
  public struct Figure: Hashable, Sendable, Encodable {
    public let mean: Double?
    /// The 95 % interval of the mean; `nil` for one day.
    public let low: Double?
    public let high: Double?
    public let p50: Double?
    public let p90: Double?
    public let p95: Double?
    public let days: Int
  }

  public let id: String
  /// The same in every report: `#rrggbb`.
  public let colour: String
  /// In the order of the page's indicators.
  public let figures: [Figure]

  init(_ strategy: RunFigures.StrategyFigures, colour: String) {
    id = strategy.id
    self.colour = colour
    figures = Indicator.allCases.map { indicator in
      let overview = strategy.overviews[indicator]
      return Figure(
        mean: overview.mean?.mean, low: overview.mean?.interval?.lowerBound,
        high: overview.mean?.interval?.upperBound, p50: overview.p50, p90: overview.p90,
        p95: overview.p95, days: overview.mean?.days ?? 0)
    }
  }
}
