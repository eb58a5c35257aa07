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

  /// The same stops as vans of another model drive to them; `nil` where they cannot.
  func driven(in model: DayModel) -> RouteColumn? {
    guard let route, let own = DayRoute(route.stops, of: model.groups[group], in: model) else {
      return nil
    }
    return RouteColumn(group: group, parties: parties, cost: own.cost, route: own)
  }
}
