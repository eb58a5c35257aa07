public import Dispatching
public import Mobility

/// What the day would cost at least, with the best plan found for it.
///
/// Costs are those of the objective of a day: weighted driving, wait, excess ride, walk and refusals.
public struct DayBound: Sendable {
  /// No day of the simulation costs less.
  public let lower: Cost
  /// What the plan and refusing everyone else costs at most.
  public internal(set) var upper: Cost
  /// The stops of each vehicle.
  ///
  /// A party whose ride would be too long for a wait on its way counts as ready only when it is to
  /// board.
  public internal(set) var plan: Column<Vehicle, ContiguousArray<PlannedStop>>
  public let effort: Effort
  /// What serving each party is worth, and the routes that cost least after that: where the bound for
  /// vans that know less begins.
  let prices: ContiguousArray<Cost>
  let columns: [RouteColumn]
  /// The routes of the plan.
  var chosenColumns: [RouteColumn]

  /// Counts of the work done, the same on every machine.
  public struct Effort: Hashable, Sendable {
    /// Partial routes of all searches.
    public var labels = 0
    /// Steps of work that are counted against the limit.
    public var work = 0
    public var pricings = 0
    public var columns = 0
    public var simplexIterations = 0
    public var branchingNodes = 0
    /// Whether a search for routes was ever completed; otherwise `lower` is no more than what each
    /// request costs by itself, walking or refused.
    public var isPriced = false
    /// Whether a limit ended the search for a better bound or a better plan.
    public var isCut = false
  }

  /// Where solving stops, counted so that every machine stops at the same point.
  public struct Limits: Hashable, Sendable {
    /// Partial routes of one search.
    public var labels = 12_000_000
    /// Steps of work in all, each some 20 nanoseconds on a machine of 2024.
    public var work = 3_000_000_000
    /// Partial routes of all searches, before the last.
    public var labelsInAll = 25_000_000
    /// Full searches in a row that do not raise a known bound.
    public var fruitlessSearches = 12
    public var rounds = 600
    public var routesPerRound = 200
    public var routesPerParty = 30
    /// Columns of the linear program before the dearer half goes.
    public var columnsInProgram = 1500
    /// Routes that the final choice is made from.
    public var routesToChooseFrom = 1500
    /// How often a plan is improved by routes that complete parts of it.
    public var completions = 4
    /// Routes of low cost that are completed for each other in the first of them.
    public var routesCompleted = 20
    public var routesToComplete = 40
    /// How often two vehicles are planned anew, of how many routes for the first of them, and how many
    /// for the second are compared.
    public var pairsPlanned = 60
    public var routesPaired = 40
    public var partnersTried = 4
    /// Partial routes of a search for them.
    public var labelsToComplete = 300_000
    public var simplexIterations = 200_000
    public var branchingNodes = 200
    /// The linear program counts as solved when the bound is nearer than the objective over this.
    public var precision: Cost = 5000
    /// Nor need it be nearer than by one part in this many for each partial route so far: 1 % after 16
    /// million.
    public var labelsToAPart: Cost = 1_600_000_000
    /// The same where a bound is known, which prices seldom raise.
    public var labelsToAPartAboveKnown: Cost = 100_000_000

    public init() {}
  }

  /// The same bound with the plan of vans that know less, where it is better: those that know more can
  /// follow it as well.
  public func improved(by less: DayBound) -> DayBound {
    guard less.upper < upper else { return self }
    var improved = self
    (improved.upper, improved.plan) = (less.upper, less.plan)
    improved.chosenColumns = less.chosenColumns
    return improved
  }

  /// The distance between the two as a share of the upper one.
  public var gap: Double { upper == 0 ? 0 : Double(upper - lower) / Double(upper) }
  /// Whether no plan is better.
  public var isProved: Bool { lower == upper }
}
