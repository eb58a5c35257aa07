/// A mean over days with the 95 % interval that Student's t gives it.
public struct MeanEstimate: Hashable, Sendable {
  public let mean: Double
  /// `nil` for a single day.
  public let interval: ClosedRange<Double>?
  public let days: Int

  /// - Returns: `nil` of no values.
  public init?(of values: [Double]) {
    guard !values.isEmpty else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    self.mean = mean
    days = values.count
    guard days > 1 else {
      interval = nil
      return
    }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(days - 1)).squareRoot()
    let reach =
      StudentT.quantile(0.975, degreesOfFreedom: days - 1) * deviation
      / Double(days).squareRoot()
    interval = (mean - reach)...(mean + reach)
  }
}
