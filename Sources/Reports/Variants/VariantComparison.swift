public import Indicators

/// Two finished runs, variants of a scenario, strategy by strategy; every difference is b - a.
public struct VariantComparison: Sendable {
  /// A strategy under both variants.
  public struct Strategy: Hashable, Sendable {
    /// The same name in both, unless each run has but one strategy.
    public let a: String
    public let b: String
    /// In the order of `indicators`.
    public let figures: [VariantFigure]
    public let divisions: [VariantGroups]

    public subscript(indicator: Indicator) -> VariantFigure {
      guard let figure = figures.first(where: { $0.indicator == indicator }) else {
        preconditionFailure("a KPI that is not compared: \(indicator)")
      }
      return figure
    }
  }

  /// All but the computing time, which is that of a machine and in no trace.
  public static let indicators = Indicator.allCases.filter { $0 != .computeTime }

  public let a: RunFigures
  public let b: RunFigures
  public let pairing: VariantPairing
  /// In the order of a; none where the runs have no strategy in common.
  public let strategies: [Strategy]

  public init(from a: RunFigures, to b: RunFigures) {
    let shared = VariantPairing(a, b)
    let pairing = shared.pairing
    let names = PageName.latinNames(in: a.scenario)
      .merging(PageName.latinNames(in: b.scenario)) { first, _ in first }
    strategies = Self.pairs(a, b).map { runA, runB in
      Strategy(
        a: runA.id, b: runB.id,
        figures: Self.indicators.map { indicator in
          VariantFigure(
            indicator, a: runA.figures.map { $0.values[indicator] },
            b: runB.figures.map { $0.values[indicator] }, pairing: pairing)
        },
        divisions: VariantGroups.Division.allCases.compactMap { division in
          VariantGroups(
            division, a: VariantDays(days: runA.days, bookings: a.bookings),
            b: VariantDays(days: runB.days, bookings: b.bookings), names: names, pairing: pairing)
        })
    }
    self.a = a
    self.b = b
    self.pairing = shared
  }

  private static func pairs(
    _ a: RunFigures, _ b: RunFigures
  ) -> [(RunFigures.StrategyFigures, RunFigures.StrategyFigures)] {
    if a.strategies.count == 1, b.strategies.count == 1 {
      return [(a.strategies[0], b.strategies[0])]
    }
    return a.strategies.compactMap { run in
      b.strategies.first { $0.id == run.id }.map { (run, $0) }
    }
  }
}
