extension BinaryProgram {
  /// Solves the program with GLPK: the linear relaxation, then branch and cut if it is fractional.
  ///
  /// `known` is a choice to start from: it leaves out every column whose reduced cost shows that it
  /// cannot be part of a better one. The same program and limits give the same answer everywhere.
  public func solve(within limits: SolverLimits, from known: [Variable] = []) -> Answer {
    let incumbent = known.isEmpty ? nil : known.map(\.index).sorted()
    precondition(incumbent.map(isFeasible) ?? true, "the known choice breaks a row")
    return LinearSolver.withSolver { solver in
      let rows = rows.map { solver.addRow($0) }
      for k in costs.indices {
        solver.addColumn(
          cost: costs[k], entries: self.rows(of: k).lazy.map { (rows[$0], 1) })
      }
      return solve(&solver, within: limits, from: incumbent)
    }
  }

  private func solve(
    _ solver: inout LinearSolver, within limits: SolverLimits, from incumbent: [Int]?
  ) -> Answer {
    let status = solver.solve(iterations: limits.simplexIterations)
    let bound = status == .optimal ? solver.objective : -Double.infinity
    let columns = costs.indices.map { LinearSolver.Column(index: $0) }
    if status == .infeasible { return answer(.infeasible, nil, bound: bound, by: solver) }
    guard status == .optimal else {
      return answer(incumbent == nil ? .unsolved : .limited, incumbent, bound: bound, by: solver)
    }
    let values = columns.map { solver.value(of: $0) }
    if values.allSatisfy({ abs($0 - $0.rounded()) < 1e-9 }) {
      return answer(.optimal, columns.indices.filter { values[$0] > 0.5 }, bound: bound, by: solver)
    }
    let spare = incumbent.map { cost(of: $0) - bound }
    for column in columns where spare.map({ solver.reducedCost(of: column) > $0 + 1e-6 }) ?? false {
      solver.exclude(column)
    }
    let search = solver.branch(within: limits, from: incumbent)
    return answer(
      search.status, search.chosen, bound: max(bound, search.bound), by: solver,
      nodes: search.nodes)
  }

  private func answer(
    _ status: Answer.Status, _ chosen: [Int]?, bound: Double, by solver: borrowing LinearSolver,
    nodes: Int = 0
  ) -> Answer {
    let objective = chosen.map(cost) ?? .infinity
    return Answer(
      status: status, chosen: chosen ?? [], objective: objective, bound: min(bound, objective),
      simplexIterations: solver.iterations, branchingNodes: nodes)
  }
}
