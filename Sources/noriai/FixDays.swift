import ArgumentParser
import Indicators
import Mobility
import Reports

/// The days whose refused requests are looked at for what would have served them.
enum FixDays: String, ExpressibleByArgument, CaseIterable {
  case none
  /// The one that `report.html` animates.
  case animated
  case all
  /// All where few requests were refused, else the one that is animated; no more than a quarter of the
  /// work of the run is enough for.
  case auto

  /// Refusals that are few, of all strategies together.
  private static let few = 60

  /// What may be spent on it, beside the run; without, nothing is left out.
  var percentOfRun: Int? { self == .auto ? 25 : nil }

  func days(of figures: RunFigures) -> [Int] {
    switch self {
    case .none: return []
    case .animated: return figures.typicalDay.map { [$0] } ?? []
    case .all: return figures.strategies[0].days.map(\.day)
    case .auto:
      let refusals = figures.strategies.flatMap(\.days).reduce(0) { sum, day in
        sum + day.trips.values.count { $0.ride == nil }
      }
      let chosen: FixDays = refusals <= Self.few ? .all : .animated
      return chosen.days(of: figures)
    }
  }
}
