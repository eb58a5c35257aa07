import Mobility

/// A route that the choice of routes knows.
struct RouteColumn {
  let group: Int
  /// Those it serves, ascending.
  let parties: [Int]
  /// At most what the route costs.
  let cost: Cost
  /// `nil` when the stops are no plan.
  let route: DayRoute?
}
