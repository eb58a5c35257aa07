import Optimization

/// Chooses among known routes those that together serve every request at least cost.
///
/// The linear relaxation takes in, round by round, only the routes that its duals ask for; the 0-1
/// program then needs only routes whose reduced cost is within what there is still to gain.
struct Recombination {
  /// A request that no chosen route serves costs its penalty.
  let penalties: [Double]
  /// How many vehicles of each kind there are.
  let vehicles: [Int]
  /// What costs are divided by for the solver, which wants numbers of moderate size.
  var unit = 1.0
  var limits = SolverLimits(simplexIterations: 50_000, branchingNodes: 20)
  var mostColumns = 600

  private static let tolerance = 1e-7

  /// Positions of the entries to combine, or `nil` where nothing better than `cost` is found within
  /// the limits.
  func best<Route>(
    of pool: RoutePool<Route>, below cost: Double, iterations limit: Int
  ) -> (chosen: [Int]?, iterations: Int) {
    let entries = pool.entries
    var (spent, relaxation) = LinearSolver.withSolver { solver in
      var relaxation = PoolRelaxation(self, &solver)
      let isSolved = relaxation.solve(pool, &solver, iterations: limit)
      return (solver.iterations, isSolved ? relaxation : nil)
    }
    guard let relaxation else { return (nil, spent) }
    let spare = cost - relaxation.cost - Self.tolerance * unit
    guard spare > 0 else { return (nil, spent) }
    var columns: [(reduced: Double, position: Int)] = []
    for (position, entry) in entries.enumerated() {
      let reduced = relaxation.reducedCost(of: entry)
      if reduced <= spare { columns.append((reduced, position)) }
    }
    if columns.count > mostColumns {
      columns.sort { ($0.reduced, $0.position) < ($1.reduced, $1.position) }
      columns.removeLast(columns.count - mostColumns)
    }
    let choice = choose(
      columns.map(\.position), entries, below: cost, iterations: max(0, limit - spent))
    spent += choice.iterations
    return (choice.chosen, spent)
  }

  private func choose<Route>(
    _ positions: [Int], _ entries: [RoutePool<Route>.Entry], below cost: Double,
    iterations limit: Int
  ) -> (chosen: [Int]?, iterations: Int) {
    var program = BinaryProgram()
    let rows = penalties.map { _ in program.addRow(.equal(1)) }
    let kinds = vehicles.map { program.addRow(.atMost(Double($0))) }
    for position in positions {
      let entry = entries[position]
      program.addColumn(
        cost: entry.route.cost / unit, in: entry.requests.map { rows[$0] } + [kinds[entry.kind]])
    }
    for (row, penalty) in zip(rows, penalties) {
      program.addColumn(cost: penalty / unit, in: CollectionOfOne(row))
    }
    let answer = program.solve(
      within: SolverLimits(
        simplexIterations: min(limit, limits.simplexIterations),
        branchingNodes: limits.branchingNodes))
    guard answer.objective < cost / unit - Self.tolerance else {
      return (nil, answer.simplexIterations)
    }
    let chosen = answer.chosen.filter { $0 < positions.count }.map { positions[$0] }
    return (chosen, answer.simplexIterations)
  }
}
