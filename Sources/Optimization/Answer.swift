/// What solving a program gave, with the proof of how good it is.
public struct Answer: Hashable, Sendable {
  public enum Status: Hashable, Sendable {
    /// No choice costs less.
    case optimal
    /// A limit was reached with a choice in hand.
    case limited
    /// A limit was reached, or the solver gave up, without one.
    case unsolved
    case infeasible
  }

  public let status: Status
  /// Indices of the chosen columns in order; empty unless `optimal` or `limited`.
  public let chosen: [Int]
  /// What the chosen columns cost; infinity without a choice.
  public let objective: Double
  /// No choice costs less than this; minus infinity where nothing is known.
  public let bound: Double
  public let simplexIterations: Int
  public let branchingNodes: Int

  /// How far the objective is from the bound, as a share of the objective; `nil` without both.
  public var gap: Double? {
    guard objective.isFinite, bound.isFinite else { return nil }
    return objective == bound ? 0 : max(0, (objective - bound) / abs(objective))
  }
}
