import Optimization

/// The linear relaxation over the routes known so far: every request is served, with as many
/// vehicles as there are, and the cuts hold.
struct DialARideMaster {
  private let tables: DialARideTables
  private let cuts: [RequestCut]
  /// Routes that may come in; `nil` for the column of one that has not.
  private(set) var routes: [DialARideRoute]
  private var columns: [LinearSolver.Column?]
  private var requestRows: [LinearSolver.Row] = []
  private let vehicleRow: LinearSolver.Row
  private var cutRows: [LinearSolver.Row] = []
  /// By node of the pickup.
  private(set) var requestDuals: [Double]
  private(set) var vehicleDual = 0.0
  private(set) var cutDuals: [Double]
  private(set) var objective = 0.0

  private static let routesPerRound = 100
  static let tolerance = 1e-7

  init(
    _ tables: DialARideTables, cuts: [RequestCut], routes: [DialARideRoute], penalty: Double,
    solver: inout LinearSolver
  ) {
    self.tables = tables
    self.cuts = cuts
    self.routes = routes
    columns = Array(repeating: nil, count: routes.count)
    vehicleRow = solver.addRow(.atMost(Double(tables.vehicleCount)))
    requestDuals = Array(repeating: 0, count: tables.requestCount + 1)
    cutDuals = cuts.map { _ in 0 }
    cutRows = cuts.map { _ in solver.addRow(.atMost(1)) }
    for _ in 0..<tables.requestCount {
      let row = solver.addRow(.atLeast(1))
      requestRows.append(row)
      solver.addColumn(cost: penalty, entries: CollectionOfOne((row, 1)))
    }
  }

  /// Solves with all known routes: those that the duals ask for come in, until there are none.
  mutating func solve(_ solver: inout LinearSolver, iterations: Int) -> Bool {
    while true {
      guard solver.solve(iterations: iterations) == .optimal else { return false }
      objective = solver.objective
      for (k, row) in requestRows.enumerated() { requestDuals[k + 1] = solver.dual(of: row) }
      for (k, row) in cutRows.enumerated() { cutDuals[k] = solver.dual(of: row) }
      vehicleDual = solver.dual(of: vehicleRow)
      var wanted: [(reduced: Double, position: Int)] = []
      for position in routes.indices where columns[position] == nil {
        let reduced = reducedCost(of: routes[position])
        if reduced < -Self.tolerance { wanted.append((reduced, position)) }
      }
      if wanted.isEmpty { return true }
      wanted.sort { ($0.reduced, $0.position) < ($1.reduced, $1.position) }
      for (_, position) in wanted.prefix(Self.routesPerRound) { addColumn(position, &solver) }
    }
  }

  mutating func add(_ route: DialARideRoute, _ solver: inout LinearSolver) {
    routes.append(route)
    columns.append(nil)
    addColumn(routes.count - 1, &solver)
  }

  private mutating func addColumn(_ position: Int, _ solver: inout LinearSolver) {
    let route = routes[position]
    var entries = [(row: vehicleRow, coefficient: 1.0)]
    for node in route.nodes where tables.isPickup(node) {
      entries.append((requestRows[node - 1], 1))
    }
    for (cut, row) in zip(cuts, cutRows) {
      let coefficient = cut.coefficient(of: route)
      if coefficient > 0 { entries.append((row, Double(coefficient))) }
    }
    columns[position] = solver.addColumn(cost: route.cost, entries: entries)
  }

  func reducedCost(of route: DialARideRoute) -> Double {
    var reduced = route.cost - vehicleDual
    for node in route.nodes where tables.isPickup(node) { reduced -= requestDuals[node] }
    for (cut, dual) in zip(cuts, cutDuals) where dual != 0 {
      reduced -= dual * Double(cut.coefficient(of: route))
    }
    return reduced
  }

  /// The routes of the solution and how much of each is in it.
  func solution(_ solver: borrowing LinearSolver) -> [(route: DialARideRoute, value: Double)] {
    var solution: [(route: DialARideRoute, value: Double)] = []
    for (route, column) in zip(routes, columns) {
      guard let column else { continue }
      let value = solver.value(of: column)
      if value > 1e-6 { solution.append((route, value)) }
    }
    return solution
  }

  /// The cuts without which the relaxation would cost less.
  var binding: [RequestCut] {
    zip(cuts, cutDuals).filter { $0.1 < -Self.tolerance }.map { $0.0 }
  }

  var prices: DialARidePricing.Prices {
    DialARidePricing.Prices(
      requests: requestDuals, route: -vehicleDual,
      cuts: zip(cuts, cutDuals).filter { $0.1 < -Self.tolerance }.map { cut, dual in
        var bits = RequestBits()
        for request in cut.requests { bits.insert(request) }
        return (bits, -dual)
      })
  }
}
