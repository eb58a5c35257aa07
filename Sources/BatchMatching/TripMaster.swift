import Dispatching
import Mobility
import Optimization

/// Set partitioning over all trips of all vehicles, of which only those are made that could pay.
///
/// Column generation: the duals of the linear program say what a request is worth and what a vehicle
/// costs, and each vehicle is searched for trips that cost less than their requests are worth. When
/// there are none, the relaxation over all trips is solved. Where it is fractional, all trips that a
/// better choice could contain are made, and each connected component is solved in whole numbers.
///
/// All of it counts against one budget. When that is spent, the best choice so far stands, with the
/// bound that is proven by then.
struct TripMaster {
  private let epoch: EpochProblem
  private let limits: SolverLimits
  /// Beginnings of trips that may be looked at for one vehicle in one search.
  private let nodes: Int
  private let price: Cost
  private var searches: [TripSearch]
  private var scratch = TripScratch()
  private var columns: TripColumns
  /// The columns of a plan that is feasible.
  private var known: [Int] = []
  private var effort = MatchingEffort()
  private var budget: WorkBudget
  /// What the relaxation leaves for the choice.
  private let reserve: Int

  /// Five minutes at weight one: most gaps are closed by trips within them.
  private static let firstReach: Cost = 300_000_000
  /// Labels of the first searches for one vehicle.
  private static let firstDepth = 1000
  /// One search of every vehicle may take this part of what is left.
  private static let parts = 2

  /// `plans` are feasible plans of the whole fleet, the best one last.
  init(
    _ epoch: EpochProblem, plans: [[VehicleState]], nodes: Int, limits: SolverLimits,
    budget: WorkBudget
  ) {
    self.epoch = epoch
    self.budget = budget
    reserve = budget.left / 4
    self.limits = limits
    self.nodes = nodes
    price = epoch.priceOfRefusal
    searches = epoch.fleet.map { TripSearch($0, candidates: epoch.candidates, in: epoch.service) }
    columns = TripColumns(vehicles: epoch.fleet.count, candidates: epoch.candidates.count)
    for plan in plans {
      known = plan.indices.map { vehicle in
        columns.add(epoch.trip(of: plan[vehicle].schedule, in: vehicle), of: vehicle)
      }
    }
  }

  /// The best choice found, with a bound over all trips.
  mutating func solve() -> Matching {
    let relaxed = relax()
    var choice = choose(relaxed)
    var bound = relaxed.bound
    // Trips that exceed their price by more than `reach` are yet to be made.
    var reach = Cost(0)
    while relaxed.isSolved && choice.objective - bound > Matching.tolerance {
      if choice.isOptimal && choice.objective - bound <= reach {
        bound = choice.objective
        break
      }
      reach = min(choice.objective - bound, max(Self.firstReach, 4 * reach))
      let isComplete = addTrips(within: reach, of: relaxed)
      let next = choose(nil)
      // Cut short, it may have found less.
      choice = Choice(
        columns: next.objective <= choice.objective ? next.columns : choice.columns,
        objective: min(next.objective, choice.objective), isOptimal: next.isOptimal)
      if !isComplete { break }
    }
    effort.columns = columns.count + epoch.openCount
    effort.routesTried = searches.reduce(0) { $0 + $1.tried }
    effort.work = budget.spent
    effort.isCut = budget.wasShort
    return Matching(
      trips: choice.columns.map { columns[$0].trip }, objective: choice.objective,
      // No plan costs less than nothing.
      bound: bound < 0 && budget.wasShort ? nil : min(max(0, bound), choice.objective),
      effort: effort)
  }

  // MARK: Relaxation

  private struct Relaxation {
    /// By column; empty where the program could not be solved.
    var values: [Double] = []
    /// What each candidate is worth.
    var prices: [Cost]
    /// What each vehicle costs, its present plan included.
    var ends: [Cost]
    /// Riders who must be refused in any choice, and what each of them saves.
    var refused = 0
    var saving = Cost(0)
    /// No choice among all trips costs less.
    var bound = -Cost.max / 4
    var isSolved = false
  }

