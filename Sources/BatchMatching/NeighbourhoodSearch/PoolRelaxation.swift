import Optimization

/// The linear relaxation of choosing among the routes of a pool, in a solver.
///
/// Every request is served or costs its penalty, with as many vehicles as there are. Only the routes
/// that the duals ask for come in.
struct PoolRelaxation {
  struct Prices {
    /// What serving each request is worth.
    var requests: [Double]
    /// What a vehicle of each kind costs, at most 0.
    var kinds: [Double]
  }

  private(set) var prices: Prices
  /// What the solution costs.
  private(set) var cost = 0.0
  private let rows, kindRows: [LinearSolver.Row]
  private let unit: Double
  private let iterations: Int
  /// The column of each entry of the pool; `nil` for one that has not come in.
  private var columns: [LinearSolver.Column?] = []
  /// Whether an entry may no longer be chosen.
  private var isExcluded: [Bool] = []

  private static let columnsPerRound = 150
  private static let mostRounds = 60
  private static let tolerance = 1e-7

  init(_ recombination: Recombination, _ solver: inout LinearSolver) {
    unit = recombination.unit
    iterations = recombination.limits.simplexIterations
    rows = recombination.penalties.map { _ in solver.addRow(.atLeast(1)) }
    kindRows = recombination.vehicles.map { solver.addRow(.atMost(Double($0))) }
    for (row, penalty) in zip(rows, recombination.penalties) {
      solver.addColumn(cost: penalty / unit, entries: CollectionOfOne((row, 1)))
    }
    prices = Prices(requests: rows.map { _ in 0 }, kinds: kindRows.map { _ in 0 })
  }

  /// Goes on with what has come into the pool; `false` where the simplex gave up, or where the solver
  /// has had more than `limit` iterations in all.
  mutating func solve<Route>(
    _ pool: RoutePool<Route>, _ solver: inout LinearSolver, iterations limit: Int = .max
  ) -> Bool {
    let new = pool.entries.count - columns.count
    columns += Array(repeating: nil, count: new)
    isExcluded += Array(repeating: false, count: new)
    for _ in 0..<Self.mostRounds {
      let left = min(iterations, max(0, limit - solver.iterations))
      guard solver.solve(iterations: left) == .optimal else { return false }
      cost = solver.objective * unit
      for (k, row) in rows.enumerated() { prices.requests[k] = solver.dual(of: row) * unit }
      for (k, row) in kindRows.enumerated() { prices.kinds[k] = solver.dual(of: row) * unit }
      var wanted: [(reduced: Double, position: Int)] = []
      for position in columns.indices where columns[position] == nil && !isExcluded[position] {
        let reduced = reducedCost(of: pool.entries[position])
        if reduced < -Self.tolerance * unit { wanted.append((reduced, position)) }
      }
      if wanted.isEmpty { return true }
      wanted.sort { ($0.reduced, $0.position) < ($1.reduced, $1.position) }
      for (_, position) in wanted.prefix(Self.columnsPerRound) {
        let entry = pool.entries[position]
        columns[position] = solver.addColumn(
          cost: entry.route.cost / unit,
          entries: (entry.requests.map { rows[$0] } + [kindRows[entry.kind]]).map { ($0, 1) })
      }
    }
    return false
  }

  func reducedCost<Route>(of entry: RoutePool<Route>.Entry) -> Double {
    entry.requests.reduce(entry.route.cost - prices.kinds[entry.kind]) { $0 - prices.requests[$1] }
  }

  /// Positions of the entries in the solution and how much of each is in it.
  func chosen(_ solver: borrowing LinearSolver) -> [(position: Int, value: Double)] {
    columns.indices.compactMap { position in
      guard let column = columns[position] else { return nil }
      let value = solver.value(of: column)
      return value > Self.tolerance ? (position, value) : nil
    }
  }

  /// From now on no entry with any of the requests is chosen but `fixed`.
  mutating func exclude<Route>(
    _ isTaken: [Bool], but fixed: [Int], _ pool: RoutePool<Route>, _ solver: inout LinearSolver
  ) {
    for position in columns.indices where !isExcluded[position] && !fixed.contains(position) {
      guard pool.entries[position].requests.contains(where: { isTaken[$0] }) else { continue }
      isExcluded[position] = true
      if let column = columns[position] { solver.exclude(column) }
    }
  }
}
