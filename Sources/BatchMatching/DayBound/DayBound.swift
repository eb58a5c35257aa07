public import Dispatching
public import Mobility

/// What the day would cost at least, with the best plan found for it.
///
/// Costs are weighted driving, wait, excess ride, walk and refusals, as in the objective of a day.
public struct DayBound: Sendable {
  /// No day of the simulation costs less.
  public let lower: Cost
  /// What `plan` and refusing everyone else costs.
  public let upper: Cost
  /// The stops of each vehicle, in order of their ids.
  public let plan: Column<Vehicle, ContiguousArray<PlannedStop>>
  public let effort: Effort

  /// Deterministic counts of the work done.
  public struct Effort: Hashable, Sendable {
    public var labels = 0
    public var pricings = 0
    public var columns = 0
    public var simplexIterations = 0
    /// Whether the routes were searched to the end at least once; otherwise `lower` is what each
    /// request costs by itself at least.
    public var isPriced = false
    public var enumeratedRoutes = 0
  }

  /// The distance between the two, as a share of the upper bound.
  public var gap: Double { upper == 0 ? 0 : Double(upper - lower) / Double(upper) }
  /// Whether the plan is proved to be the best there is.
  public var isProved: Bool { lower == upper }
}
