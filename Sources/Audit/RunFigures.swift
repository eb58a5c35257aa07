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
    /// The ends of the 95 % interval of `p90`; `nil` for fewer than two days.
    public let p90CI95: ClosedRange<Double>?
    /// Days with a value.
    public let days: Int

    public init(
      mean: Double?, p50: Double?, p90: Double?, p95: Double?, ci95: ClosedRange<Double>?,
      p90CI95: ClosedRange<Double>?, days: Int
    ) {
      self.mean = mean
      self.p50 = p50
      self.p90 = p90
      self.p95 = p95
      self.ci95 = ci95
      self.p90CI95 = p90CI95
      self.days = days
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
  init(_ days: [DerivedDay], seed: UInt64) {
    var summaries: [Figure: Summary] = [:]
    for figure in Figure.allCases {
      let means = days.compactMap { $0.values[figure] }
      summaries[figure] =
        figure.isOfRiders
        ? Summary(means, samples: days.compactMap { $0.samples[figure] }, seed: seed)
        : Summary(ofDays: means, seed: seed)
    }
    self.init(
      days: days.map { Day(day: $0.day, values: $0.values) }, summaries: summaries)
  }
}

extension RunFigures.Summary {
  /// Of values that days have, and nobody else.
  public init(ofDays values: [Double], seed: UInt64) {
    self.init(values, samples: values.map { [Sample(value: $0, riders: 1)] }, seed: seed)
  }

  /// `samples` by day, those without any left out.
  init(_ means: [Double], samples: [[Sample]], seed: UInt64) {
    let ranked = RankedSamples(samples.flatMap { $0 })
    self.init(
      mean: DayStatistics.mean(of: means), p50: ranked.quantile(percent: 50),
      p90: ranked.quantile(percent: 90), p95: ranked.quantile(percent: 95),
      ci95: DayStatistics.interval(of: means),
      p90CI95: DrawnDays.p90Interval(of: samples, seed: seed), days: means.count)
  }
}
