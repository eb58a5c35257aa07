/// Samples of whole days, drawn with replacement: the cluster bootstrap.
///
/// Riders of one day depend on each other, days do not; hence days are drawn, not riders.
struct DayResamples {
  static let count = 2000

  private let days: Int
  /// How often each day was drawn: row-major, row = resample, column = day.
  private let multiplicities: [Int]

  init(days: Int, seed: UInt64) {
    precondition(days > 0, "nothing to draw from")
    var random = SplitMix64(state: seed)
    var multiplicities = [Int](repeating: 0, count: Self.count * days)
    for resample in 0..<Self.count {
      for _ in 0..<days {
        let day = Int(random.next().multipliedFullWidth(by: UInt64(days)).high)
        multiplicities[resample * days + day] += 1
      }
    }
    self.days = days
    self.multiplicities = multiplicities
  }

  /// The percentile interval that holds the quantile in 95 % of the resamples.
  ///
  /// There are as many days as were drawn from, none without samples.
  func interval(of quantile: Quantile, samplesByDay: [[Sample]]) -> ClosedRange<Double> {
    precondition(samplesByDay.count == days, "days differ from those drawn")
    // Sorted once; each resample then only weights the samples.
    let sorted = samplesByDay.enumerated()
      .flatMap { day, samples in samples.map { (day: day, sample: $0) } }
      .sorted { $0.sample.value < $1.sample.value }
    let sizes = samplesByDay.map { $0.reduce(0) { $0 + $1.count } }
    var estimates: [Double] = []
    estimates.reserveCapacity(Self.count)
    for row in stride(from: 0, to: multiplicities.count, by: days) {
      let total = sizes.indices.reduce(0) { $0 + multiplicities[row + $1] * sizes[$1] }
      var missing = quantile.rank(of: total)
      for (day, sample) in sorted {
        missing -= multiplicities[row + day] * sample.count
        if missing <= 0 {
          estimates.append(sample.value)
          break
        }
      }
    }
    estimates.sort()
    let low = estimates[Quantile(thousandths: 25).rank(of: estimates.count) - 1]
    let high = estimates[Quantile(thousandths: 975).rank(of: estimates.count) - 1]
    return low...high
  }
}

/// A small generator whose sequence never changes with the standard library.
///
/// - SeeAlso: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators",
///   OOPSLA, 453–472, doi:10.1145/2660193.2660195.
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
