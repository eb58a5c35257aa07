import Indicators
import Mobility

/// Who was refused, by reason, and what would have served them.
public struct RefusalSection: Hashable, Sendable, Encodable {
  public struct Count: Hashable, Sendable, Encodable {
    public let riders: Int
    public let bookings: Int
  }

  /// How many bookings have their cheapest fix in the same kind of change.
  public struct FixCount: Hashable, Sendable, Encodable {
    public let change: String
    public let bookings: Int
    /// In minutes; the hours of the day from which a van is added; `nil` where nothing helps.
    public let least: Int?
    public let most: Int?
  }

  public struct Row: Hashable, Sendable, Encodable {
    public let reason: String
    /// By strategy.
    public let counts: [Count]
    /// By strategy, those of the days in `fixDays`.
    public let fixes: [[FixCount]]
  }

  /// All who asked.
  public let riders: Int
  /// In the order of the reasons' definition, those that occur.
  public let rows: [Row]
  /// The refusals that were looked at for fixes: those of all days, of the one that is animated, some
  /// of all, or none.
  public let fixDays: FixDays
  /// How many were looked at, of how many refusals.
  public let fixed: Int
  public let refused: Int
  /// The day of the fixes, where they are those of one.
  public let fixDay: Int?

  public enum FixDays: String, Hashable, Sendable, Encodable {
    case all, one, some, none
  }

  /// - Returns: `nil` where nobody was refused.
  init?(of source: PageSource, animatedDay: Int?) {
    let run = source.figures
    let trips = run.strategies.map { $0.days.flatMap(\.trips.values) }
    riders = trips[0].reduce(0) { $0 + $1.request.riders }
    let refusals = RefusalFixes(of: source)
    fixDays =
      refusals.areComplete(onDay: nil)
      ? .all
      : refusals.areComplete(onDay: animatedDay)
        ? .one : refusals.coverage.fixed > 0 ? .some : .none
    (fixed, refused) = refusals.coverage
    fixDay = fixDays == .one ? animatedDay : nil
    let (scope, day) = (fixDays, fixDay)
    rows = Refusal.allCases.map { reason in
      Row(
        reason: reason.rawValue,
        counts: trips.map { trips in
          let refused = trips.filter { trip in
            if case .refused(reason, _) = trip.answer { true } else { false }
          }
          return Count(
            riders: refused.reduce(0) { $0 + $1.request.riders }, bookings: refused.count)
        },
        fixes: run.strategies.indices.map {
          scope == .none ? [] : refusals.counts(of: reason, strategy: $0, day: day)
        })
    }.filter { row in row.counts.contains { $0.bookings > 0 } }
    guard !rows.isEmpty else { return nil }
  }
}
