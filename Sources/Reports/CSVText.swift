/// Rows of comma-separated values, quoted where they must be.
///
/// - SeeAlso: RFC 4180; lines end with a line feed alone.
struct CSVText {
  private let columns: Int
  private(set) var text = ""

  init(columns: [String]) {
    self.columns = columns.count
    append(columns)
  }

  mutating func append(_ cells: [String]) {
    precondition(cells.count == columns, "a row has a cell for each column")
    text += cells.map(Self.quoted).joined(separator: ",")
    text += "\n"
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r"
    }
    guard needsQuotes else { return cell }
    let doubled = cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return "\"" + doubled + "\""
  }

  /// As short as it can be read back exactly; nothing where there is no number.
  static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
