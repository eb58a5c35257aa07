public import Indicators
import Mobility
public import ScenarioModel

/// All figures of a run, worked out once for every report.
public struct RunFigures: Sendable {
  public struct StrategyFigures: Sendable {
    public let id: String
    public let traceDigest: String
    public let days: [ServiceDay]
    public let figures: [DayFigures]
    public let overviews: PerIndicator<Overview>
    /// Empty unless asked for.
    public let boundedDays: [BoundedDay]
  }

  /// A strategy against the first one.
  public struct Comparison: Sendable {
    public let a: String
    public let b: String
    public let differences: PerIndicator<PairedComparison>
  }

  public let scenario: Scenario
  public let bookings: [[Booking]]
  public let strategies: [StrategyFigures]
  public let comparisons: [Comparison]

  /// The figures of bounds that were asked for: all or none.
  public var boundFigures: [BoundFigure] {
    strategies.allSatisfy { !$0.boundedDays.isEmpty } ? BoundFigure.allCases : []
  }

  public init(of results: RunResults) {
    let scenario = results.scenario
    let inputs = results.bookings.map { bookings in
      DayInputs(
        requests: Column(bookings.map(\.request)), vehicles: scenario.vehicles,
        refusalWait: scenario.refusalWait)
    }
    strategies = results.strategies.map { run in
      let days = zip(run.traces, inputs).map { ServiceDay($0, inputs: $1) }
      let figures = zip(days, run.computeSeconds).map { DayFigures($0, computeSeconds: $1) }
      return StrategyFigures(
        id: run.id, traceDigest: run.traceDigest, days: days, figures: figures,
        overviews: Overview.all(of: figures, seed: scenario.seed), boundedDays: run.boundedDays)
    }
    self.scenario = scenario
    bookings = results.bookings
    comparisons = strategies.dropFirst().map { [first = strategies[0]] other in
      Comparison(
        a: first.id, b: other.id,
        differences: PerIndicator {
          PairedComparison(of: $0, from: first.figures, to: other.figures)
        })
    }
  }
}
