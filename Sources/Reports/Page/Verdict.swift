import Indicators

/// What a paired difference says about strategy b.
public enum Verdict: String, Hashable, Sendable, Encodable {
  case better, worse
  /// The interval includes zero.
  case tie
  /// A single day has no interval.
  case unknown

  init(_ comparison: PairedComparison) {
    guard let difference = comparison.difference, difference.interval != nil else {
      self = .unknown
      return
    }
    guard comparison.excludesZero else {
      self = .tie
      return
    }
    let isBetter = (difference.mean < 0) == (comparison.indicator.definition.better == .less)
    self = isBetter ? .better : .worse
  }
}