  /// Solves the linear program over all trips.
  private mutating func relax() -> Relaxation {
    LinearSolver.withSolver { solver in
      let serving = epoch.candidates.map { _ in solver.addRow(.equal(1)) }
      let using = epoch.fleet.map { _ in solver.addRow(.equal(1)) }
      let refusing = solver.addRow(.atLeast(0))
      for candidate in 0..<epoch.openCount {
        solver.addColumn(
          cost: seconds(price * epoch.riders(of: candidate)),
          entries: [(serving[candidate], 1), (refusing, Double(epoch.riders(of: candidate)))])
      }
      var relaxed = Relaxation(prices: serving.map { _ in 0 }, ends: using.map { _ in 0 })
      var added = 0
      var depth = min(nodes, Self.firstDepth)
      while true {
        for (vehicle, trip) in columns[added...] {
          solver.addColumn(
            cost: seconds(trip.cost - epoch.fleet[vehicle].schedule.cost),
            entries: [(using[vehicle], 1)] + trip.members.map { (serving[$0], 1) })
        }
        added = columns.count
        guard minimize(&solver) == .optimal else { return relaxed }
        relaxed.prices = serving.map { cost(solver.dual(of: $0)) }
        relaxed.ends = zip(using, epoch.fleet).map {
          cost(solver.dual(of: $0)) + $1.schedule.cost
        }
        relaxed.saving = max(0, cost(solver.dual(of: refusing)))
        let priced = priceTrips(relaxed, nodes: depth)
        relaxed.bound = max(relaxed.bound, priced.bound)
        let mayGoOn = budget.allows(reserve + WorkBudget.stepsOfAnIteration * solver.size)
        if mayGoOn {
          guard columns.count == added else { continue }
          // A short search is enough as long as it finds something.
          guard priced.isComplete || depth == nodes else {
            depth = min(nodes, 4 * depth)
            continue
          }
          let least = leastRefused(relaxed.bound)
          guard least == relaxed.refused else {
            relaxed.refused = least
            solver.setBounds(of: refusing, to: .atLeast(Double(least)))
            continue
          }
        }
        relaxed.values = (0..<added).map {
          solver.value(of: LinearSolver.Column(index: epoch.openCount + $0))
        }
        relaxed.isSolved = true
        return relaxed
      }
    }
  }

  /// Solves the program as it stands, as far as the budget goes.
  private mutating func minimize(_ solver: inout LinearSolver) -> LinearSolver.Status {
    let before = solver.iterations
    let cost = WorkBudget.stepsOfAnIteration * solver.size
    let affordable = max(0, budget.left - reserve) / cost
    let status = solver.solve(iterations: min(limits.simplexIterations, affordable))
    if status == .limited && affordable < limits.simplexIterations { budget.noteShortage() }
    budget.spend((solver.iterations - before + 1) * cost)
    effort.programs += 1
    effort.simplexIterations = solver.iterations
    return status
  }

  /// How many riders a choice that costs at least `bound` refuses: fewer would be cheaper.
  private func leastRefused(_ bound: Cost) -> Int {
    let beyondPlans = max(0, bound - epoch.mostCost)
    return Int((beyondPlans + price - 1) / price)
  }

  /// Adds trips that improve the program; says what any choice costs at least, as the prices show.
  private mutating func priceTrips(
    _ relaxed: Relaxation, nodes: Int
  ) -> (bound: Cost, isComplete: Bool) {
    var bound = relaxed.prices.reduce(relaxed.saving * Cost(relaxed.refused), +)
    for candidate in 0..<epoch.openCount {
      let refusal = (price - relaxed.saving) * epoch.riders(of: candidate)
      bound += min(0, refusal - relaxed.prices[candidate])
    }
    let found = searchAll(below: -2, of: relaxed, keeping: 16, nodes: nodes)
    return (bound + found.least, found.isComplete)
  }

  /// Makes all trips that a choice could contain which is better by less than `gap`.
  private mutating func addTrips(within gap: Cost, of relaxed: Relaxation) -> Bool {
    searchAll(below: gap, of: relaxed, keeping: .max, nodes: nodes, all: true).isComplete
  }

  /// Searches the trips of every vehicle that exceed what it costs by less than `excess`, and keeps
  /// them as columns; says what the trips of all vehicles cost at least, as the prices show.
  ///
  /// Takes no more than a part of the budget, and for no vehicle more than its share of that.
  private mutating func searchAll(
    below excess: Cost, of relaxed: Relaxation, keeping: Int, nodes: Int, all: Bool = false
  ) -> (least: Cost, isComplete: Bool) {
    var (least, isComplete) = (Cost(0), true)
    var left = max(0, budget.left - reserve) / Self.parts
    for vehicle in searches.indices {
      let share = left / (searches.count - vehicle)
      let before = searches[vehicle].work
      let found = searches[vehicle].trips(
        worth: relaxed.prices, below: relaxed.ends[vehicle] + excess, keeping: keeping,
        nodes: nodes, work: share, all: all, using: &scratch)
      let work = searches[vehicle].work - before
      left = max(0, left - work)
      budget.spend(work)
      if work >= share && !found.isComplete { budget.noteShortage() }
      for trip in found.trips { columns.add(trip, of: vehicle) }
      least += found.least
      isComplete = isComplete && found.isComplete
    }
    return (least, isComplete)
  }

