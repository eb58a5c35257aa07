import Mobility
import ScenarioModel

/// What the rules of a service leave of its bookings, whatever the vehicles do.
struct RefusalOutlook {
  private let bookings: [Booking]
  private let rules: ServiceRules
  private let days: Int

  /// Enough to see whether most are refused.
  private static let leastBookings = 300

  /// Looks at the first days.
  init(of scenario: Scenario) {
    var bookings: [Booking] = []
    var days = 0
    while days < scenario.days, days < Self.leastBookings, bookings.count < Self.leastBookings {
      bookings += scenario.bookings(onDay: days)
      days += 1
    }
    self.bookings = bookings
    self.days = days
    rules = scenario.rules
  }

  /// `nil` where at least half of the bookings are left.
  var note: String? {
    let refusals = bookings.compactMap { rules.refusal(of: $0.request) }
    guard refusals.count * 2 > bookings.count else { return nil }
    let reasons = Refusal.allCases.compactMap { reason in
      let count = refusals.count { $0 == reason }
      return count > 0 ? "\(count) \(reason.rawValue)" : nil
    }
    return "the rules refuse \(refusals.count) of \(bookings.count) bookings of the first "
      + "\(days == 1 ? "day" : "\(days) days"): " + reasons.joined(separator: ", ")
  }
}
