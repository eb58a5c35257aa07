import Optimization

/// Chooses among routes those that together serve everyone at least cost.
struct DialARideChoice {
  struct Result {
    /// The routes of a solution that costs less than the known one; `nil` where none was found.
    var routes: [DialARideRoute]?
    /// Whether no choice of the given routes costs less than that, or than the known one.
    var isProved: Bool
  }

  let tables: DialARideTables
  /// They hold in every solution, and help the solver to bound.
  let cuts: [RequestCut]
  var limits: SolverLimits

  func best(of routes: [DialARideRoute], below cost: Double) -> Result {
    var program = BinaryProgram()
    let rows = (0..<tables.requestCount).map { _ in program.addRow(.equal(1)) }
    let vehicles = program.addRow(.atMost(Double(tables.vehicleCount)))
    let cutRows = cuts.map { _ in program.addRow(.atMost(1)) }
    for route in routes {
      var entries = [vehicles]
      for node in route.nodes where tables.isPickup(node) { entries.append(rows[node - 1]) }
      for (cut, row) in zip(cuts, cutRows) where cut.coefficient(of: route) > 0 {
        entries.append(row)
      }
      program.addColumn(cost: route.cost, in: entries)
    }
    let answer = program.solve(within: limits)
    let isProved = answer.status == .optimal || answer.status == .infeasible
    guard answer.objective < cost - DialARideMaster.tolerance else {
      return Result(routes: nil, isProved: isProved)
    }
    return Result(routes: answer.chosen.map { routes[$0] }, isProved: isProved)
  }
}
