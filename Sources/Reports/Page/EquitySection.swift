import Indicators

/// How equally the penalised wait is spread between groups of riders.
public struct EquitySection: Hashable, Sendable, Encodable {
  public struct Group: Hashable, Sendable, Encodable {
    public let name: PageName
    public let riders: Int
    public let refused: Int
    public let penalisedMean: Double
  }

  public struct Figure: Hashable, Sendable, Encodable {
    /// Between groups, each rider counted with the mean of the group.
    public let gini: Double?
    /// Of everyone in the groups.
    public let mean: Double
    /// The longest mean waits first, among groups of enough riders.
    public let worst: [Group]
    public let best: Group?
  }

  public struct Division: Hashable, Sendable, Encodable {
    public let id: String
    public let groups: Int
    /// By strategy.
    public let figures: [Figure]
  }

  /// The fewest riders of a group that is named best or worst.
  public let fewestRiders: Int
  public let divisions: [Division]

  /// - Returns: `nil` where riders have neither zones nor age classes that differ.
  init?(of waits: WaitSection) {
    fewestRiders = PageLimits.fewRiders
    divisions = waits.divisions.filter { ["zone", "age"].contains($0.id) }.map { division in
      Division(
        id: division.id, groups: division.groups.count,
        figures: waits.boarded.indices.map { Self.figure(of: division, strategy: $0) })
    }
    guard !divisions.isEmpty else { return nil }
  }

  private static func figure(of division: WaitSection.Division, strategy: Int) -> Figure {
    let groups = division.groups.compactMap { group -> Group? in
      let profile = group.profiles[strategy]
      return profile.penalisedMean.map {
        Group(
          name: group.name, riders: profile.riders, refused: profile.refused, penalisedMean: $0)
      }
    }
    let riders = groups.reduce(0) { $0 + $1.riders }
    let sum = groups.reduce(0) { $0 + $1.penalisedMean * Double($1.riders) }
    let ranked = groups.filter { $0.riders >= PageLimits.fewRiders }
      .sorted { ($1.penalisedMean, $0.name.name) < ($0.penalisedMean, $1.name.name) }
    return Figure(
      gini: Inequality.gini(of: groups.map { Sample($0.penalisedMean, count: $0.riders) }),
      mean: riders > 0 ? sum / Double(riders) : 0, worst: Array(ranked.prefix(5)),
      best: ranked.last)
  }
}
