import Foundation

/// What the values of several days say about any day.
enum DayStatistics {
  static func mean(of values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// Mean plus and minus t(0.975, n - 1) * s / sqrt(n).
  static func interval(of values: [Double]) -> ClosedRange<Double>? {
    guard values.count > 1, let mean = mean(of: values) else { return nil }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(values.count - 1)).squareRoot()
    let half = studentT(freedom: values.count - 1) * deviation / Double(values.count).squareRoot()
    return (mean - half)...(mean + half)
  }

  /// The 97.5 % quantile of Student's t, by bisection of its distribution.
  ///
  /// - SeeAlso: Abramowitz and Stegun (1964), "Handbook of Mathematical Functions", 26.7.3 and
  ///   26.7.4: the finite series for whole degrees of freedom.
  static func studentT(freedom: Int) -> Double {
    var low = 0.0
    var high = 0.5 * Double.pi
    while true {
      let middle = 0.5 * (low + high)
      guard low < middle, middle < high else { break }
      if shareWithin(angle: middle, freedom: freedom) < 0.95 { low = middle } else { high = middle }
    }
    return Double(freedom).squareRoot() * tan(0.5 * (low + high))
  }

  /// The probability that |t| is at most sqrt(freedom) * tan(angle).
  private static func shareWithin(angle: Double, freedom: Int) -> Double {
    let square = cos(angle) * cos(angle)
    var sum = 0.0
    if freedom.isMultiple(of: 2) {
      var term = 1.0
      for step in 0..<(freedom / 2) {
        if step > 0 { term *= square * Double(2 * step - 1) / Double(2 * step) }
        sum += term
      }
      return sin(angle) * sum
    }
    var term = cos(angle)
    for step in 0..<(freedom / 2) {
      if step > 0 { term *= square * Double(2 * step) / Double(2 * step + 1) }
      sum += term
    }
    return 2 / Double.pi * (angle + sin(angle) * sum)
  }
}
