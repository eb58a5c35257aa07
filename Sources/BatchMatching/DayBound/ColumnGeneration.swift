import Dispatching
import Mobility
import Optimization

/// Solves the choice of routes as a linear program whose columns are found when they pay.
///
/// The bound is Lagrange's: whatever the prices, no day costs less than the prices of all parties
/// and the best route after prices for each vehicle. It is computed in whole numbers, so that it holds
/// for the prices of an inexact linear program as well.
///
/// - SeeAlso: Desaulniers, Desrosiers and Solomon (2005), "Column Generation", Springer,
///   doi:10.1007/b135457.
struct ColumnGeneration<Served: RequestSet> {
  let model: DayModel
  let limits: DayBound.Limits
  private(set) var columns: [RouteColumn] = []
  private(set) var effort = DayBound.Effort()
  /// The best bound so far.
  private(set) var lower: Cost
  /// The prices that gave it.
  private var bestPrices: ContiguousArray<Cost> = []
  private var search: LabelSearch<Served>

  /// Below this, a route is not worth another column: a thousandth of a second.
  private static var worthwhile: Cost { 1000 }

  init(_ model: DayModel, limits: DayBound.Limits) {
    self.model = model
    self.limits = limits
    search = LabelSearch(model)
    lower = model.trivialBound
  }

  mutating func run() {
    for (group, route) in InsertionRoutes(model).routes where !route.stops.isEmpty {
      columns.append(
        RouteColumn(
          group: group, parties: route.parties(in: model), cost: route.cost, route: route))
    }
    bestPrices = startingPrices()
    LinearSolver.withSolver { solver in generate(in: &solver) }
    effort.columns = columns.count
  }

  private mutating func generate(in solver: inout LinearSolver) {
    let highest = model.parties.map(\.price)
    let cover = highest.map { _ in solver.addRow(.atLeast(1)) }
    let fleet = model.groups.map { solver.addRow(.atMost(Double($0.vehicles.count))) }
    var box = PriceBox(around: bestPrices)
    var passed = 0
    for round in 0..<limits.rounds {
      if round > 0 { box.remove(from: &solver) }
      for column in columns[passed...] {
        solver.addColumn(
          cost: seconds(column.cost),
          entries: column.parties.map { (cover[$0], 1) } + [(fleet[column.group], 1)])
      }
      passed = columns.count
      box.center = bestPrices
      box.add(to: &solver, rows: cover, highest: highest)
      let status = solver.solve(iterations: limits.simplexIterations)
      effort.simplexIterations = solver.iterations
      guard status == .optimal else { return }
      let prices = ContiguousArray(
        zip(cover, highest).map { min(max(cost(ofSeconds: solver.dual(of: $0)), 0), $1) })
      let vehiclePrices = fleet.map { cost(ofSeconds: solver.dual(of: $0)) }
      let objective = model.constantCost + cost(ofSeconds: solver.objective)
      guard let found = findRoutes(at: prices, vehiclePrices) else { return }
      let isBoxed = box.binds(solver, prices: prices, highest: highest)
      if !isBoxed && (found == 0 || objective - lower <= objective / limits.precision) { return }
      if found > 0 {
        box.narrow()
      } else {
        bestPrices = prices
        box.widen()
      }
    }
  }

  /// What each party costs at the margin in the first plan, and half as much again.
  private func startingPrices() -> ContiguousArray<Cost> {
    var prices = ContiguousArray(model.parties.map(\.price))
    for column in columns {
      guard let route = column.route else { continue }
      for party in column.parties {
        let rest = route.stops.filter { model.pickups[$0.pickup].party != party }
        guard let shorter = DayRoute(rest, of: model.groups[column.group], in: model) else {
          continue
        }
        prices[party] = min(prices[party], max(0, route.cost - shorter.cost) * 3 / 2)
      }
    }
    return prices
  }

  /// Adds routes that pay, and improves the bound; how many were found, or `nil` when the search
  /// was cut short.
  private mutating func findRoutes(
    at prices: ContiguousArray<Cost>, _ vehiclePrices: [Cost]
  ) -> Int? {
    var found = 0
    var bound = model.constantCost + prices.reduce(0, +)
    for (number, group) in model.groups.enumerated() {
      let outcome = search.run(group, prices: prices, labelLimit: limits.labels)
      effort.pricings += 1
      effort.labels += outcome.labels
      guard outcome.isComplete else { return nil }
      bound += Cost(group.vehicles.count) * outcome.best
      found += take(outcome, from: number, at: prices, below: vehiclePrices[number])
    }
    effort.isPriced = true
    if bound > lower {
      lower = bound
      bestPrices = prices
    }
    return found
  }

  /// Keeps the best routes that pay, none like too many others.
  private mutating func take(
    _ outcome: LabelSearch<Served>.Outcome, from group: Int, at prices: ContiguousArray<Cost>,
    below vehiclePrice: Cost
  ) -> Int {
    var uses = [Int](repeating: 0, count: model.parties.count)
    var taken = 0
    let paying = outcome.routes.filter { $0.cost < vehiclePrice - Self.worthwhile }
    for (cost, label) in paying.sorted(by: { ($0.cost, $0.label) < ($1.cost, $1.label) }) {
      let stops = search.stops(to: label)
      let parties = model.parties(of: stops)
      guard parties.contains(where: { uses[$0] < limits.routesPerParty }) else { continue }
      for party in parties { uses[party] += 1 }
      columns.append(
        RouteColumn(
          group: group, parties: parties, cost: cost + parties.reduce(0) { $0 + prices[$1] },
          route: DayRoute(stops, of: model.groups[group], in: model)))
      taken += 1
      if taken == limits.routesPerRound { break }
    }
    return taken
  }
}
