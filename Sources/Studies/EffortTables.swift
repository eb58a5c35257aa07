import Dispatching
import Journal
import Mobility
import Simulator

/// What finding the plans took, and how good they are proved to be, as CSV.
///
/// Beside the trace and outside its digest: a faster version changes these alone.
public enum EffortTables {
  public static let effortColumns = ["day", "strategy"] + Effort().counts.map(\.name)
  public static let epochColumns = [
    "day", "strategy", "time", "open_requests", "columns", "bound_s", "objective_s", "gap_share",
    "proved", "cut",
  ]

  /// The content of `effort.csv`: a row for each day and strategy.
  public static func effort(of outcomes: [Experiment.StrategyOutcome]) -> String {
    lines(heading: effortColumns, of: outcomes) { day, strategy, effort in
      [[String(day), strategy] + effort.counts.map { String($0.count) }]
    }
  }

  /// The content of `epochs.csv`: a row for each plan with its proof.
  ///
  /// Costs are weighted seconds; `bound` is what no choice among the columns can undercut, and
  /// empty where nothing is proven; `cut` says whether the work that a decision may do was used up.
  public static func epochs(of outcomes: [Experiment.StrategyOutcome]) -> String {
    lines(heading: epochColumns, of: outcomes) { day, strategy, effort in
      effort.epochs.map { epoch in
        [
          String(day), strategy, "\(epoch.time)", String(epoch.openRequests),
          String(epoch.columns), epoch.bound.map { "\($0 / 1_000_000)" } ?? "",
          "\(Double(epoch.objective) / 1_000_000)", epoch.gap.map { "\($0)" } ?? "",
          epoch.isProved ? "yes" : "no", epoch.isCut ? "yes" : "no",
        ]
      }
    }
  }

  /// The counts of all days of one strategy together.
  public static func totals(of outcome: Experiment.StrategyOutcome) -> [String: Int] {
    outcome.days.flatMap(\.effort.counts).reduce(into: [:]) { totals, counted in
      totals[counted.name, default: 0] += counted.count
    }
  }

  private static func lines(
    heading: [String], of outcomes: [Experiment.StrategyOutcome],
    rows: (Int, String, Effort) -> [[String]]
  ) -> String {
    let days = outcomes.flatMap { outcome in
      outcome.days.flatMap { rows($0.trace.day, outcome.settings.id, $0.effort) }
    }
    return ([heading] + days).map { $0.joined(separator: ",") + "\n" }.joined()
  }
}
