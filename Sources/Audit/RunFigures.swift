/// All figures of a run: of each day, and over the days.
///
/// Times in seconds, lengths in metres (`vkt` in kilometres), `vehicle_hours` in hours, shares as
/// fractions. What is missing has no value.
public struct RunFigures: Hashable, Sendable {
  public struct Day: Hashable, Sendable {
    public let day: Int
    public let values: [Figure: Double]

    public init(day: Int, values: [Figure: Double]) {
      self.day = day
      self.values = values
    }
  }

  /// A figure over all days.
  public struct Summary: Hashable, Sendable {
    /// Mean of the day values.
    public let mean: Double?
    public let p50: Double?
    public let p90: Double?
    public let p95: Double?
    /// The ends of the 95 % interval of the mean; `nil` for fewer than two days.
    public let ci95: ClosedRange<Double>?

    public init(
      mean: Double?, p50: Double?, p90: Double?, p95: Double?, ci95: ClosedRange<Double>?
    ) {
      self.mean = mean
      self.p50 = p50
      self.p90 = p90
      self.p95 = p95
      self.ci95 = ci95
    }
  }

  public let days: [Day]
  public let summaries: [Figure: Summary]

  public init(days: [Day], summaries: [Figure: Summary]) {
    self.days = days
    self.summaries = summaries
  }
}

extension RunFigures {
  /// The summaries of `days`: rider figures pool their samples, the others their day values.
  init(_ days: [DerivedDay]) {
    var summaries: [Figure: Summary] = [:]
    for figure in Figure.allCases {
      let means = days.compactMap { $0.values[figure] }
      let pooled =
        figure.isOfRiders
        ? days.flatMap { $0.samples[figure] ?? [] }
        : means.map { Sample(value: $0, riders: 1) }
      let ranked = RankedSamples(pooled)
      summaries[figure] = Summary(
        mean: DayStatistics.mean(of: means), p50: ranked.quantile(percent: 50),
        p90: ranked.quantile(percent: 90), p95: ranked.quantile(percent: 95),
        ci95: DayStatistics.interval(of: means))
    }
    self.init(
      days: days.map { Day(day: $0.day, values: $0.values) }, summaries: summaries)
  }
}
