import Mobility

/// A row of a table, asked for its cells by column.
///
/// Like `Section`: a getter returns `nil` when the cell is wrong, and has then reported it.
public struct Row {
  let file: SourceFile
  let line: Int
  let cells: [String]
  let positions: [String: Int]
  let findings: Findings

  func has(_ column: String) -> Bool { positions[column] != nil }

  /// The text of a cell; empty when the table has no such column.
  public subscript(column: String) -> String { positions[column].map { cells[$0] } ?? "" }

  public func required<Value>(_ column: String, _ form: Form<Value>) -> Value? {
    let text = self[column]
    if let value = form.read(text) { return value }
    let found = text.isEmpty ? "an empty cell" : "\"\(text)\""
    report(column, "expected \(form.expected), found \(found)", hint: form.hint(text))
    return nil
  }

  /// A cell that may be empty or its column missing.
  public func optional<Value>(_ column: String, _ form: Form<Value>) -> Value? {
    self[column].isEmpty ? nil : required(column, form)
  }

  /// The hint is worked out only where there is room for another problem.
  public func report(
    _ column: String, _ problem: String, hint: @autoclosure () -> String? = nil
  ) {
    guard findings.hasRoom(for: file) else { return }
    findings.add(at: origin(of: column), column, problem, hint: hint())
  }

  /// Reports cells of these columns that hold a tab or the end of a line.
  func isInOneLine(_ columns: [String]) -> Bool {
    var isSound = true
    for column in columns {
      guard let scalar = self[column].unicodeScalars.first(where: { $0.isControl }) else {
        continue
      }
      report(column, "expected a text in one line, found \(scalar.codePoint)")
      isSound = false
    }
    return isSound
  }

  func origin(of column: String) -> Origin {
    let position = positions[column] ?? 0
    return .text(file, line: line, column: Self.column(ofCell: position, in: file.line(line) ?? ""))
  }

  /// Where a cell begins in its line; the last that the line has when the cell is on a later one.
  static func column(ofCell position: Int, in line: Substring) -> Int {
    var column = 1
    var begin = 1
    var passed = 0
    var isQuoted = false
    for scalar in line.unicodeScalars {
      if passed == position { break }
      column += 1
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == ",", !isQuoted {
        passed += 1
        begin = column
      }
    }
    return begin
  }
}
