public import Mobility

/// What decisions cost, counted so that it is the same on every machine.
public struct Effort: Hashable, Sendable {
  /// Times the strategy was asked.
  public var decisions = 0
  /// Pairs of positions looked at.
  public var insertionsTried = 0
  /// Partial routes looked at while making trips.
  public var routesTried = 0
  public var programsSolved = 0
  public var simplexIterations = 0
  public var branchingNodes = 0
  /// Steps of work that are counted against a limit.
  public var limitedWork = 0
  /// What the insertions cost as they were decided; `nil` for a strategy that re-plans.
  public var insertionCost: Cost?
  /// One per plan of a strategy that re-plans with proofs or within limits.
  public var epochs: [Epoch] = []

  public init() {}

  /// All counts with the names that files give them.
  public var counts: [(name: String, count: Int)] {
    [
      ("decisions", decisions), ("insertions_tried", insertionsTried),
      ("routes_tried", routesTried), ("programs_solved", programsSolved),
      ("simplex_iterations", simplexIterations), ("branching_nodes", branchingNodes),
      ("limited_work", limitedWork),
    ]
  }

  /// How many events of a simulation take as long as all this, about.
  public var asManyEvents: Int {
    (limitedWork + Self.stepsOfAnInsertion * insertionsTried) / Self.stepsOfAnEvent
  }

  private static let stepsOfAnInsertion = 10
  private static let stepsOfAnEvent = 5000

  /// One plan, with the proof of how good it is where there is one.
  public struct Epoch: Hashable, Sendable {
    public var time: Instant
    public var openRequests: Int
    /// Trips and refusals that could be chosen.
    public var columns: Int
    /// No choice among the columns costs less; `nil` where nothing is proven.
    public var bound: Double?
    public var objective: Cost
    /// Whether `objective` is the least possible among the columns.
    public var isProved: Bool
    /// Whether anything was left undone because the work of a decision is limited.
    public var isCut: Bool

    public init(
      time: Instant, openRequests: Int, columns: Int, bound: Double?, objective: Cost,
      isProved: Bool, isCut: Bool
    ) {
      self.time = time
      self.openRequests = openRequests
      self.columns = columns
      self.bound = bound
      self.objective = objective
      self.isProved = isProved
      self.isCut = isCut
    }

    /// How far the objective is from the bound, as a share of the objective; `nil` without a bound.
    public var gap: Double? {
      guard let bound else { return nil }
      return objective == 0 ? 0 : max(0, (Double(objective) - bound) / abs(Double(objective)))
    }
  }
}
