import Indicators
import ScenarioModel

extension Summary {
  public init(of run: RunFigures) {
    scenario = run.scenario.name
    seed = run.scenario.seed
    days = run.bookings.count
    strategies = run.strategies.map { strategy in
      let kpis = Indicator.allCases.map { ($0.id, KPI(strategy.overviews[$0], of: $0)) }
      return Strategy(id: strategy.id, kpis: Dictionary(uniqueKeysWithValues: kpis))
    }
    comparisons = run.comparisons.flatMap { comparison in
      Indicator.allCases.map { indicator in
        let difference = comparison.differences[indicator].difference
        return Comparison(
          a: comparison.a, b: comparison.b, kpi: indicator.id, meanDifference: difference?.mean,
          ci95: difference?.interval, days: difference?.days ?? 0)
      }
    }
    traceDigests = Dictionary(
      uniqueKeysWithValues: run.strategies.map { ($0.id, $0.traceDigest) })
  }
}

extension Summary.KPI {
  fileprivate init(_ overview: Overview, of indicator: Indicator) {
    self.init(
      mean: overview.mean?.mean, p50: overview.p50, p90: overview.p90, p95: overview.p95,
      ci95: overview.mean?.interval, p90CI95: overview.p90Interval,
      unit: indicator.definition.unit.rawValue, days: overview.mean?.days ?? 0)
  }
}
