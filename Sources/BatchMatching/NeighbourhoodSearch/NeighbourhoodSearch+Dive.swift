import Mobility
import Optimization

extension NeighbourhoodSearch {
  /// Goes on from a plan rounded from the relaxation of all routes met so far.
  ///
  /// The route of which most is in the relaxation stays for good, and the rest is solved again, until
  /// everyone is served; on the way, routes come in that the relaxation asks for. Chance decides among
  /// routes of which nearly as much is in it, so that one dive hardly ends like another.
  ///
  /// - SeeAlso: Joncour, Michel, Sadykov, Sverdlov, Vanderbeck (2010), "Column generation based primal
  ///   heuristics", Electronic Notes in Discrete Mathematics 36, 695–702,
  ///   doi:10.1016/j.endm.2010.05.088.
  mutating func dive() {
    steps += 1
    workOfDives += Self.stepsOfARoute * pool.entries.count
    let dived = LinearSolver.withSolver { dive(in: &$0, RandomStream(random[steps])) }
    var routes = (0..<model.vehicleCount).map { model.emptyRoute(of: $0) }
    place(dived.chosen, in: &routes)
    restart(from: routes)
    guard let root = dived.root else { return }
    // A plan with any other route costs at least that much more than the relaxation.
    let spare = min(best.cost - root.cost, Self.mostSpare * best.cost)
    pool.keep { root.reducedCost(of: $0) < spare }
  }

  /// Positions of routes in the pool that serve no request twice, and the relaxation with all of them.
  private mutating func dive(
    in solver: inout LinearSolver, _ stream: RandomStream
  ) -> (chosen: [Int], root: PoolRelaxation?) {
    var stream = stream
    var relaxation = PoolRelaxation(settings.recombination, &solver)
    var root: PoolRelaxation?
    var fixed: [Int] = []
    var isTaken = Array(repeating: false, count: model.requestCount)
    while fixed.count < model.vehicleCount, isTaken.contains(false) {
      guard generate(&relaxation, &solver, isTaken, isFirst: root == nil) else { break }
      root = root ?? relaxation
      var ranked = relaxation.chosen(solver).filter { !fixed.contains($0.position) }.map {
        let isWhole = $0.value > Self.whole
        let share = isWhole ? 1 : $0.value * (1 - Self.spread * stream.uniform())
        return (share: share, position: $0.position)
      }
      guard !ranked.isEmpty else { break }
      ranked.sort { ($1.share, $0.position) < ($0.share, $1.position) }
      for (rank, candidate) in ranked.enumerated() where rank == 0 || candidate.share == 1 {
        let requests = pool.entries[candidate.position].requests
        guard !requests.contains(where: { isTaken[$0] }) else { continue }
        fixed.append(candidate.position)
        for request in requests { isTaken[request] = true }
      }
      relaxation.exclude(isTaken, but: fixed, pool, &solver)
    }
    return (fixed, root)
  }

  /// Solves the relaxation, with routes that it asks for; `false` where the simplex gave up.
  private mutating func generate(
    _ relaxation: inout PoolRelaxation, _ solver: inout LinearSolver, _ isTaken: [Bool],
    isFirst: Bool
  ) -> Bool {
    for _ in 0..<Self.descents {
      guard relaxation.solve(pool, &solver) else { return false }
      let descent = RouteDescent(prices: relaxation.prices, isTaken: isTaken)
      let starts =
        isFirst ? cheapest(in: relaxation) : relaxation.chosen(solver).map(\.position)
      var isNew = false
      for start in starts {
        let entry = pool.entries[start]
        guard !entry.requests.contains(where: { isTaken[$0] }) else { continue }
        if descent.run(from: entry, in: &model, addingTo: &pool) { isNew = true }
      }
      if !isNew { break }
    }
    return relaxation.solve(pool, &solver)
  }

  /// Positions of the routes that cost least after prices.
  private func cheapest(in relaxation: PoolRelaxation) -> [Int] {
    let ranked = pool.entries.indices.map {
      (reduced: relaxation.reducedCost(of: pool.entries[$0]), position: $0)
    }
    return ranked.sorted { ($0.reduced, $0.position) < ($1.reduced, $1.position) }
      .prefix(Self.startsOfFirst).map(\.position)
  }

  /// The most that a route may cost after prices, as a share of the plan, so as not to be forgotten.
  private static var mostSpare: Double { 0.015 }
  private static var whole: Double { 0.999 }
  /// Of work, for each route that can be chosen.
  private static var stepsOfARoute: Int { 2000 }
  /// How much of a share chance can take away.
  private static var spread: Double { 0.3 }
  /// Rounds of looking for routes before another route stays.
  private static var descents: Int { 4 }
  /// Routes from which these rounds begin while none stays yet.
  private static var startsOfFirst: Int { 300 }
}
