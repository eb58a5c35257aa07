import CGLPK

extension BinaryProgram {
  /// Solves the program with GLPK: the linear relaxation, then branch and cut if it is fractional.
  ///
  /// The same program and limits give the same answer everywhere. The GLPK problem lives and dies
  /// within this call, as GLPK demands of one thread.
  public func solve(within limits: SolverLimits) -> Answer {
    glp_term_out(GLP_OFF)
    let problem = Problem(self)
    defer { problem.free() }

    let relaxed = problem.relax(iterations: limits.simplexIterations)
    let iterations = problem.iterations
    switch relaxed {
    case .infeasible:
      return Answer(
        status: .infeasible, chosen: [], bound: -.infinity, simplexIterations: iterations,
        branchingNodes: 0)
    case .failed:
      return Answer(
        status: .unsolved, chosen: [], bound: -.infinity, simplexIterations: iterations,
        branchingNodes: 0)
    case .solved(let bound, let isIntegral):
      if isIntegral {
        return Answer(
          status: .optimal, chosen: problem.relaxedChoice, bound: bound,
          simplexIterations: iterations, branchingNodes: 0)
      }
      return problem.branch(nodes: limits.branchingNodes, rootBound: bound)
    }
  }
}

/// A GLPK problem object; indices there count from 1.
private struct Problem {
  enum Relaxation {
    case solved(bound: Double, isIntegral: Bool)
    case infeasible
    case failed
  }

  private let pointer: OpaquePointer
  private let columnCount: Int

  init(_ program: BinaryProgram) {
    pointer = glp_create_prob()
    columnCount = program.columnCount
    glp_set_obj_dir(pointer, GLP_MIN)
    if program.rowCount > 0 { glp_add_rows(pointer, Int32(program.rowCount)) }
    for (k, bounds) in zip(Int32(1)..., program.rows) {
      switch bounds {
      case .equal(let value): glp_set_row_bnds(pointer, k, GLP_FX, value, value)
      case .atMost(let value): glp_set_row_bnds(pointer, k, GLP_UP, 0, value)
      case .atLeast(let value): glp_set_row_bnds(pointer, k, GLP_LO, value, 0)
      }
    }
    if columnCount > 0 { glp_add_cols(pointer, Int32(columnCount)) }
    for k in 0..<columnCount {
      let column = Int32(k + 1)
      glp_set_obj_coef(pointer, column, program.costs[k])
      glp_set_col_kind(pointer, column, GLP_BV)
      let rows = [0] + program.rows(of: k).map { Int32($0 + 1) }
      let ones = [Double](repeating: 1, count: rows.count)
      glp_set_mat_col(pointer, column, Int32(rows.count - 1), rows, ones)
    }
  }

  func free() {
    glp_delete_prob(pointer)
    glp_free_env()
  }

  var iterations: Int { Int(glp_get_it_cnt(pointer)) }

  /// Solves the linear relaxation; a stalled simplex starts over from the standard basis once.
  func relax(iterations: Int) -> Relaxation {
    var parameters = glp_smcp()
    glp_init_smcp(&parameters)
    parameters.msg_lev = GLP_MSG_OFF
    parameters.it_lim = Int32(clamping: iterations)
    glp_adv_basis(pointer, 0)
    if glp_simplex(pointer, &parameters) != 0 {
      glp_std_basis(pointer)
      parameters.meth = GLP_DUALP
      guard glp_simplex(pointer, &parameters) == 0 else { return .failed }
    }
    switch glp_get_status(pointer) {
    case GLP_OPT:
      let isIntegral = (0..<columnCount).allSatisfy { k in
        let value = glp_get_col_prim(pointer, Int32(k + 1))
        return abs(value - value.rounded()) < 1e-9
      }
      return .solved(bound: glp_get_obj_val(pointer), isIntegral: isIntegral)
    case GLP_NOFEAS, GLP_INFEAS: return .infeasible
    default: return .failed
    }
  }

  var relaxedChoice: [Int] { choice(glp_get_col_prim) }

  private func choice(_ value: (OpaquePointer?, Int32) -> Double) -> [Int] {
    (0..<columnCount).filter { value(pointer, Int32($0 + 1)) > 0.5 }
  }

  /// Branch and cut with presolve and clique cuts.
  func branch(nodes: Int, rootBound: Double) -> Answer {
    var watch = NodeWatch(limit: nodes, bound: rootBound)
    let outcome = withUnsafeMutablePointer(to: &watch) { watch in
      var parameters = glp_iocp()
      glp_init_iocp(&parameters)
      parameters.msg_lev = GLP_MSG_OFF
      parameters.presolve = GLP_ON
      parameters.clq_cuts = GLP_ON
      parameters.tol_obj = 1e-12
      parameters.cb_info = UnsafeMutableRawPointer(watch)
      parameters.cb_func = { tree, info in
        info?.assumingMemoryBound(to: NodeWatch.self).pointee.look(at: tree)
      }
      return glp_intopt(pointer, &parameters)
    }
    let status: Answer.Status =
      switch glp_mip_status(pointer) {
      case GLP_OPT where outcome == 0: .optimal
      case GLP_OPT, GLP_FEAS: .limited
      case GLP_NOFEAS where outcome == 0: .infeasible
      default: .unsolved
      }
    let hasChoice = status == .optimal || status == .limited
    return Answer(
      status: status, chosen: hasChoice ? choice(glp_mip_col_val) : [],
      bound: status == .optimal ? glp_mip_obj_val(pointer) : watch.bound,
      simplexIterations: iterations, branchingNodes: watch.seen)
  }
}

/// Counts the nodes of a branch-and-cut search and stops it at a limit.
private struct NodeWatch {
  let limit: Int
  var bound: Double
  var seen = 0

  mutating func look(at tree: OpaquePointer?) {
    guard glp_ios_reason(tree) == GLP_ISELECT else { return }
    seen += 1
    let best = glp_ios_best_node(tree)
    if best != 0 { bound = max(bound, glp_ios_node_bound(tree, best)) }
    if seen > limit { glp_ios_terminate(tree) }
  }
}
