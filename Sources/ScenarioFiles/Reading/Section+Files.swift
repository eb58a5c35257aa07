extension Section {
  /// The table in the file that a field names, relative to the file that the field stands in.
  func table(_ key: String, layout: Table.Layout) -> Table? {
    guard let name = required(key, Form(expected: "the path of a CSV file", read: Form.text.read))
    else { return nil }
    let origin = origin(of: key)
    return Table(
      FilePath.join(origin.folder, name), named: origin, field: path(key), layout: layout,
      findings: findings)
  }

  /// The rows of a table that a field beside it selects by the value of one column, or all.
  func rows(of table: Table, where key: String) -> [Row]? {
    guard has(key) else { return table.rows }
    guard let filter = section(key, known: ["column", "value"]),
      let column = filter.required("column", .text), let value = filter.required("value", .text)
    else { return nil }
    guard table.header.contains(column) else {
      filter.report(
        "column", "expected a column of \(table.file.path), found \"\(column)\"",
        hint: Suggestion.hint(for: column, among: table.header, called: "column"))
      return nil
    }
    let rows = table.rows.filter { $0[column] == value }
    if rows.isEmpty {
      filter.report("value", "expected a value of column \"\(column)\", found \"\(value)\"")
    }
    return rows
  }
}
