import Optimization

/// A lower bound on the cost of a dial-a-ride problem by column generation, and routes on the way.
struct DialARideBound {
  struct Limits {
    var rounds = 400
    var labelsPerPricing = 400_000
    var labels = 4_000_000
    var simplexIterations = 20_000
  }

  private let tables: DialARideTables
  private let limits: Limits
  private(set) var lowerBound = 0.0
  private(set) var rounds = 0
  private(set) var labels = 0
  private(set) var exact = 0
  /// Routes of negative reduced cost met on the way.
  private(set) var routes: [DialARideRoute] = []

  private static let columnsPerRound = 60
  private static let tolerance = 1e-6

  init(_ tables: DialARideTables, limits: Limits) {
    self.tables = tables
    self.limits = limits
  }

  /// Generates columns until no solution can cost less than the bound, the bound is as good as
  /// `cost`, or a limit is reached.
  mutating func raise(
    from known: [DialARideRoute], below cost: Double, penalty: Double
  ) {
    let count = tables.requestCount
    var pricing = DialARidePricing(tables)
    LinearSolver.withSolver { solver in
      var master = Master(tables, penalty: penalty, known: known, solver: &solver)
      var rule = DialARidePricing.Rule.heuristic
      var smooth: [Double]?
      while rounds < limits.rounds, labels < limits.labels {
        rounds += 1
        guard master.solveWithKnown(&solver, iterations: limits.simplexIterations) else { return }
        let duals = master.duals
        var used = duals
        if rule == .heuristic, let old = smooth {
          used = zip(old, duals).map { 0.5 * $0 + 0.5 * $1 }
        }
        smooth = used
        let outcome = pricing.run(
          duals: Array(used[0...count]), fixed: -used[count + 1], rule: rule,
          labelLimit: limits.labelsPerPricing, most: Self.columnsPerRound)
        labels += outcome.labels
        if rule == .exact {
          exact += 1
          guard let least = outcome.least else { return }
          lowerBound = max(
            lowerBound, master.objective + Double(tables.vehicleCount) * min(0, least))
          if least > -Self.tolerance || lowerBound > cost - Self.tolerance { return }
          rule = .heuristic
        }
        var added = 0
        for (_, nodes) in outcome.routes {
          let route = DialARideRoute(nodes, in: tables)
          if master.reducedCost(of: route) < -1e-7 {
            master.add(route, &solver)
            routes.append(route)
            added += 1
          }
        }
        if added == 0 {
          if used == duals { rule = .exact } else { smooth = nil }
        }
      }
    }
  }

  private struct Master {
    let tables: DialARideTables
    let known: [DialARideRoute]
    var isIn: [Bool]
    var rows: [LinearSolver.Row] = []
    var vehicles: LinearSolver.Row
    /// By pickup from 1 on; that of the vehicles last.
    var duals: [Double]
    var objective = 0.0

    init(
      _ tables: DialARideTables, penalty: Double, known: [DialARideRoute],
      solver: inout LinearSolver
    ) {
      self.tables = tables
      self.known = known
      isIn = Array(repeating: false, count: known.count)
      duals = Array(repeating: 0, count: tables.requestCount + 2)
      vehicles = solver.addRow(.atMost(Double(tables.vehicleCount)))
      for _ in 0..<tables.requestCount {
        let row = solver.addRow(.atLeast(1))
        rows.append(row)
        solver.addColumn(cost: penalty, entries: CollectionOfOne((row, 1)))
      }
    }

    mutating func add(_ route: DialARideRoute, _ solver: inout LinearSolver) {
      let served = route.nodes.filter { tables.isPickup($0) }.map { rows[$0 - 1] }
      solver.addColumn(
        cost: route.cost, entries: ([vehicles] + served).map { ($0, 1) })
    }

    func reducedCost(of route: DialARideRoute) -> Double {
      var reduced = route.cost - duals[duals.count - 1]
      for node in route.nodes where tables.isPickup(node) { reduced -= duals[node] }
      return reduced
    }

    /// Takes in known routes until none has negative reduced cost.
    mutating func solveWithKnown(_ solver: inout LinearSolver, iterations: Int) -> Bool {
      while true {
        guard solver.solve(iterations: iterations) == .optimal else { return false }
        objective = solver.objective
        for (k, row) in rows.enumerated() { duals[k + 1] = solver.dual(of: row) }
        duals[duals.count - 1] = solver.dual(of: vehicles)
        var wanted: [(reduced: Double, position: Int)] = []
        for position in known.indices where !isIn[position] {
          let reduced = reducedCost(of: known[position])
          if reduced < -1e-7 { wanted.append((reduced, position)) }
        }
        if wanted.isEmpty { return true }
        wanted.sort { ($0.reduced, $0.position) < ($1.reduced, $1.position) }
        for (_, position) in wanted.prefix(100) {
          isIn[position] = true
          add(known[position], &solver)
        }
      }
    }
  }
}
