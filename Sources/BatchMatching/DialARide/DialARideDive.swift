import Optimization

/// Rounds a relaxation to a solution: the route of which most is in it stays for good, and the rest is
/// solved again with routes made for it, until nothing is fractional.
struct DialARideDive {
  let tables: DialARideTables
  let cuts: [RequestCut]
  let penalty: Double
  var pricingRounds = 15
  /// Of one pricing, and of all of them.
  var labelLimit = 200_000
  var labelsOfAll = 1_500_000
  var widest = 30
  var simplexIterations = 20_000
  private(set) var labels = 0

  private static let routesPerRound = 40

  init(_ tables: DialARideTables, cuts: [RequestCut], penalty: Double) {
    self.tables = tables
    self.cuts = cuts
    self.penalty = penalty
  }

  /// Routes that serve no request twice.
  ///
  /// They may leave some out. `nil` where the simplex gave up.
  mutating func run(
    from routes: [DialARideRoute], _ pricing: inout DialARidePricing
  ) -> [DialARideRoute]? {
    var routes = routes
    var fixed: [DialARideRoute] = []
    var taken = RequestBits()
    while true {
      let solution = LinearSolver.withSolver { solver in
        solve(&solver, &routes, taken: taken, &pricing)
      }
      guard let solution else { return nil }
      var free = solution.enumerated().filter { entry in
        pickups(of: entry.element.route).isDisjoint(with: taken)
      }
      free.sort { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }
      var isFirst = true
      for (_, entry) in free where isFirst || entry.value > Self.whole {
        let own = pickups(of: entry.route)
        guard own.isDisjoint(with: taken) else { continue }
        fixed.append(entry.route)
        taken.formUnion(own)
        isFirst = false
      }
      if free.isEmpty || fixed.count >= tables.vehicleCount { return fixed }
      let keys = Set(fixed.map(\.key))
      routes = routes.filter {
        keys.contains($0.key) || pickups(of: $0).isDisjoint(with: taken)
      }
    }
  }

  /// Values above this are whole but for rounding errors.
  private static let whole = 0.999

  private mutating func solve(
    _ solver: inout LinearSolver, _ routes: inout [DialARideRoute], taken: RequestBits,
    _ pricing: inout DialARidePricing
  ) -> [(route: DialARideRoute, value: Double)]? {
    var master = DialARideMaster(
      tables, cuts: cuts, routes: routes, penalty: penalty, solver: &solver)
    defer { routes = master.routes }
    for round in 0...pricingRounds {
      guard master.solve(&solver, iterations: simplexIterations) else { return nil }
      if round == pricingRounds || labels > labelsOfAll { break }
      let outcome = pricing.run(
        master.prices, rule: .heuristic(widest: widest), labelLimit: labelLimit,
        most: Self.routesPerRound, leavingOut: taken)
      labels += outcome.labels
      for (_, nodes) in outcome.routes {
        master.add(DialARideRoute(nodes, in: tables), &solver)
      }
      if outcome.routes.isEmpty { break }
    }
    return master.solution(solver)
  }

  private func pickups(of route: DialARideRoute) -> RequestBits {
    var bits = RequestBits()
    for node in route.nodes where tables.isPickup(node) { bits.insert(node) }
    return bits
  }
}
