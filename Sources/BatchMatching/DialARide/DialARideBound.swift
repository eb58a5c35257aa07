import Optimization

/// Closes in on the least cost of a dial-a-ride problem from both sides, by column generation with
/// cuts: a lower bound, and solutions of the routes met on the way.
struct DialARideBound {
  struct Limits: Hashable, Sendable {
    var rounds = 1000
    var cutRounds = 15
    var cutsPerRound = 12
    var labelsPerPricing = 1_000_000
    var labelsPerProof = 1_500_000
    var labels = 18_000_000
    /// Where a first pricing takes more, no exact one was ever seen to be complete.
    var labelsOfFirstPricing = 55_000
    /// How many labels of a minute heuristic pricings keep, one after the other.
    var widths = [60, 500]
    var simplexIterations = 20_000
    /// Routes among which solutions are sought, and among which an optimum is proved.
    var choiceRoutes = 800
    var proofRoutes = 10_000
    /// The gap, as a share of the cost, from which on all routes within it are listed.
    var proofGap = 0.002
    var choiceNodes = 300
    /// Every which relaxation is rounded by a dive, and with how many routes that begins.
    var diveInterval = 3
    var diveRoutes = 3000
    /// Of the search, after a dive.
    var polishingIterations = 1000
    var proofNodes = 2000
  }

  private let tables: DialARideTables
  private let limits: Limits
  private let penalty: Double
  /// No solution costs less.
  private(set) var lowerBound: Double
  private(set) var isProved = false
  /// Whether pricing takes too long for a bound worth anything.
  private(set) var isHopeless = false
  /// Knows the solution of least cost so far.
  private(set) var search: NeighbourhoodSearch<DialARideModel>
  private var rounds = 0
  private var labels = 0
  private var cuts: [RequestCut] = []
  /// The gap at which a proof was tried last.
  private var triedGap = Double.infinity
  /// Those that a better solution may have.
  private(set) var routes: [DialARideRoute]

  private static let routesPerRound = 60
  private static let tolerance = 1e-6

  /// Starts from what a search has found.
  init(_ search: NeighbourhoodSearch<DialARideModel>, limits: Limits = Limits()) {
    self.search = search
    tables = search.model.tables
    penalty = search.model.penalty(of: 0)
    routes = search.pool.entries.map(\.route).filter { !$0.isEmpty }
    self.limits = limits
    lowerBound = NearestNodes(tables).lowerBound
  }

  private var cost: Double { search.best.cost }

  private enum End {
    case solved(Relaxation)
    /// No solution costs less than the best one.
    case closed
    case limited(Relaxation?)
  }

  private struct Relaxation {
    var solution: [(route: DialARideRoute, value: Double)]
    /// The cuts without which it would cost less.
    var binding: [RequestCut]
    var prices: DialARidePricing.Prices
    /// The known routes by reduced cost.
    var ranked: [(reduced: Double, route: DialARideRoute)]
  }

  /// Generates routes and cuts until the best solution is proved optimal, or a limit is reached.
  mutating func close() {
    guard tables.requestCount <= RequestBits.most else { return }
    var pricing = DialARidePricing(tables)
    for round in 0...limits.cutRounds {
      let end = LinearSolver.withSolver { generate(&$0, &pricing) }
      switch end {
      case .closed:
        isProved = true
        return
      case .limited(let relaxation):
        if let relaxation { improve(relaxation, &pricing, diving: true) }
        return
      case .solved(let relaxation):
        improve(relaxation, &pricing, diving: round.isMultiple(of: limits.diveInterval))
        if lowerBound > cost - Self.tolerance {
          isProved = true
          return
        }
        let gap = cost - lowerBound
        if gap < min(limits.proofGap * cost, 0.7 * triedGap) {
          triedGap = gap
          prove(relaxation, &pricing)
        }
        let known = Set(cuts)
        let new = RequestCut.broken(
          by: relaxation.solution, requestCount: tables.requestCount, most: limits.cutsPerRound
        ).filter { !known.contains($0) }
        cuts = relaxation.binding
        // No better solution has any of the others.
        routes = relaxation.ranked.lazy.filter { $0.reduced < gap + Self.tolerance }.map(\.route)
        if isProved || new.isEmpty || cuts.count + new.count > CutPrices.most { return }
        cuts += new
      }
    }
  }

