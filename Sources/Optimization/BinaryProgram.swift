/// Choose columns at least cost so that every row adds up: a 0-1 program.
///
/// Built column by column, solved by GLPK; a value that can be built and solved on any thread.
public struct BinaryProgram: Sendable {
  @frozen
  public struct Row: Hashable, Sendable { let index: Int }
  @frozen
  public struct Variable: Hashable, Sendable {
    /// Position among the columns, in the order they were added.
    public let index: Int

    public init(index: Int) { self.index = index }
  }

  private(set) var rows: [RowBounds] = []
  private(set) var costs: [Double] = []
  /// Row indices of the entries, all of value 1; entries of column k end at `ends[k]`.
  private(set) var entries: [Int] = []
  private(set) var ends: [Int] = []

  public init() {}

  public var rowCount: Int { rows.count }
  public var columnCount: Int { costs.count }

  public mutating func addRow(_ bounds: RowBounds) -> Row {
    rows.append(bounds)
    return Row(index: rows.count - 1)
  }

  /// A column that counts once in each of `rows`.
  @discardableResult
  public mutating func addColumn(cost: Double, in rows: some Sequence<Row>) -> Variable {
    costs.append(cost)
    entries.append(contentsOf: rows.lazy.map(\.index))
    ends.append(entries.count)
    return Variable(index: costs.count - 1)
  }

  /// The rows of column `k`.
  func rows(of k: Int) -> ArraySlice<Int> { entries[(k == 0 ? 0 : ends[k - 1])..<ends[k]] }

  /// Whether every row adds up when these columns are chosen.
  func isFeasible(_ chosen: [Int]) -> Bool {
    var sums = [Double](repeating: 0, count: rows.count)
    for column in chosen {
      for row in rows(of: column) { sums[row] += 1 }
    }
    return zip(rows, sums).allSatisfy { $0.contain($1) }
  }

  func cost(of chosen: [Int]) -> Double { chosen.reduce(0) { $0 + costs[$1] } }
}
