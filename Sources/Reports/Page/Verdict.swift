public import Indicators

/// What a paired difference says about strategy b.
public enum Verdict: String, Hashable, Sendable, Encodable {
  case better, worse
  /// The interval includes zero.
  case tie
  /// A single day has no interval.
  case unknown

  init(_ comparison: PairedComparison) {
    self.init(comparison.difference, of: comparison.indicator)
  }

  /// `difference` is of b minus a.
  public init(_ difference: MeanEstimate?, of indicator: Indicator) {
    guard let difference, let interval = difference.interval else {
      self = .unknown
      return
    }
    guard !interval.contains(0) else {
      self = .tie
      return
    }
    let isBetter = (difference.mean < 0) == (indicator.definition.better == .less)
    self = isBetter ? .better : .worse
  }
}
