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
  let service: Service
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
    let outcomes = try await sideBySide(
      jobs.count, threads: threads, progress: { progress($0, jobs.count) }
    ) { job in
      try simulation(ofDay: jobs[job].day, under: jobs[job].strategy).run()
    }
    return scenario.strategies.indices.map { strategy in
      let first = strategy * bookings.count
      return StrategyOutcome(
        settings: scenario.strategies[strategy],
        days: Array(outcomes[first..<first + bookings.count]))
    }
  }

  /// A day under a strategy, before it begins; perhaps with one request changed and one more vehicle.
  func simulation(
    ofDay day: Int, under strategy: Int, changing request: Request? = nil,
    adding vehicle: Vehicle? = nil
  ) -> Simulation {
    var requests = Column<Request, Request>(bookings[day].map(\.request))
    if let request { requests[request.id] = request }
    var vehicles = scenario.vehicles
    if let vehicle { vehicles = Column(vehicles.values + [vehicle]) }
    return Simulation(
      day: day, requests: requests, vehicles: vehicles, service: service,
      strategy: maker(scenario.strategies[strategy], service), parking: parking[strategy])
  }
}
