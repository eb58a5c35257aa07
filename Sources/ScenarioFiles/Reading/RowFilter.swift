/// `{column: ..., value: ...}`: tells rows of tables apart by the value of one column.
struct RowFilter {
  private let section: Section
  private let column: String
  private let value: String

  init?(_ parent: Section, _ key: String) {
    guard let section = parent.section(key, known: ["column", "value"]) else { return nil }
    let column = section.required("column", .text)
    let value = section.required("value", .text)
    guard let column, let value else { return nil }
    self.section = section
    self.column = column
    self.value = value
  }

  func holds(_ row: Row) -> Bool { row[column] == value }

  /// Those that it holds for; reports a table without the column, or without the value in it.
  func rows(of table: Table) -> [Row]? {
    guard table.header.contains(column) else {
      section.report(
        "column", "expected a column of \(table.file.path), found \"\(column)\"",
        hint: Suggestion.hint(for: column, among: table.header, called: "column"))
      return nil
    }
    let rows = table.rows.filter(holds)
    if rows.isEmpty {
      section.report("value", "expected a value of column \"\(column)\", found \"\(value)\"")
    }
    return rows
  }
}
