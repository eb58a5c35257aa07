/// Routes for a dial-a-ride problem, checked, with what is known of how good they are.
public struct DialARideSolution: Hashable, Sendable {
  /// The locations of each route in order, without start and end; empty ones are left out.
  public let routes: [[Int]]
  /// The distance of all routes together.
  public let cost: Double
  /// Whether every request is served and every limit kept, by a test apart from the search.
  public let isFeasible: Bool
  /// No solution costs less.
  public let lowerBound: Double
  public let isProvedOptimal: Bool
  public let iterations: Int
}
