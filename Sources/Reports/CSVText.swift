import Mobility

/// Rows of comma-separated values; lines end with a line feed alone.
struct CSVText {
  private let columns: Int
  private(set) var text = ""

  init(columns: [String]) {
    self.columns = columns.count
    append(columns)
  }

  mutating func append(_ cells: [String]) {
    precondition(cells.count == columns, "a row has a cell for each column")
    text += cells.map(CSVCell.written).joined(separator: ",")
    text += "\n"
  }

  /// As short as it can be read back exactly; nothing where there is no number.
  static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
