import Indicators
import Mobility
import Studies

/// The refused requests of a run beside their cheapest fixes.
struct RefusalFixes {
  private struct Refused {
    let strategy: Int
    let day: Int
    let reason: Refusal
    /// `nil` for a request that was not looked at.
    let fix: PageFix?
  }

  private let refused: [Refused]

  init(of source: PageSource) {
    struct Key: Hashable {
      let strategy: String
      let day: Int
      let request: Int
    }
    let fixes = Dictionary(
      source.fixes.map { (Key(strategy: $0.strategy, day: $0.day, request: $0.request), $0) },
      uniquingKeysWith: { first, _ in first })
    refused = source.figures.strategies.enumerated().flatMap { position, strategy in
      strategy.days.flatMap { day in
        day.trips.values.compactMap { trip -> Refused? in
          guard case .refused(let reason, _) = trip.answer else { return nil }
          let key = Key(strategy: strategy.id, day: day.day, request: trip.request.id.index)
          return Refused(strategy: position, day: day.day, reason: reason, fix: fixes[key])
        }
      }
    }
  }

  /// Whether every refused request was looked at, on one day or on all; `false` where there is none.
  func areComplete(onDay day: Int?) -> Bool {
    let those = refused.filter { day == nil || $0.day == day }
    return !those.isEmpty && those.allSatisfy { $0.fix != nil }
  }

  /// How many of all were looked at.
  var coverage: (fixed: Int, refused: Int) { (refused.count { $0.fix != nil }, refused.count) }

  /// In the order of the kinds of change, those without a fix last.
  func counts(of reason: Refusal, strategy: Int, day: Int?) -> [RefusalSection.FixCount] {
    let fixes = refused.filter {
      $0.reason == reason && $0.strategy == strategy && (day == nil || $0.day == day)
    }.compactMap(\.fix)
    return (Change.Kind.allCases.map(\.id) + [FixTable.nothing]).compactMap { change in
      let own = fixes.filter { $0.change == change }
      guard !own.isEmpty else { return nil }
      let amounts = own.compactMap { $0.minutes ?? $0.vanHour }
      return RefusalSection.FixCount(
        change: change, bookings: own.count, least: amounts.min(), most: amounts.max())
    }
  }
}
