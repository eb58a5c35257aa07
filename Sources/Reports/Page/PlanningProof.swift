/// How good the programs of a batch strategy are proved to be, those with a bound of all days
/// together.
public struct PlanningProof: Hashable, Sendable, Encodable {
  public let programs: Int
  /// Those whose answer is the best among their columns.
  public let proved: Int
  public let meanGap: Double
  public let worstGap: Double

  /// Gaps are shares of the objective; `nil` where no program was solved.
  public init?(of programs: [(gap: Double, isProved: Bool)]) {
    guard !programs.isEmpty else { return nil }
    self.programs = programs.count
    proved = programs.count { $0.isProved }
    meanGap = programs.reduce(0) { $0 + $1.gap } / Double(programs.count)
    worstGap = programs.reduce(0) { max($0, $1.gap) }
  }
}
