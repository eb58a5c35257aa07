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
  let known: DayBound?
  var columns: [RouteColumn] = []
  var effort = DayBound.Effort()
  /// The best bound so far.
  private(set) var lower: Cost
  /// The best that prices gave: at first it can be less than what each request costs by itself.
  private var priced: Cost
  /// The prices that gave it, or those of the first plan.
  private(set) var bestPrices: ContiguousArray<Cost> = []
  /// The best value of the bound, quick searches included: good prices, but no bound.
  private var promising: Cost
  private var promisingPrices: ContiguousArray<Cost> = []
  /// Columns that the linear program has, in order.
  private var inProgram: [Int] = []
  var search: LabelSearch<Served>
  var budget: WorkBudget
  /// What the bound leaves for the plan.
  private let reserve: Int

  /// Full searches begin when the objective is within this part of the bound that quick ones promise.
  private static var closeness: Cost { 100 }
  /// Below this, a route is not worth another column: a thousandth of a second.
  private static var worthwhile: Cost { 1000 }
  /// What routes may cost more than those that pay and still come along: they soon will.
  private static var tolerance: Cost { 300_000_000 }

  /// Nothing costs less than `known`, the bound of the same day for vans that know more.
  init(_ model: DayModel, above known: DayBound? = nil, limits: DayBound.Limits) {
    self.model = model
    self.limits = limits
    self.known = known
    search = LabelSearch(model)
    budget = WorkBudget(limits.work)
    reserve = limits.work / 4
    lower = max(model.trivialBound, known?.lower ?? .min)
    let isPriced = known?.effort.isPriced ?? false
    priced = isPriced ? lower : .min / 2
    promising = priced
  }

  mutating func run() {
    let first = InsertionRoutes(model, work: limits.work / Self.partOfFirstPlan)
    budget.spend(first.work)
    if !first.isComplete { budget.noteShortage() }
    for (group, route) in first.routes where !route.stops.isEmpty {
      columns.append(
        RouteColumn(
          group: group, parties: route.parties(in: model), cost: route.cost, route: route))
    }
    columns += (known?.columns ?? []).compactMap { $0.driven(in: model) }
    bestPrices = known?.prices ?? startingPrices()
    promisingPrices = bestPrices
    effort.isPriced = known?.effort.isPriced ?? false
    if known == nil || model.waitsForBookings {
      LinearSolver.withSolver { solver in generate(in: &solver) }
    }
    if !effort.isPriced {
      // Cut short before any full search: the best prices so far give a bound all the same. Without
      // one a better plan says little.
      let none = model.groups.map { _ in Cost(0) }
      _ = findRoutes(at: promisingPrices, none, .full, leaving: 0)
    }
    effort.columns = columns.count
  }

  /// The first plan may take this part of the work.
  private static var partOfFirstPlan: Int { 8 }

  private mutating func generate(in solver: inout LinearSolver) {
    let highest = model.parties.map(\.price)
    let cover = highest.map { _ in solver.addRow(.atLeast(1)) }
    let fleet = model.groups.map { solver.addRow(.atMost(Double($0.vehicles.count))) }
    var box = PriceBox(around: bestPrices)
    var (passed, fruitless) = (0, 0)
    for round in 0..<limits.rounds where effort.labels < limits.labelsInAll {
      guard budget.allows(reserve) else { return }
      if round > 0 {
        box.remove(from: &solver)
        purge(&solver)
      }
      for column in columns[passed...] {
        inProgram.append(passed)
        solver.addColumn(
          cost: seconds(column.cost),
          entries: column.parties.map { (cover[$0], 1) } + [(fleet[column.group], 1)])
        passed += 1
      }
      box.center = promisingPrices
      box.add(to: &solver, rows: cover, highest: highest)
      let status = solver.solve(iterations: limits.simplexIterations)
      effort.simplexIterations = solver.iterations
      guard status == .optimal else { return }
      let prices = ContiguousArray(
        zip(cover, highest).map { min(max(cost(ofSeconds: solver.dual(of: $0)), 0), $1) })
      let vehiclePrices = fleet.map { cost(ofSeconds: solver.dual(of: $0)) }
      let objective = model.constantCost + cost(ofSeconds: solver.objective)
      if objective - promising > objective / Self.closeness {
        let search = findRoutes(at: prices, vehiclePrices, .quick)
        if search.found > 0 {
          box.adapt(hasImproved: search.hasImproved)
          continue
        }
      }
      let search = findRoutes(
        at: prices, vehiclePrices, .full, within: labelsWorthwhile(at: objective))
      guard search.isComplete else {
        effort.isCut = effort.isCut || known == nil
        return
      }
      fruitless = search.hasImproved ? 0 : fruitless + 1
      if known != nil && fruitless == limits.fruitlessSearches { return }
      let isBoxed = box.binds(solver, prices: prices, highest: highest)
      let isClose = objective - lower <= toleratedGap(of: objective)
      if !isBoxed && (search.found == 0 || isClose) { return }
      if search.found > 0 {
        box.adapt(hasImproved: search.hasImproved)
      } else {
        promisingPrices = prices
        box.widen()
      }
    }
    effort.isCut = true
  }

  private var labelsToAPart: Cost {
    known == nil ? limits.labelsToAPart : limits.labelsToAPartAboveKnown
  }

  /// The further the search has gone, the less is expected of going on.
  private func toleratedGap(of objective: Cost) -> Cost {
    max(objective / limits.precision, objective / labelsToAPart * Cost(effort.labels))
  }

  /// Partial routes of a full search: where a bound is known, no more than until the distance to the
  /// objective, which is all that it can be raised by, is tolerated.
  private func labelsWorthwhile(at objective: Cost) -> Int {
    guard known != nil, objective >= labelsToAPart else { return limits.labels }
    let labels = (objective - lower) / (objective / labelsToAPart) - Cost(effort.labels)
    return min(limits.labels, max(0, Int(labels)))
  }

  /// Takes out the dearer half of the columns when there are many; those that pay are found again.
  private mutating func purge(_ solver: inout LinearSolver) {
    guard inProgram.count > limits.columnsInProgram else { return }
    let first = solver.columnCount - inProgram.count
    let costs = inProgram.indices.map { position in
      (solver.reducedCost(of: LinearSolver.Column(index: first + position)), position)
    }
    let dearer = costs.sorted(by: <)[(inProgram.count / 2)...].filter { $0.0 > 1e-6 }.map(\.1)
    let removed = Set(dearer)
    solver.removeColumns(dearer.sorted().map { LinearSolver.Column(index: first + $0) })
    inProgram = inProgram.indices.filter { !removed.contains($0) }.map { inProgram[$0] }
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

  /// Adds routes that pay, and improves the bound where the search was complete.
  ///
  /// Leaves so much of the budget; without a number, the reserve.
  private mutating func findRoutes(
    at prices: ContiguousArray<Cost>, _ vehiclePrices: [Cost],
    _ thoroughness: LabelSearch<Served>.Effort, within labelLimit: Int? = nil,
    leaving rest: Int? = nil
  ) -> (found: Int, isComplete: Bool, hasImproved: Bool) {
    var found = 0
    var bound = model.constantCost + prices.reduce(0, +)
    var isComplete = true
    for (number, group) in model.groups.enumerated() {
      let outcome = priced(
        number, at: prices, thoroughness, labels: labelLimit ?? limits.labels,
        work: max(0, budget.left - (rest ?? reserve)))
      isComplete = isComplete && outcome.isComplete
      bound += Cost(group.vehicles.count) * outcome.best
      found += take(outcome, from: number, at: prices, below: vehiclePrices[number])
    }
    let hasImproved = bound > (isComplete ? priced : promising)
    if isComplete {
      effort.isPriced = true
      if bound > priced { (priced, bestPrices) = (bound, prices) }
      lower = max(lower, priced)
      // What only quick searches promised is forgotten.
      (promising, promisingPrices) = (priced, bestPrices)
    } else if bound > promising {
      (promising, promisingPrices) = (bound, prices)
    }
    return (found, isComplete, hasImproved)
  }

  /// The routes of a vehicle's search.
  mutating func priced(
    _ group: Int, at prices: ContiguousArray<Cost>, without parties: [Int] = [],
    _ thoroughness: LabelSearch<Served>.Effort, labels: Int, work: Int
  ) -> LabelSearch<Served>.Outcome {
    let before = search.work
    let outcome = search.run(
      model.groups[group], prices: prices, excluding: parties, effort: thoroughness,
      labelLimit: labels, work: work)
    effort.pricings += 1
    effort.labels += outcome.labels
    budget.spend(search.work - before)
    return outcome
  }

  /// Keeps the best routes, if one pays, none like too many others.
  private mutating func take(
    _ outcome: LabelSearch<Served>.Outcome, from group: Int, at prices: ContiguousArray<Cost>,
    below vehiclePrice: Cost
  ) -> Int {
    var uses = [Int](repeating: 0, count: model.parties.count)
    var taken = 0
    guard outcome.best < vehiclePrice - Self.worthwhile else { return 0 }
    let cheap = outcome.routes.filter { $0.cost < vehiclePrice + Self.tolerance }
    for (cost, label) in cheap.sorted(by: { ($0.cost, $0.label) < ($1.cost, $1.label) }) {
      let column = column(to: label, cost: cost, of: group, at: prices)
      guard column.parties.contains(where: { uses[$0] < limits.routesPerParty }) else { continue }
      for party in column.parties { uses[party] += 1 }
      columns.append(column)
      taken += 1
      if taken == limits.routesPerRound { break }
    }
    return taken
  }
}
