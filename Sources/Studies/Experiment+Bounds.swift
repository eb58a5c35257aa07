public import BatchMatching
import Dispatching
public import Indicators
import Journal
import Mobility
import ScenarioModel
import Simulator

extension Experiment {
  /// What a day costs at least.
  public struct DayBounds: Sendable {
    public let day: Int
    /// No van leaves for a pick-up before it is booked.
    public let bookings: DayBound
    /// Everything is known from the start.
    public let perfectInformation: DayBound
  }

  /// The bounds of some days, side by side; `progress` hears how many are done.
  ///
  /// Throws `DayProblem.Unbounded` where the rules have no bound.
  public func bounds(
    ofDays days: Range<Int>, threads: Int, progress: (Int, Int) -> Void = { _, _ in }
  ) async throws -> [DayBounds] {
    let problems = try days.map { day in
      (try problem(ofDay: day, .perfect), try problem(ofDay: day, .bookings))
    }
    return try await sideBySide(
      days.count, threads: threads, progress: { progress($0, days.count) }
    ) { position in
      let (knowing, waiting) = problems[position]
      let perfect = DayBound(knowing)
      let bookings = DayBound(waiting, above: perfect)
      return DayBounds(
        day: days.lowerBound + position, bookings: bookings,
        perfectInformation: perfect.improved(by: bookings))
    }
  }

  /// Days under a strategy beside their bounds.
  public func boundedDays(of outcome: StrategyOutcome, by bounds: [DayBounds]) -> [BoundedDay] {
    let isBoundByBookings = !scenario.rules.diversion && !outcome.settings.repositions
    return zip(outcome.days, bounds).map { day, bounds in
      let inputs = DayInputs(
        requests: Column(bookings[day.trace.day].map(\.request)), vehicles: scenario.vehicles,
        refusalWait: scenario.refusalWait)
      return BoundedDay(
        day: day.trace.day,
        objective: DayObjective(day.trace, inputs: inputs, weights: scenario.weights).total,
        bookingBound: isBoundByBookings ? bounds.bookings.lower : nil,
        perfectInformationBound: bounds.perfectInformation.lower)
    }
  }

  private func problem(
    ofDay day: Int, _ foresight: DayProblem.Foresight
  ) throws(DayProblem.Unbounded) -> DayProblem {
    try DayProblem(
      requests: Column(bookings[day].map(\.request)), vehicles: scenario.vehicles,
      service: service, refusalWait: scenario.refusalWait, foresight: foresight)
  }
}

extension StrategySettings {
  /// Whether idle vans drive where no booking sends them.
  fileprivate var repositions: Bool {
    values.contains { $0.name == "repositioning" && $0.value != .choice("stay") }
  }
}
