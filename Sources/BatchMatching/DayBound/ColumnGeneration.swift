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
    var stops: [DayStop] = []
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
  private var center: ContiguousArray<Cost> = []
  private var pseudo: Cost

  init(_ model: DayModel, limits: DayBound.Limits) {
    self.model = model
    self.limits = limits
    search = LabelSearch(model)
    lower = model.trivialBound
    bestPrices = ContiguousArray(repeating: 0, count: model.parties.count)
    bestCosts = model.groups.map { _ in 0 }
    pseudo = lower
  }

  mutating func run() {
    for (group, route) in InsertionRoutes(model).routes where !route.stops.isEmpty {
      add(
        Column(group: group, parties: route.parties(in: model), cost: route.cost, route: route))
    }
    center = startingPrices()
    var width = Cost(knob("BOX", 400)) * 1_000_000
    let narrowest = Cost(knob("NARROW", 50)) * 1_000_000
    LinearSolver.withSolver { solver in
      let cover = model.parties.map { _ in solver.addRow(.atLeast(1)) }
      let fleet = model.groups.map { solver.addRow(.atMost(Double($0.vehicles.count))) }
      let boxCount = 2 * model.parties.count
      var passed = 0
      var exactRounds = 0
      for round in 0..<limits.rounds {
        // The box comes last so that it can be taken out again.
        if round > 0 {
          let first = solver.columnCount - boxCount
          solver.removeColumns((first..<solver.columnCount).map { .init(index: $0) })
        }
        for column in columns[passed...] {
          solver.addColumn(
            cost: seconds(column.cost),
            entries: column.parties.map { (cover[$0], 1) } + [(fleet[column.group], 1)])
        }
        passed = columns.count
        for (k, row) in cover.enumerated() {
          let high = min(center[k] + width, model.parties[k].price)
          let low = max(center[k] - width, 0)
          solver.addColumn(cost: seconds(high), entries: [(row, 1)])
          solver.addColumn(cost: -seconds(low), entries: [(row, -1)])
        }
        guard solver.solve(iterations: limits.simplexIterations) == .optimal else { break }
        var prices = ContiguousArray<Cost>()
        for (row, party) in zip(cover, model.parties) {
          let price = Cost((solver.dual(of: row) * 1_000_000).rounded())
          prices.append(min(max(price, 0), party.price))
        }
        let fleetPrices = fleet.map { Cost((solver.dual(of: $0) * 1_000_000).rounded()) }
        let objective = Cost((solver.objective * 1_000_000).rounded()) + constant
        if knob("DB", 0) == 1 { print("objective", objective / 1_000_000, "lower", lower / 1_000_000, "pseudo", pseudo / 1_000_000, width / 1_000_000, effort.pricings, effort.labels) }
        let before = pseudo
        let isClose = objective - pseudo < objective / Cost(knob("CLOSE", 200))
        if !isClose, priceOnce(at: prices, true: prices, fleetPrices, .quick) {
          if pseudo <= before { width = max(narrowest, width * 9 / 10) }
          continue
        }
        exactRounds += 1
        let found = priceOnce(at: prices, true: prices, fleetPrices, .exact)
        guard effort.isPriced else { break }
        center = bestPrices
        pseudo = lower
        if objective - lower <= objective / 10_000 && found { break }
        if found { width = max(narrowest, width * 9 / 10) ; continue }
        let first = solver.columnCount - boxCount
        let isActive = (0..<model.parties.count).contains { k in
          let high = LinearSolver.Column(index: first + 2 * k)
          let low = LinearSolver.Column(index: first + 2 * k + 1)
          return (solver.value(of: high) > 1e-9 && prices[k] < model.parties[k].price)
            || (solver.value(of: low) > 1e-9 && prices[k] > 0)
        }
        if !isActive { break }
        center = prices
        width = width * 2
      }
      effort.simplexIterations = solver.iterations
      effort.columns = columns.count
    }
  }

  /// What each party costs at the margin in the first plan, or its refusal.
  private func startingPrices() -> ContiguousArray<Cost> {
    var prices = ContiguousArray(model.parties.map(\.price))
    for column in columns {
      guard let route = column.route else { continue }
      for party in column.parties {
        let rest = route.stops.filter { model.pickups[$0.pickup].party != party }
        guard let shorter = DayRoute(rest, of: model.groups[column.group], in: model) else {
          continue
        }
        let saved = max(0, route.cost - shorter.cost) * Cost(knob("START", 15)) / 10
        prices[party] = min(prices[party], saved)
      }
    }
    return prices
  }

  /// What every plan costs besides its routes and the requests that could be served.
  private var constant: Cost {
    model.fixedCost
      + model.groups.reduce(0) { $0 + Cost($1.vehicles.count) * $1.idleCost }
  }

  private func seconds(_ cost: Cost) -> Double { Double(cost) / 1_000_000 }

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
    if bound > pseudo { (pseudo, center) = (bound, prices) }
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
      guard taken < knob("COLS", 60) else { break }
      let stops = search.stops(to: label)
      let parties = stops.filter { $0.ride == nil }.map { model.pickups[$0.pickup].party }.sorted()
      let real = cost + parties.reduce(0) { $0 + prices[$1] - exact[$1] } - fleetPrice
      guard real < -1000, parties.contains(where: { uses[$0] < knob("USES", 10) }) else { continue }
      for party in parties { uses[party] += 1 }
      let route = DayRoute(stops, of: model.groups[group], in: model)
      let raw = cost + parties.reduce(0) { $0 + prices[$1] }
      let isNew = add(Column(group: group, parties: parties, cost: raw, route: route, stops: stops))
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

import Foundation
func knob(_ name: String, _ standard: Int) -> Int { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard }
