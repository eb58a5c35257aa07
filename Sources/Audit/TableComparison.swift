/// Sets the rows of a claimed table beside derived ones.
struct TableComparison {
  private(set) var findings: [Finding] = []
  private let name: String
  /// One wrong column makes every row wrong.
  private static let mostFindings = 20

  init(
    _ name: String, columns: [String], rows: [[String: String]], expected: DerivedTable
  ) {
    self.name = name
    guard Set(columns) == expected.columns else {
      let missing = expected.columns.subtracting(columns).sorted()
      let surplus = Set(columns).subtracting(expected.columns).sorted()
      note("columns missing: \(missing), not known: \(surplus)")
      return
    }
    if rows.count != expected.rows.count {
      note("expected \(expected.rows.count) rows, found \(rows.count)")
    }
    for (position, (found, wanted)) in zip(rows, expected.rows).enumerated() {
      for column in columns where findings.count < Self.mostFindings {
        compare(column, found[column] ?? "", wanted[column] ?? .none, row: position + 1)
      }
    }
  }

  private mutating func compare(
    _ column: String, _ found: String, _ expected: DerivedTable.Cell, row: Int
  ) {
    let text: String
    switch expected {
    case .none:
      if found.isEmpty { return }
      text = "nothing"
    case .text(let wanted):
      if found == wanted { return }
      text = "\"\(wanted)\""
    case .number(let wanted):
      if let number = Double(found), FigureComparison.areEqual(number, wanted) { return }
      text = "\(wanted)"
    }
    note("row \(row), \(column): expected \(text), found \"\(found)\"")
  }

  private mutating func note(_ text: String) {
    findings.append(Finding(.figure, day: nil, text: "\(name): \(text)"))
  }
}
