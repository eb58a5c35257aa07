/// Randomness that is looked up rather than consumed: one number for each path of keys.
///
/// Whatever else is drawn, `CounterRandom(seed: s)[day][booking][attribute]` has the same bits, so
/// that two fleets meet the same riders. The number at key k below a state is output k of SplitMix64
/// started there, and is itself the state of the keys below it.
/// - SeeAlso: Steele, Lea, Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA,
///   doi:10.1145/2660193.2660195.
public struct CounterRandom: Hashable, Sendable {
  /// 64 bits, each as likely 0 as 1.
  public let bits: UInt64

  public init(seed: UInt64) { bits = Self.output(0, from: seed) }

  private init(bits: UInt64) { self.bits = bits }

  /// The numbers of one day, entity, attribute or attempt.
  public subscript(key: Int) -> CounterRandom {
    CounterRandom(bits: Self.output(UInt64(truncatingIfNeeded: key), from: bits))
  }

  /// At least 0 and below 1, in steps of 2^-53.
  public var uniform: Double { Double(bits >> 11) * 0x1p-53 }

  /// A whole number of `range`, each as likely within 2^-64 of the range's length.
  public func uniform(in range: ClosedRange<Int>) -> Int {
    let length = UInt64(range.upperBound - range.lowerBound) + 1
    return range.lowerBound + Int(bits.multipliedFullWidth(by: length).high)
  }

  /// A position in `weights`, as likely as its weight; `nil` when none is positive.
  public func position(in weights: [Double]) -> Int? {
    let total = weights.reduce(0, +)
    guard total > 0 else { return nil }
    let target = uniform * total
    var sum = 0.0
    var last: Int?
    for (position, weight) in weights.enumerated() where weight > 0 {
      sum += weight
      last = position
      if target < sum { break }
    }
    return last
  }

  private static func output(_ key: UInt64, from state: UInt64) -> UInt64 {
    var z = state &+ (key &+ 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
