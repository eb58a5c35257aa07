/// Where solving stops, counted so that every machine stops at the same point.
public struct SolverLimits: Hashable, Sendable {
  public var simplexIterations: Int
  public var branchingNodes: Int

  public init(simplexIterations: Int, branchingNodes: Int) {
    self.simplexIterations = simplexIterations
    self.branchingNodes = branchingNodes
  }
}
