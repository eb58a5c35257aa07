import CGLPK

/// A linear program that is minimised again and again while columns come in.
///
/// Every solution goes on from the basis of the last one, and its duals price columns that are yet
/// to be made. GLPK binds a program to the thread that made it: a solver lives within one call of
/// `withSolver` and cannot leave it.
public struct LinearSolver: ~Copyable {
  @frozen
  public struct Row: Hashable, Sendable {
    public let index: Int
  }

  @frozen
  public struct Column: Hashable, Sendable {
    /// Position among the columns that there are now.
    public let index: Int

    public init(index: Int) { self.index = index }
  }

  public enum Status: Hashable, Sendable {
    case optimal
    case infeasible
    case unbounded
    /// The iteration limit was reached; the duals price nothing.
    case limited
    /// The simplex method stalled from the last basis and from the standard one.
    case failed
  }

  let problem: OpaquePointer
  public private(set) var rowCount = 0
  public private(set) var columnCount = 0
  /// Entries of the column that is being added, from position 1 as GLPK counts.
  private var places: [Int32] = [0]
  private var coefficients: [Double] = [0]
  private var hasBasis = false

  private init() {
    glp_term_out(GLP_OFF)
    problem = glp_create_prob()
    glp_set_obj_dir(problem, GLP_MIN)
  }

  deinit {
    glp_delete_prob(problem)
    // The memory that GLPK keeps for a thread goes with the last of the thread's programs.
    var blocks: Int32 = 0
    glp_mem_usage(&blocks, nil, nil, nil)
    if blocks == 0 { glp_free_env() }
  }

  /// Lends an empty program to `body`.
  public static func withSolver<Result>(
    _ body: (inout LinearSolver) throws -> Result
  ) rethrows -> Result {
    var solver = LinearSolver()
    return try body(&solver)
  }

  /// Rows and columns.
  public var size: Int { rowCount + columnCount }

  /// Simplex iterations of all solutions so far.
  public var iterations: Int { Int(glp_get_it_cnt(problem)) }

  public mutating func addRow(_ bounds: RowBounds) -> Row {
    let row = Row(index: rowCount)
    rowCount += 1
    glp_add_rows(problem, 1)
    setBounds(of: row, to: bounds)
    return row
  }

  public mutating func setBounds(of row: Row, to bounds: RowBounds) {
    let number = Int32(row.index + 1)
    switch bounds {
    case .equal(let value): glp_set_row_bnds(problem, number, GLP_FX, value, value)
    case .atMost(let value): glp_set_row_bnds(problem, number, GLP_UP, 0, value)
    case .atLeast(let value): glp_set_row_bnds(problem, number, GLP_LO, value, 0)
    }
  }

  /// A column that may take any value from zero on; each row at most once among its entries.
  @discardableResult
  public mutating func addColumn(
    cost: Double, entries: some Sequence<(row: Row, coefficient: Double)>
  ) -> Column {
    places.removeLast(places.count - 1)
    coefficients.removeLast(coefficients.count - 1)
    for (row, coefficient) in entries {
      places.append(Int32(row.index + 1))
      coefficients.append(coefficient)
    }
    let column = Column(index: columnCount)
    columnCount += 1
    let number = glp_add_cols(problem, 1)
    glp_set_col_bnds(problem, number, GLP_LO, 0, 0)
    glp_set_obj_coef(problem, number, cost)
    glp_set_mat_col(problem, number, Int32(places.count - 1), places, coefficients)
    return column
  }

  /// Keeps a column at zero from now on.
  public mutating func exclude(_ column: Column) {
    glp_set_col_bnds(problem, Int32(column.index + 1), GLP_FX, 0, 0)
  }

  /// Takes columns out; those after them move up to close the gaps.
  public mutating func removeColumns(_ removed: [Column]) {
    guard !removed.isEmpty else { return }
    let numbers = [0] + removed.map { Int32($0.index + 1) }
    glp_del_cols(problem, Int32(removed.count), numbers)
    columnCount -= removed.count
  }

  /// Minimises with the primal simplex method, from the last basis where there is one.
  public mutating func solve(iterations limit: Int) -> Status {
    var parameters = glp_smcp()
    glp_init_smcp(&parameters)
    parameters.msg_lev = GLP_MSG_OFF
    parameters.it_lim = Int32(clamping: limit)
    if !hasBasis { glp_adv_basis(problem, 0) }
    hasBasis = true
    var outcome = glp_simplex(problem, &parameters)
    if outcome != 0 && outcome != GLP_EITLIM {
      glp_std_basis(problem)
      outcome = glp_simplex(problem, &parameters)
    }
    if outcome == GLP_EITLIM { return .limited }
    guard outcome == 0 else { return .failed }
    return switch glp_get_status(problem) {
    case GLP_OPT: .optimal
    case GLP_NOFEAS, GLP_INFEAS: .infeasible
    case GLP_UNBND: .unbounded
    default: .failed
    }
  }

  public var objective: Double { glp_get_obj_val(problem) }

  public func value(of column: Column) -> Double {
    glp_get_col_prim(problem, Int32(column.index + 1))
  }

  public func reducedCost(of column: Column) -> Double {
    glp_get_col_dual(problem, Int32(column.index + 1))
  }

  /// What one more unit of the row would add to the objective.
  public func dual(of row: Row) -> Double {
    glp_get_row_dual(problem, Int32(row.index + 1))
  }
}
