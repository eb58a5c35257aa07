public import Dispatching
public import Mobility
public import ScenarioModel
public import Simulator

/// All days of a scenario under all its strategies, each on the same bookings.
public struct Experiment: Sendable {
  /// What the days of one strategy left behind, in order.
  public struct StrategyOutcome: Sendable {
    public let settings: StrategySettings
    public let days: [Simulation.Outcome]
  }

  /// Makes the strategy that settings describe, new for each day.
  public typealias Maker = @Sendable (StrategySettings, Service) -> any DispatchStrategy

  public let scenario: Scenario
  /// The bookings of each day.
  public let bookings: [[Booking]]
  private let maker: Maker
  private let service: Service
  /// By strategy: where idle vehicles wait as a day begins.
  private let parking: [Parking?]

  public init(_ scenario: Scenario, maker: @escaping Maker) {
    self.scenario = scenario
    self.maker = maker
    let service = Service(
      travelTimes: scenario.travelTimes, rules: scenario.rules, weights: scenario.weights)
    self.service = service
    lazy var forecast = scenario.forecast
    parking = scenario.strategies.map { Parking($0, forecast: forecast, service: service) }
    bookings = (0..<scenario.days).map { scenario.bookings(onDay: $0) }
  }

  /// Runs the days side by side; the number of threads changes nothing but the time it takes.
  ///
  /// `progress` hears how many of how many days are done. Throws the first `StrategyError`.
  public func run(
    threads: Int, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> [StrategyOutcome] {
    let jobs = scenario.strategies.indices.flatMap { strategy in
      bookings.indices.map { (strategy: strategy, day: $0) }
    }
    var outcomes = [Simulation.Outcome?](repeating: nil, count: jobs.count)
    try await withThrowingTaskGroup(of: (Int, Simulation.Outcome).self) { group in
      var started = 0
      func startNext() {
        guard started < jobs.count else { return }
        let (job, position) = (jobs[started], started)
        group.addTask {
          (position, try simulate(job.day, under: job.strategy))
        }
        started += 1
      }
      for _ in 0..<threads { startNext() }
      var finished = 0
      while let (position, outcome) = try await group.next() {
        outcomes[position] = outcome
        finished += 1
        progress(finished, jobs.count)
        startNext()
      }
    }
    return scenario.strategies.indices.map { strategy in
      let first = strategy * bookings.count
      return StrategyOutcome(
        settings: scenario.strategies[strategy],
        days: outcomes[first..<first + bookings.count].compactMap(\.self))
    }
  }

  private func simulate(_ day: Int, under strategy: Int) throws -> Simulation.Outcome {
    try Simulation(
      day: day, requests: Column(bookings[day].map(\.request)), vehicles: scenario.vehicles,
      service: service, strategy: maker(scenario.strategies[strategy], service),
      parking: parking[strategy]
    ).run()
  }
}
