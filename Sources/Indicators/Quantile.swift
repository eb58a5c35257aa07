/// A share of a population in whole thousandths, so that ranks are exact.
public struct Quantile: Hashable, Sendable {
  public let thousandths: Int

  public init(thousandths: Int) {
    precondition((1...1000).contains(thousandths), "a quantile lies in (0, 1]")
    self.thousandths = thousandths
  }

  public static let p50 = Quantile(thousandths: 500)
  public static let p90 = Quantile(thousandths: 900)
  public static let p95 = Quantile(thousandths: 950)

  /// The nearest rank, counted from 1: the quantile times `count`, rounded up.
  public func rank(of count: Int) -> Int {
    (thousandths * count + 999) / 1000
  }

  /// The value at the nearest rank, each sample counted `count` times; `nil` of none.
  ///
  /// - Complexity: O(n log n).
  public func value(of samples: [Sample]) -> Double? {
    let rank = rank(of: samples.reduce(0) { $0 + $1.count })
    var reached = 0
    for sample in samples.sorted(by: { $0.value < $1.value }) {
      reached += sample.count
      if reached >= rank { return sample.value }
    }
    return nil
  }
}
