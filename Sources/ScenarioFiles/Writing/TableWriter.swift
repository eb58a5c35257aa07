import Foundation

/// Builds the text of a table, one row after another.
struct TableWriter {
  private var text = ""

  init(_ columns: [String]) { add(columns) }

  var bytes: Data { Data(text.utf8) }

  mutating func add(_ cells: [String]) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { text += "," }
      text += Self.quoted(cell)
    }
    text += "\n"
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.contains { $0 == "," || $0 == "\"" || $0.isNewline }
    guard needsQuotes || cell.first?.isWhitespace == true else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
