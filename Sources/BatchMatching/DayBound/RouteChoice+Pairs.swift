import Dispatching
import Mobility

/// Improves a plan by planning two of its vehicles anew while all others keep their routes.
///
/// Choosing among known routes misses most pairs that fit each other; here one route is made for what
/// the other leaves over.
extension RouteChoice {
  /// Goes on until no pair gets better.
  mutating func planPairsAnew<Served: RequestSet>(
    by generation: inout ColumnGeneration<Served>, within limits: DayBound.Limits
  ) {
    // Two vehicles alone are completed for each other.
    guard model.vehicleCount > 2 else { return }
    var pairs: [(Int, Int)] = []
    for first in routes.indices {
      for second in routes.indices where first < second { pairs.append((first, second)) }
    }
    var (tried, inVain) = (0, 0)
    while inVain < pairs.count && tried < limits.pairsPlanned {
      let (first, second) = pairs[tried % pairs.count]
      inVain = planAnew(first, second, by: &generation, within: limits) ? 0 : inVain + 1
      tried += 1
    }
  }

  /// Whether a better pair was found.
  private mutating func planAnew<Served: RequestSet>(
    _ first: Int, _ second: Int, by generation: inout ColumnGeneration<Served>,
    within limits: DayBound.Limits
  ) -> Bool {
    let kept = routes.indices.filter { $0 != first && $0 != second }
      .flatMap { routes[$0].route.parties(in: model) }
    var best = value(of: routes[first].route) + value(of: routes[second].route)
    var isBetter = false
    let thoroughness = model.waitsForBookings ? LabelSearch<Served>.Effort.quick : .full
    let candidates = generation.routes(
      for: routes[first].group, besides: kept, thoroughness, urgency: 0, count: limits.routesPaired)
    for candidate in candidates {
      guard let own = candidate.route else { continue }
      let partners = generation.routes(
        for: routes[second].group, besides: kept + candidate.parties, thoroughness,
        urgency: ColumnGeneration<Served>.urgency, count: limits.partnersTried)
      for partner in partners {
        guard let other = partner.route, value(of: own) + value(of: other) < best else { continue }
        best = value(of: own) + value(of: other)
        (routes[first].route, routes[second].route) = (own, other)
        isBetter = true
      }
    }
    return isBetter
  }

  /// What a route costs less what refusing its riders would.
  private func value(of route: DayRoute) -> Cost {
    route.cost - route.parties(in: model).reduce(0) { $0 + model.parties[$1].price }
  }
}
