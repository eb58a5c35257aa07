/// One value for each of a party's riders.
struct Sample {
  let value: Double
  let riders: Int
}

/// Samples in ascending order, for quantiles by nearest rank.
struct RankedSamples {
  private let samples: [Sample]
  private let count: Int

  init(_ samples: [Sample]) {
    self.samples = samples.sorted { $0.value < $1.value }
    count = samples.reduce(0) { $0 + $1.riders }
  }

  /// The value of the rider at rank ceil(percent / 100 * count), in whole numbers throughout.
  func quantile(percent: Int) -> Double? {
    let rank = (percent * count + 99) / 100
    var riders = 0
    for sample in samples {
      riders += sample.riders
      if riders >= rank { return sample.value }
    }
    return nil
  }
}
