import Indicators
import ScenarioModel

extension Summary {
  public init(of run: RunFigures) {
    scenario = run.scenario.name
    seed = run.scenario.seed
    days = run.bookings.count
    strategies = run.strategies.map { strategy in
      let kpis =
        Indicator.allCases.map { ($0.id, KPI(strategy.overviews[$0], in: $0.definition.unit)) }
        + run.boundFigures.map { figure in
          let overview = Overview(of: figure, over: strategy.boundedDays, seed: run.scenario.seed)
          return (figure.id, KPI(overview, in: figure.unit))
        }
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
  fileprivate init(_ overview: Overview, in unit: Indicator.Unit) {
    self.init(
      mean: overview.mean?.mean, p50: overview.p50, p90: overview.p90, p95: overview.p95,
      ci95: overview.mean?.interval, p90CI95: overview.p90Interval,
      unit: unit.rawValue, days: overview.mean?.days ?? 0)
  }
}
