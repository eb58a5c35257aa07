/// The interval of the 90 % quantile over days, from 2,000 seeded draws of whole days.
///
/// A result states it to the last digit, hence the numbers drawn are part of what is checked.
/// - SeeAlso: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators",
///   OOPSLA, 453–472, doi:10.1145/2660193.2660195.
struct DrawnDays {
  private static let drawCount = 2000
  private var state: UInt64

  private init(seed: UInt64) { state = seed }

  /// The samples of each day, none of them empty; `nil` for fewer than two days.
  static func p90Interval(of days: [[Sample]], seed: UInt64) -> ClosedRange<Double>? {
    guard days.count > 1 else { return nil }
    var draws = DrawnDays(seed: seed)
    let ranked = days.enumerated().flatMap { day, samples in samples.map { (day, $0) } }
      .sorted { $0.1.value < $1.1.value }
    var quantiles: [Double] = []
    for _ in 0..<drawCount {
      var times = [Int](repeating: 0, count: days.count)
      for _ in days { times[draws.day(of: days.count)] += 1 }
      let riders = zip(times, days).reduce(0) { sum, day in
        sum + day.0 * day.1.reduce(0) { $0 + $1.riders }
      }
      let rank = (90 * riders + 99) / 100
      var passed = 0
      let reached = ranked.first { day, sample in
        passed += times[day] * sample.riders
        return passed >= rank
      }
      if let reached { quantiles.append(reached.1.value) }
    }
    quantiles.sort()
    // The 50th and the 1,950th: 2.5 % of the draws lie on either side.
    return quantiles[drawCount / 40 - 1]...quantiles[drawCount - drawCount / 40 - 1]
  }

  private mutating func day(of count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(UInt64(count).multipliedFullWidth(by: mixed).high)
  }
}
