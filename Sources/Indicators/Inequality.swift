/// How unequally a burden is shared.
public enum Inequality {
  /// The Gini coefficient: 0 where all bear the same, towards 1 where few bear it all.
  ///
  /// `sum(n_i n_j |x_i - x_j|) / (2 N^2 mean)` over all pairs, each value `n` times. `nil` where
  /// there is nothing to share.
  /// - Complexity: O(n log n).
  /// - SeeAlso: Gini (1921), "Measurement of inequality of incomes", The Economic Journal 31(121),
  ///   124–126, doi:10.2307/2223319.
  public static func gini(of samples: [Sample]) -> Double? {
    var (count, sum, differences) = (0.0, 0.0, 0.0)
    // In rising order each value exceeds all before it.
    for sample in samples.sorted(by: { $0.value < $1.value }) {
      let weight = Double(sample.count)
      differences += weight * (sample.value * count - sum)
      count += weight
      sum += weight * sample.value
    }
    return sum > 0 ? differences / (count * sum) : nil
  }
}
