import CGLPK

extension LinearSolver {
  /// What branch and cut found; `chosen` are the columns of value one.
  struct Search {
    let status: Answer.Status
    let chosen: [Int]?
    let bound: Double
    let nodes: Int
  }

  /// Branch and cut with every column zero or one, from an optimal basis.
  ///
  /// GLPK takes an incumbent only where its presolver, which renumbers columns, is off.
  mutating func branch(within limits: SolverLimits, from incumbent: [Int]?) -> Search {
    for number in 1...Int32(columnCount) {
      if glp_get_col_type(problem, number) == GLP_FX {
        glp_set_col_kind(problem, number, GLP_IV)
      } else {
        glp_set_col_kind(problem, number, GLP_BV)
      }
    }
    var watch = SearchWatch(limits: limits, incumbent: values(of: incumbent))
    let outcome = withUnsafeMutablePointer(to: &watch) { watch in
      var parameters = glp_iocp()
      glp_init_iocp(&parameters)
      parameters.msg_lev = GLP_MSG_OFF
      parameters.presolve = incumbent == nil ? GLP_ON : GLP_OFF
      parameters.clq_cuts = GLP_ON
      parameters.tol_obj = 1e-12
      parameters.cb_info = UnsafeMutableRawPointer(watch)
      parameters.cb_func = { tree, info in
        info?.assumingMemoryBound(to: SearchWatch.self).pointee.look(at: tree)
      }
      return glp_intopt(problem, &parameters)
    }
    let found = glp_mip_status(problem)
    let isComplete = outcome == 0
    switch found {
    case GLP_OPT, GLP_FEAS:
      let isOptimal = found == GLP_OPT && isComplete
      let chosen = (0..<columnCount).filter { glp_mip_col_val(problem, Int32($0 + 1)) > 0.5 }
      return Search(
        status: isOptimal ? .optimal : .limited, chosen: chosen,
        bound: isOptimal ? glp_mip_obj_val(problem) : watch.bound, nodes: watch.seen)
    case GLP_NOFEAS where isComplete && incumbent == nil:
      return Search(status: .infeasible, chosen: nil, bound: watch.bound, nodes: watch.seen)
    default:
      return Search(
        status: incumbent == nil ? .unsolved : .limited, chosen: incumbent, bound: watch.bound,
        nodes: watch.seen)
    }
  }

  /// One value a column, from position 1 as GLPK counts.
  private func values(of chosen: [Int]?) -> [Double]? {
    chosen.map { chosen in
      var values = [Double](repeating: 0, count: columnCount + 1)
      for column in chosen { values[column + 1] = 1 }
      return values
    }
  }
}

/// Counts what a branch-and-cut search does, offers it the incumbent, and stops it at a limit.
private struct SearchWatch {
  let limits: SolverLimits
  var incumbent: [Double]?
  var bound = -Double.infinity
  var seen = 0

  init(limits: SolverLimits, incumbent: [Double]?) {
    self.limits = limits
    self.incumbent = incumbent
  }

  mutating func look(at tree: OpaquePointer?) {
    switch glp_ios_reason(tree) {
    case GLP_IHEUR:
      if let values = incumbent { glp_ios_heur_sol(tree, values) }
      incumbent = nil
    case GLP_ISELECT:
      seen += 1
      let best = glp_ios_best_node(tree)
      if best != 0 { bound = max(bound, glp_ios_node_bound(tree, best)) }
      if seen > limits.branchingNodes { glp_ios_terminate(tree) }
    default: break
    }
    if glp_get_it_cnt(glp_ios_get_prob(tree)) > Int32(clamping: limits.simplexIterations) {
      glp_ios_terminate(tree)
    }
  }
}
