import Indicators
import Mobility

/// Who was refused, by reason.
public struct RefusalSection: Hashable, Sendable, Encodable {
  public struct Count: Hashable, Sendable, Encodable {
    public let riders: Int
    public let bookings: Int
  }

  public struct Row: Hashable, Sendable, Encodable {
    public let reason: String
    /// By strategy.
    public let counts: [Count]
  }

  /// All who asked.
  public let riders: Int
  /// In the order of the reasons' definition, those that occur.
  public let rows: [Row]

  /// - Returns: `nil` where nobody was refused.
  init?(of run: RunFigures) {
    let trips = run.strategies.map { $0.days.flatMap(\.trips.values) }
    riders = trips[0].reduce(0) { $0 + $1.request.riders }
    rows = Refusal.allCases.map { reason in
      Row(
        reason: reason.rawValue,
        counts: trips.map { trips in
          let refused = trips.filter { trip in
            if case .refused(reason, _) = trip.answer { true } else { false }
          }
          return Count(
            riders: refused.reduce(0) { $0 + $1.request.riders }, bookings: refused.count)
        })
    }.filter { row in row.counts.contains { $0.bookings > 0 } }
    guard !rows.isEmpty else { return nil }
  }
}