  private mutating func generate(
    _ solver: inout LinearSolver, _ pricing: inout DialARidePricing
  ) -> End {
    var master = DialARideMaster(
      tables, cuts: cuts, routes: routes, penalty: penalty, solver: &solver)
    // Past the last width pricing is exact.
    var stage = 0
    var old: [Double]?
    defer { routes = master.routes }
    while rounds < limits.rounds, labels < limits.labels {
      rounds += 1
      guard master.solve(&solver, iterations: limits.simplexIterations) else {
        return .limited(nil)
      }
      var prices = master.prices
      let isExact = stage == limits.widths.count
      if !isExact, let old {
        prices.requests = zip(old, prices.requests).map { 0.5 * $0 + 0.5 * $1 }
      }
      let isSmoothed = !isExact && old != nil
      old = prices.requests
      let outcome = pricing.run(
        prices, rule: isExact ? .exact : .heuristic(widest: limits.widths[stage]),
        labelLimit: limits.labelsPerPricing, most: Self.routesPerRound)
      labels += outcome.labels
      if rounds == 1, outcome.labels > limits.labelsOfFirstPricing {
        isHopeless = true
        return .limited(nil)
      }
      if isExact {
        guard let least = outcome.least else { break }
        lowerBound = max(
          lowerBound, master.objective + Double(tables.vehicleCount) * min(0, least))
        if lowerBound > cost - Self.tolerance { return .closed }
        if least > -Self.tolerance { return .solved(relaxation(master, solver)) }
        stage -= 1
      }
      var added = 0
      for (_, nodes) in outcome.routes {
        let route = DialARideRoute(nodes, in: tables)
        if master.reducedCost(of: route) < -DialARideMaster.tolerance {
          master.add(route, &solver)
          added += 1
        }
      }
      if added == 0 {
        if !isSmoothed { stage += 1 }
        old = nil
      }
    }
    guard master.solve(&solver, iterations: limits.simplexIterations) else {
      return .limited(nil)
    }
    return .limited(relaxation(master, solver))
  }

  private func relaxation(
    _ master: DialARideMaster, _ solver: borrowing LinearSolver
  ) -> Relaxation {
    var ranked = master.routes.enumerated().map {
      (reduced: master.reducedCost(of: $0.element), position: $0.offset)
    }
    ranked.sort { ($0.reduced, $0.position) < ($1.reduced, $1.position) }
    return Relaxation(
      solution: master.solution(solver), binding: master.binding, prices: master.prices,
      ranked: ranked.map { ($0.reduced, master.routes[$0.position]) })
  }

  /// Looks for a better solution among the routes of least reduced cost.
  private mutating func improve(
    _ relaxation: Relaxation, _ pricing: inout DialARidePricing, diving: Bool
  ) {
    if diving {
      var dive = DialARideDive(tables, cuts: relaxation.binding, penalty: penalty)
      let routes = relaxation.ranked.prefix(limits.diveRoutes).map(\.route)
      if let found = dive.run(from: routes, &pricing) {
        adopt(found)
        search.run(iterations: limits.polishingIterations, heat: 0.1)
      }
      labels += dive.labels
    }
    let spare = cost - lowerBound
    let routes = relaxation.ranked.lazy.filter { $0.reduced < spare }.prefix(limits.choiceRoutes)
    let choice = DialARideChoice(
      tables: tables, cuts: relaxation.binding,
      limits: SolverLimits(
        simplexIterations: limits.simplexIterations, branchingNodes: limits.choiceNodes))
    adopt(choice.best(of: routes.map(\.route), below: cost).routes)
  }

  /// Lists every route that a better solution can have, and chooses the best among all of them.
  private mutating func prove(_ relaxation: Relaxation, _ pricing: inout DialARidePricing) {
    let outcome = pricing.run(
      relaxation.prices, rule: .all(below: cost - lowerBound + 10 * Self.tolerance),
      labelLimit: limits.labelsPerProof, most: limits.proofRoutes)
    labels += outcome.labels
    guard outcome.least != nil else { return }
    let choice = DialARideChoice(
      tables: tables, cuts: relaxation.binding,
      limits: SolverLimits(
        simplexIterations: limits.simplexIterations, branchingNodes: limits.proofNodes))
    let result = choice.best(
      of: outcome.routes.map { DialARideRoute($0.nodes, in: tables) }, below: cost)
    adopt(result.routes)
    if result.isProved {
      isProved = true
      lowerBound = cost
    }
  }

  private mutating func adopt(_ routes: [DialARideRoute]?) {
    guard let routes else { return }
    let empty = (routes.count..<tables.vehicleCount).map { search.model.emptyRoute(of: $0) }
    search.restart(from: routes + empty)
  }
}
