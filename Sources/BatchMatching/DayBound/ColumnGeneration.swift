import Dispatching
import Mobility
import Foundation
import Optimization

/// Solves the choice of routes as a linear program whose columns are found when they pay.
///
/// - SeeAlso: Desaulniers, Desrosiers and Solomon (2005), "Column Generation", Springer,
///   doi:10.1007/b135457; the bound at every moment is Lagrange's, in whole numbers.
struct ColumnGeneration<Served: RequestSet> {
  struct Column {
    let group: Int
    let parties: [Int]
    /// As a plan, or as the search for routes has it where that is no plan.
    let cost: Cost
    /// `nil` when the stops are no plan.
    let route: DayRoute?
  }

  let model: DayModel
  let limits: DayBound.Limits
  var search: LabelSearch<Served>
  private(set) var columns: [Column] = []
  private var known: Set<[DayStop]> = []
  private(set) var effort = DayBound.Effort()
  /// The best bound so far, and the prices that gave it.
  private(set) var lower: Cost
  private(set) var bestPrices: ContiguousArray<Cost>
  /// For each group, the cost of its best route at `bestPrices`.
  private(set) var bestCosts: [Cost]

  init(_ model: DayModel, limits: DayBound.Limits) {
    self.model = model
    self.limits = limits
    search = LabelSearch(model)
    lower = .min
    bestPrices = ContiguousArray(repeating: 0, count: model.parties.count)
    bestCosts = model.groups.map { _ in 0 }
  }

  mutating func run() {
    for (group, route) in InsertionRoutes(model).routes where !route.stops.isEmpty {
      add(
        Column(group: group, parties: route.parties(in: model), cost: route.cost, route: route))
    }
    LinearSolver.withSolver { solver in
      let cover = model.parties.map { _ in solver.addRow(.atLeast(1)) }
      let fleet = model.groups.map { solver.addRow(.atMost(Double($0.vehicles.count))) }
      for (party, row) in zip(model.parties, cover) {
        solver.addColumn(cost: seconds(party.price), entries: [(row, 1)])
      }
      var passed = 0
      var smooth: ContiguousArray<Cost>?
      for _ in 0..<limits.rounds {
        for column in columns[passed...] {
          solver.addColumn(
            cost: seconds(column.cost),
            entries: column.parties.map { (cover[$0], 1) } + [(fleet[column.group], 1)])
        }
        passed = columns.count
        guard solver.solve(iterations: limits.simplexIterations) == .optimal else { break }
        if ProcessInfo.processInfo.environment["DB"] != nil { print("objective", solver.objective + Double(constant) / 1e6) }
        var prices = ContiguousArray<Cost>()
        for (row, party) in zip(cover, model.parties) {
          let price = Cost((solver.dual(of: row) * 1_000_000).rounded())
          prices.append(min(max(price, 0), party.price))
        }
        let fleetPrices = fleet.map { Cost((solver.dual(of: $0) * 1_000_000).rounded()) }
        let objective = Cost((solver.objective * 1_000_000).rounded()) + constant
        let mixed = smooth.map { old in
          ContiguousArray(zip(old, prices).map { (4 * $0 + $1) / 5 })
        } ?? prices
        smooth = mixed
        if price(at: mixed, true: prices, fleetPrices) { continue }
        if mixed != prices, price(at: prices, true: prices, fleetPrices) {
          smooth = prices
          continue
        }
        if lower >= objective - 1000 || !effort.isPriced { break }
        if passed == columns.count { break }
      }
      effort.simplexIterations = solver.iterations
      effort.columns = columns.count
    }
  }

  /// What every plan costs besides its routes and the requests that could be served.
  private var constant: Cost {
    model.fixedCost
      + model.groups.reduce(0) { $0 + Cost($1.vehicles.count) * $1.idleCost }
  }

  private func seconds(_ cost: Cost) -> Double { Double(cost) / 1_000_000 }

  /// Looks for routes that pay, fast and then exactly; whether any was found.
  private mutating func price(
    at prices: ContiguousArray<Cost>, true exact: ContiguousArray<Cost>, _ fleet: [Cost]
  ) -> Bool {
    if priceOnce(at: prices, true: exact, fleet, .quick) { return true }
    return priceOnce(at: prices, true: exact, fleet, .exact)
  }

  private mutating func priceOnce(
    at prices: ContiguousArray<Cost>, true exact: ContiguousArray<Cost>, _ fleet: [Cost],
    _ dominance: LabelSearch<Served>.Dominance
  ) -> Bool {
    var found = false
    var bound = constant + prices.reduce(0, +)
    var costs: [Cost] = []
    var isExact = true
    for (number, group) in model.groups.enumerated() {
      let outcome = search.run(
        group, prices: prices, dominance: dominance, labelLimit: limits.labels)
      effort.pricings += 1
      effort.labels += outcome.labels
      isExact = isExact && outcome.isExact
      bound += Cost(group.vehicles.count) * outcome.best
      costs.append(outcome.best)
      if take(outcome, from: number, at: prices, true: exact, above: fleet[number]) { found = true }
    }
    if ProcessInfo.processInfo.environment["DB"] != nil { print("  ", dominance, "labels", effort.labels, "best", costs, "bound", bound / 1_000_000, "columns", columns.count, search.onboard.entries.count) }
    if isExact {
      effort.isPriced = true
      if bound > lower { (lower, bestPrices, bestCosts) = (bound, prices, costs) }
    }
    return found
  }

  /// Keeps the best routes, none like too many others; whether any of them pays.
  private mutating func take(
    _ outcome: LabelSearch<Served>.Outcome, from group: Int, at prices: ContiguousArray<Cost>,
    true exact: ContiguousArray<Cost>, above fleetPrice: Cost
  ) -> Bool {
    var uses = [Int](repeating: 0, count: model.parties.count)
    var taken = 0
    var found = false
    for (cost, label) in outcome.routes.sorted(by: { ($0.cost, $0.label) < ($1.cost, $1.label) }) {
      guard taken < limits.columnsPerRound else { break }
      let stops = search.stops(to: label)
      let parties = stops.filter { $0.ride == nil }.map { model.pickups[$0.pickup].party }.sorted()
      let real = cost + parties.reduce(0) { $0 + prices[$1] - exact[$1] } - fleetPrice
      guard real < -1000, parties.contains(where: { uses[$0] < limits.columnsPerRound / 7 }) else { continue }
      for party in parties { uses[party] += 1 }
      let route = DayRoute(stops, of: model.groups[group], in: model)
      let raw = cost + parties.reduce(0) { $0 + prices[$1] }
      let isNew = add(Column(group: group, parties: parties, cost: raw, route: route))
      if isNew { taken += 1; found = true }
    }
    return found
  }

  @discardableResult
  private mutating func add(_ column: Column) -> Bool {
    columns.append(column)
    return true
  }
}
