/// One strategy minus another in one figure, day by day.
public struct DayDifference: Hashable, Sendable {
  /// `nil` where no day has both values.
  public let mean: Double?
  /// The ends of the 95 % interval of the mean; `nil` for fewer than two days.
  public let ci95: ClosedRange<Double>?
  /// Days on which both have a value.
  public let days: Int

  public init(mean: Double?, ci95: ClosedRange<Double>?, days: Int) {
    self.mean = mean
    self.ci95 = ci95
    self.days = days
  }

  /// Of b - a, values by day.
  public init(from a: [Double?], to b: [Double?]) {
    let differences = zip(a, b).compactMap { a, b in a.flatMap { a in b.map { $0 - a } } }
    self.init(
      mean: DayStatistics.mean(of: differences), ci95: DayStatistics.interval(of: differences),
      days: differences.count)
  }
}
