public import Mobility

extension CounterRandom {
  /// A Poisson number by inversion.
  ///
  /// Large means are the sum of independent parts, so that e^-mean stays far from underflow.
  public func poisson(mean: Double) -> Int {
    let largestPart = 32.0
    var count = 0
    var rest = mean
    var part = 0
    while rest > 0 {
      count += self[part].smallPoisson(mean: min(rest, largestPart))
      rest -= largestPart
      part += 1
    }
    return count
  }

  private func smallPoisson(mean: Double) -> Int {
    let target = uniform
    var probability = Exact.exponential(-mean)
    var sum = probability
    var count = 0
    // The probabilities vanish long before 1,000; rounding can keep their sum below the target.
    while sum <= target, count < 1000 {
      count += 1
      probability *= mean / Double(count)
      sum += probability
    }
    return count
  }
}
