/// How good the programs of a batch strategy are proved to be, those of all days together.
public struct PlanningProof: Hashable, Sendable, Encodable {
  /// What one program came to.
  public struct Program: Hashable, Sendable {
    /// Share of the objective; `nil` where nothing is proven.
    public let gap: Double?
    public let isProved: Bool
    public let isCut: Bool

    public init(gap: Double?, isProved: Bool, isCut: Bool) {
      self.gap = gap
      self.isProved = isProved
      self.isCut = isCut
    }
  }

  public let programs: Int
  /// Those whose answer is the best among their columns.
  public let proved: Int
  /// Those that ended because the work of a decision is limited.
  public let cut: Int
  /// Those that have a bound.
  public let bounded: Int
  /// Of those with a bound, as are the worst.
  public let meanGap: Double?
  public let worstGap: Double?

  /// `nil` where no program was solved.
  public init?(of programs: [Program]) {
    guard !programs.isEmpty else { return nil }
    let gaps = programs.compactMap(\.gap)
    self.programs = programs.count
    proved = programs.count { $0.isProved }
    cut = programs.count { $0.isCut }
    bounded = gaps.count
    meanGap = gaps.isEmpty ? nil : gaps.reduce(0, +) / Double(gaps.count)
    worstGap = gaps.max()
  }
}
