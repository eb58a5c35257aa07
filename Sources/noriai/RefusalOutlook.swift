import Mobility
import ScenarioModel

/// What the rules of a service leave of its bookings, whatever the vehicles do.
struct RefusalOutlook {
  private let bookings: [Booking]
  private let rules: ServiceRules
  private let vehicles: ContiguousArray<Vehicle>
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
    vehicles = scenario.vehicles.values
  }

  /// `nil` where at least half of the bookings are left.
  var note: String? {
    let lost = bookings.compactMap { reason(against: $0.request) }
    guard lost.count * 2 > bookings.count else { return nil }
    let counts = Set(lost).sorted().map { reason in "\(lost.count { $0 == reason }) \(reason)" }
    return "\(lost.count) of \(bookings.count) bookings of the first "
      + "\(days == 1 ? "day" : "\(days) days") cannot be served: " + counts.joined(separator: ", ")
  }

  /// Why no vehicle can take a party, wherever they are; `nil` where one might.
  private func reason(against request: Request) -> String? {
    if let refusal = rules.refusal(of: request) { return refusal.rawValue }
    if !vehicles.contains(where: { $0.cabin.holds(request.load) }) {
      return "with more riders than seats in any van"
    }
    guard rules.limits == .hard else { return nil }
    let wait = TimeWindow(opens: request.desired, closes: rules.endOfWait(of: request))
    let isOnDuty = vehicles.contains {
      $0.shift.opens <= wait.closes && wait.opens <= $0.shift.closes
    }
    return isOnDuty ? nil : "outside all shifts"
  }
}
