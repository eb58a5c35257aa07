/// How often each way of destroying or repairing is drawn: those that found something draw more.
/// - SeeAlso: Ropke, Pisinger (2006), "An adaptive large neighborhood search heuristic for the pickup
///   and delivery problem with time windows", Transportation Science 40(4), 455–472,
///   doi:10.1287/trsc.1050.0135.
struct OperatorWeights {
  private var weights: [Double]
  private var scores: [Double]
  private var uses: [Double]
  /// How much of a weight the last segment decides.
  private static let reaction = 0.1
  private static let least = 0.1

  init(count: Int) {
    weights = Array(repeating: 1, count: count)
    scores = Array(repeating: 0, count: count)
    uses = scores
  }

  func draw(_ random: inout RandomStream) -> Int {
    var target = random.uniform() * weights.reduce(0, +)
    for (position, weight) in weights.enumerated() {
      target -= weight
      if target < 0 { return position }
    }
    return weights.count - 1
  }

  mutating func reward(_ position: Int, _ score: Double) {
    scores[position] += score
    uses[position] += 1
  }

  mutating func endSegment() {
    for k in weights.indices where uses[k] > 0 {
      let found = Self.reaction * scores[k] / uses[k]
      weights[k] = max(Self.least, (1 - Self.reaction) * weights[k] + found)
      scores[k] = 0
      uses[k] = 0
    }
  }
}
