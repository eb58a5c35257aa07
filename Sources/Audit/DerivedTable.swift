/// A table of results, worked out again.
public struct DerivedTable: Hashable, Sendable {
  public enum Cell: Hashable, Sendable {
    case text(String)
    case number(Double)
    case none
  }

  public let columns: Set<String>
  /// Each with a cell for every column.
  public private(set) var rows: [[String: Cell]] = []

  init(columns: Set<String>) { self.columns = columns }

  mutating func add(_ row: [String: Cell]) {
    precondition(Set(row.keys) == columns, "a row has a cell for each column")
    rows.append(row)
  }

  /// Puts the rows of a table of the same columns below these.
  public mutating func append(_ other: DerivedTable) {
    precondition(other.columns == columns, "tables of different columns")
    rows += other.rows
  }
}

extension DerivedTable.Cell {
  init(_ number: Double?) { self = number.map { .number($0) } ?? .none }
  init(_ text: String?) { self = text.map { .text($0) } ?? .none }
}
