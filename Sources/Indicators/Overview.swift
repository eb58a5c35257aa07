/// A KPI over the days of a run.
public struct Overview: Hashable, Sendable {
  /// Over the days that have a value, which are counted; `nil` when no day has one.
  public let mean: MeanEstimate?
  /// Nearest rank: riders pooled over days where the KPI counts riders, else the days' values.
  public let p50: Double?
  public let p90: Double?
  public let p95: Double?
  /// By 2,000 seeded draws of whole days; `nil` for fewer than two days.
  public let p90Interval: ClosedRange<Double>?
  /// Days without a value, which the mean leaves out.
  public let skippedDays: Int
}

extension Overview {
  /// A figure of bounds over the same days.
  public init(of figure: BoundFigure, over days: [BoundedDay], seed: UInt64) {
    let values = days.compactMap { $0.value(of: figure) }
    let samples = values.map { Sample($0) }
    self.init(
      mean: MeanEstimate(of: values), p50: Quantile.p50.value(of: samples),
      p90: Quantile.p90.value(of: samples), p95: Quantile.p95.value(of: samples),
      p90Interval: samples.count > 1
        ? DayResamples(days: samples.count, seed: seed)
          .interval(of: .p90, samplesByDay: samples.map { [$0] }) : nil,
      skippedDays: days.count - values.count)
  }

  /// All KPIs over the same days; the seed is that of the draws behind `p90Interval`.
  public static func all(of days: [DayFigures], seed: UInt64) -> PerIndicator<Overview> {
    PerIndicator { indicator in
      let samples = days.map { $0.samples[indicator] }.filter { !$0.isEmpty }
      let pooled = samples.flatMap { $0 }
      return Overview(
        mean: MeanEstimate(of: days.compactMap { $0.values[indicator] }),
        p50: Quantile.p50.value(of: pooled), p90: Quantile.p90.value(of: pooled),
        p95: Quantile.p95.value(of: pooled),
        p90Interval: samples.count > 1
          ? DayResamples(days: samples.count, seed: seed)
            .interval(of: .p90, samplesByDay: samples) : nil,
        skippedDays: days.count - samples.count)
    }
  }
}
