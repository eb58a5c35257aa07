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

  private static let columnsPerRound = 150
  private static let mostRounds = 60
  private static let tolerance = 1e-7

  /// Positions of the entries to combine, or `nil` where nothing better than `cost` is found.
  func best<Route>(of pool: RoutePool<Route>, below cost: Double) -> [Int]? {
    let entries = pool.entries
    let cost = cost / unit
    guard let duals = relax(entries) else { return nil }
    let spare = cost - duals.objective - Self.tolerance
    guard spare > 0 else { return nil }
    var columns: [(reduced: Double, position: Int)] = []
    for (position, entry) in entries.enumerated() {
      let reduced = duals.reducedCost(of: entry)
      if reduced <= spare { columns.append((reduced, position)) }
    }
    if columns.count > mostColumns {
      columns.sort { ($0.reduced, $0.position) < ($1.reduced, $1.position) }
      columns.removeLast(columns.count - mostColumns)
    }
    return choose(columns.map(\.position), entries, below: cost)
  }

  private struct Duals {
    var requests: [Double]
    var kinds: [Double]
    var objective: Double
    var unit: Double

    func reducedCost<Route>(of entry: RoutePool<Route>.Entry) -> Double {
      entry.requests.reduce(entry.route.cost / unit - kinds[entry.kind]) { $0 - requests[$1] }
    }
  }

  private func relax<Route>(_ entries: [RoutePool<Route>.Entry]) -> Duals? {
    LinearSolver.withSolver { solver in
      let rows = penalties.map { _ in solver.addRow(.atLeast(1)) }
      let kinds = vehicles.map { solver.addRow(.atMost(Double($0))) }
      for (row, penalty) in zip(rows, penalties) {
        solver.addColumn(cost: penalty / unit, entries: CollectionOfOne((row, 1)))
      }
      var isIn = Array(repeating: false, count: entries.count)
      for _ in 0..<Self.mostRounds {
        guard solver.solve(iterations: limits.simplexIterations) == .optimal else { return nil }
        let duals = Duals(
          requests: rows.map { solver.dual(of: $0) }, kinds: kinds.map { solver.dual(of: $0) },
          objective: solver.objective, unit: unit)
        var wanted: [(reduced: Double, position: Int)] = []
        for position in entries.indices where !isIn[position] {
          let reduced = duals.reducedCost(of: entries[position])
          if reduced < -Self.tolerance { wanted.append((reduced, position)) }
        }
        if wanted.isEmpty { return duals }
        wanted.sort { ($0.reduced, $0.position) < ($1.reduced, $1.position) }
        for (_, position) in wanted.prefix(Self.columnsPerRound) {
          isIn[position] = true
          let entry = entries[position]
          solver.addColumn(
            cost: entry.route.cost / unit,
            entries: (entry.requests.map { rows[$0] } + [kinds[entry.kind]]).map { ($0, 1) })
        }
      }
      return nil
    }
  }

  private func choose<Route>(
    _ positions: [Int], _ entries: [RoutePool<Route>.Entry], below cost: Double
  ) -> [Int]? {
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
    let answer = program.solve(within: limits)
    guard answer.objective < cost - Self.tolerance else { return nil }
    return answer.chosen.filter { $0 < positions.count }.map { positions[$0] }
  }
}