  // MARK: Choice

  private struct Choice {
    /// One a vehicle.
    var columns: [Int]
    var objective: Cost
    var isOptimal: Bool
  }

  /// The best choice among the columns: the relaxation where it is whole, else component by
  /// component in whole numbers.
  private mutating func choose(_ relaxed: Relaxation?) -> Choice {
    var choice = Choice(columns: known, objective: 0, isOptimal: true)
    for component in columns.components {
      let isWhole = relaxed.map { relaxed in
        relaxed.isSolved
          && component.columns.allSatisfy {
            abs(relaxed.values[$0].rounded() - relaxed.values[$0]) < 1e-9
          }
      }
      if let relaxed, isWhole == true {
        for k in component.columns where relaxed.values[k] > 0.5 {
          choice.columns[columns[k].vehicle] = k
        }
      } else {
        guard let answer = solve(component) else {
          choice.isOptimal = false
          continue
        }
        choice.isOptimal = choice.isOptimal && answer.status == .optimal
        for k in answer.chosen where k < component.columns.count {
          choice.columns[columns[component.columns[k]].vehicle] = component.columns[k]
        }
      }
    }
    var isServed = [Bool](repeating: false, count: epoch.candidates.count)
    for k in choice.columns {
      choice.objective += columns[k].trip.cost
      for member in columns[k].trip.members { isServed[member] = true }
    }
    for candidate in 0..<epoch.openCount where !isServed[candidate] {
      choice.objective += price * epoch.riders(of: candidate)
    }
    return choice
  }

  /// Starts from the known plan, so that there always is an answer; `nil` where the budget does not
  /// go as far as that.
  private mutating func solve(_ component: TripColumns.Component) -> Answer? {
    let rows = component.candidates.count + component.vehicles.count
    let size = rows + component.columns.count + component.candidates.count
    let cost = WorkBudget.stepsOfAnIteration * size
    guard budget.allows(cost * rows) else { return nil }
    var program = BinaryProgram()
    var serving: [Int: BinaryProgram.Row] = [:]
    for candidate in component.candidates { serving[candidate] = program.addRow(.equal(1)) }
    var using: [Int: BinaryProgram.Row] = [:]
    for vehicle in component.vehicles { using[vehicle] = program.addRow(.equal(1)) }
    var start: [BinaryProgram.Variable] = []
    var isServed: Set<Int> = []
    for k in component.columns {
      let (vehicle, trip) = columns[k]
      let variable = program.addColumn(
        cost: seconds(trip.cost - epoch.fleet[vehicle].schedule.cost),
        in: [using[vehicle]].compactMap(\.self) + trip.members.compactMap { serving[$0] })
      if known[vehicle] == k {
        start.append(variable)
        isServed.formUnion(trip.members)
      }
    }
    for candidate in component.candidates where candidate < epoch.openCount {
      let variable = program.addColumn(
        cost: seconds(price * epoch.riders(of: candidate)),
        in: [serving[candidate]].compactMap(\.self))
      if !isServed.contains(candidate) { start.append(variable) }
    }
    let affordable = budget.left / cost
    let answer = program.solve(
      within: SolverLimits(
        simplexIterations: min(limits.simplexIterations, affordable),
        branchingNodes: min(limits.branchingNodes, affordable)),
      from: start)
    if answer.status == .limited && affordable < limits.simplexIterations { budget.noteShortage() }
    // A node of the search takes an iteration at least.
    budget.spend(max(answer.simplexIterations, answer.branchingNodes, rows) * cost)
    effort.programs += 1
    effort.simplexIterations += answer.simplexIterations
    effort.branchingNodes += answer.branchingNodes
    return answer
  }

  /// Costs in seconds keep the numbers in the program small.
  private func seconds(_ cost: Cost) -> Double { Double(cost) / 1_000_000 }
  private func cost(_ seconds: Double) -> Cost { Cost((seconds * 1_000_000).rounded()) }
}
