public import Indicators
public import Journal
public import ScenarioModel

/// What a run leaves behind: the inputs of its days and a trace for each day and strategy.
public struct RunResults: Sendable {
  /// All days under one strategy.
  public struct StrategyRun: Sendable {
    public let id: String
    public let traces: [Trace]
    /// Time the strategy took on each day.
    public let computeSeconds: [Double]
    /// SHA-256 of the canonical records in hexadecimal digits.
    public let traceDigest: String
    /// For each day how far it is from the best possible; empty unless asked for.
    public let boundedDays: [BoundedDay]

    public init(
      id: String, traces: [Trace], computeSeconds: [Double], traceDigest: String,
      boundedDays: [BoundedDay] = []
    ) {
      self.id = id
      self.traces = traces
      self.computeSeconds = computeSeconds
      self.traceDigest = traceDigest
      self.boundedDays = boundedDays
    }
  }

  public let scenario: Scenario
  /// By day, in booking order: the same for every strategy.
  public let bookings: [[Booking]]
  /// In the order of the report; the first is the one the others are compared with.
  public let strategies: [StrategyRun]

  public init(scenario: Scenario, bookings: [[Booking]], strategies: [StrategyRun]) {
    precondition(!strategies.isEmpty, "a run has a strategy")
    for strategy in strategies {
      precondition(
        strategy.traces.count == bookings.count && strategy.computeSeconds.count == bookings.count,
        "\(strategy.id): a trace and a computing time for each day")
    }
    self.scenario = scenario
    self.bookings = bookings
    self.strategies = strategies
  }
}
