extension MeanEstimate {
  /// How the days of two runs belong together.
  public enum Pairing: Hashable, Sendable {
    /// The same riders on the same days: what differs from day to day cancels out.
    case byDay
    /// Two samples that have nothing to do with each other.
    case none
  }

  /// The mean of b - a, values by day; days without one are left out.
  ///
  /// Paired, over the days on which both have a value. Unpaired, by Welch's interval with its
  /// degrees of freedom rounded down, and the days of both are counted together.
  /// - Returns: `nil` where there is nothing to compare.
  /// - SeeAlso: Welch (1947), "The generalization of 'Student's' problem when several different
  ///   population variances are involved", Biometrika 34(1–2), 28–35, doi:10.1093/biomet/34.1-2.28.
  public init?(from a: [Double?], to b: [Double?], pairing: Pairing) {
    switch pairing {
    case .byDay:
      precondition(a.count == b.count, "paired days are the same days")
      self.init(
        of: zip(a, b).compactMap { a, b in
          guard let a, let b else { return nil }
          return b - a
        })
    case .none:
      self.init(from: a.compactMap(\.self), to: b.compactMap(\.self))
    }
  }

  private init?(from a: [Double], to b: [Double]) {
    guard let estimateA = MeanEstimate(of: a), let estimateB = MeanEstimate(of: b) else {
      return nil
    }
    mean = estimateB.mean - estimateA.mean
    days = a.count + b.count
    guard a.count > 1, b.count > 1 else {
      interval = nil
      return
    }
    let (errorA, errorB) = (
      Self.squaredError(a, around: estimateA.mean), Self.squaredError(b, around: estimateB.mean)
    )
    let error = errorA + errorB
    guard error > 0 else {
      interval = mean...mean
      return
    }
    let degrees =
      error * error
      / (errorA * errorA / Double(a.count - 1) + errorB * errorB / Double(b.count - 1))
    let reach =
      StudentT.quantile(0.975, degreesOfFreedom: max(1, Int(degrees))) * error.squareRoot()
    interval = (mean - reach)...(mean + reach)
  }

  /// Of the mean.
  private static func squaredError(_ values: [Double], around mean: Double) -> Double {
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return squares / Double(values.count - 1) / Double(values.count)
  }
}
