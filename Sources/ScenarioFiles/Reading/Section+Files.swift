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
    has(key) ? RowFilter(self, key)?.rows(of: table) : table.rows
  }
}
