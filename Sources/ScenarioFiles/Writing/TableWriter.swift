import Foundation
import Mobility

/// Builds the text of a table, one row after another.
struct TableWriter {
  private var text = ""

  init(_ columns: [String]) { add(columns) }

  var bytes: Data { Data(text.utf8) }

  mutating func add(_ cells: [String]) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { text += "," }
      text += CSVCell.written(cell)
    }
    text += "\n"
  }
}
