import Mobility

/// The numbers below one state of counter-based randomness, one after the other.
struct RandomStream {
  private let root: CounterRandom
  private var count = 0

  init(_ root: CounterRandom) { self.root = root }

  /// At least 0 and below 1.
  mutating func uniform() -> Double { next().uniform }

  /// From 0 to `count` - 1.
  mutating func whole(below count: Int) -> Int { next().uniform(in: 0...count - 1) }

  /// From 0 to `count` - 1, the smaller the likelier: a uniform number to the power of `skew`.
  mutating func whole(below count: Int, skew: Int) -> Int {
    let uniform = uniform()
    var power = 1.0
    for _ in 0..<skew { power *= uniform }
    return min(Int(power * Double(count)), count - 1)
  }

  /// Exponentially distributed with mean 1, by comparisons alone, so that no machine's logarithm
  /// can make a difference.
  /// - SeeAlso: von Neumann (1951), "Various techniques used in connection with random digits",
  ///   National Bureau of Standards Applied Mathematics Series 12, 36–38.
  mutating func exponential() -> Double {
    var wholes = 0.0
    while true {
      let first = uniform()
      var last = first
      var runs = 1
      while true {
        let next = uniform()
        if next >= last { break }
        last = next
        runs += 1
      }
      if !runs.isMultiple(of: 2) { return wholes + first }
      wholes += 1
    }
  }

  private mutating func next() -> CounterRandom {
    count += 1
    return root[count]
  }
}
