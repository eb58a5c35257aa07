import Mobility

/// A first plan of the day: each party where it adds least, those that lose most by waiting first.
///
/// Regret insertion; see Ropke and Pisinger (2006), "An adaptive large neighborhood search heuristic
/// for the pickup and delivery problem with time windows", Transportation Science 40(4), 455-472,
/// doi:10.1287/trsc.1050.0135.
struct InsertionRoutes {
  private let model: DayModel
  /// One per vehicle: its group, and its stops so far.
  private(set) var routes: [(group: Int, route: DayRoute)] = []
  /// Steps of work that it took.
  private(set) var work = 0
  /// Whether everyone was tried who could be inserted.
  private(set) var isComplete = true
  private let mostWork: Int

  /// What a route takes to be tried, and each of its stops.
  private static let stepsOfARoute = 50
  private static let stepsOfAStop = 10

  /// Ends before everyone is tried where that takes more than so much work.
  init(_ model: DayModel, work mostWork: Int) {
    self.model = model
    self.mostWork = mostWork
    for (number, group) in model.groups.enumerated() {
      guard let empty = DayRoute([], of: group, in: model) else { continue }
      for _ in group.vehicles { routes.append((number, empty)) }
    }
    insertAll()
  }

  private mutating func insertAll() {
    var left = Set(model.parties.indices)
    var best: [[DayRoute?]] = model.parties.indices.map { party in
      routes.indices.map { cheapest(party, in: $0) }
    }
    while work < mostWork {
      var chosen: (regret: Cost, party: Int, route: Int)?
      for party in left.sorted() {
        let price = model.parties[party].price
        let costs = routes.indices.map { k in
          best[party][k].map { $0.cost - routes[k].route.cost } ?? price
        }
        guard let route = costs.indices.min(by: { (costs[$0], $0) < (costs[$1], $1) }),
          costs[route] < price, best[party][route] != nil
        else { continue }
        let second = costs.indices.filter { $0 != route }.map { costs[$0] }.min() ?? price
        let regret = min(second, price) - costs[route]
        if regret > chosen?.regret ?? -1 { chosen = (regret, party, route) }
      }
      guard let chosen, let longer = best[chosen.party][chosen.route] else { return }
      routes[chosen.route].route = longer
      left.remove(chosen.party)
      for party in left { best[party][chosen.route] = cheapest(party, in: chosen.route) }
    }
    isComplete = false
  }

  private mutating func cheapest(_ party: Int, in position: Int) -> DayRoute? {
    let (number, route) = routes[position]
    let group = model.groups[number]
    let stops = route.stops
    var best: DayRoute?
    for pickup in model.parties[party].pickups {
      for ride in model.pickups[pickup].rides {
        for on in 0...stops.count {
          for off in on...stops.count {
            var longer = stops
            longer.insert(DayStop(pickup: pickup, ride: ride), at: off)
            longer.insert(DayStop(pickup: pickup, ride: nil), at: on)
            work += Self.stepsOfARoute + Self.stepsOfAStop * longer.count
            guard let candidate = DayRoute(longer, of: group, in: model) else { continue }
            if candidate.cost < best?.cost ?? .max { best = candidate }
          }
        }
      }
    }
    return best
  }
}
