import Mobility

/// The steps that decisions may take: so many for each request, and what is not used is saved up.
struct WorkSavings {
  private let perRequest: Int
  private var left: Int
  private var lastAnswer = Instant.distantPast

  /// For so many requests there are steps before the first has come.
  private static let requestsInAdvance = 75

  /// The parameter of strategies that plan within such limits.
  static func parameter(standard thousands: Int) -> Parameter {
    Parameter(
      "work", .whole(0...1_000_000), standard: .whole(thousands),
      summary: "Thousands of steps of search for each request; what is not used is saved up.")
  }

  init(_ settings: StrategySettings) {
    perRequest = 1000 * settings.whole("work")
    left = perRequest * Self.requestsInAdvance
  }

  /// What the next decision may take, with what the requests bring that came since the last.
  mutating func budget(for epoch: EpochProblem) -> WorkBudget {
    left += perRequest * epoch.open.count { $0.booked > lastAnswer }
    lastAnswer = epoch.now
    return WorkBudget(left)
  }

  mutating func spend(_ steps: Int) { left = max(0, left - steps) }
}
