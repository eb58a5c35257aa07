/// Columns of text for a terminal, as wide as what stands in them.
///
/// Characters of East Asian scripts take two places. Only such characters are used whose width is
/// the same in every terminal.
struct TextTable {
  enum Row {
    case cells([Cell])
    /// A line of its own, which no column has to make room for.
    case heading(String)
    case rule
  }

  struct Cell {
    var text: String
    /// How many columns it stands over.
    var span = 1
    var isFlushRight = true
  }

  static let gap = 2
  var rows: [Row] = []

  var lines: [String] {
    let widths = self.widths
    let total = widths.reduce(0, +) + Self.gap * max(0, widths.count - 1)
    return rows.map { row in
      switch row {
      case .heading(let text): text
      case .rule: String(repeating: "-", count: total)
      case .cells(let cells): line(of: cells, widths: widths)
      }
    }
  }

  private var widths: [Int] {
    var widths: [Int] = []
    // Single cells first: a spanning one may then need no more room.
    for spans in [false, true] {
      for case .cells(let cells) in rows {
        var column = 0
        for cell in cells {
          let end = column + cell.span
          while widths.count < end { widths.append(0) }
          if (cell.span > 1) == spans {
            let room = Self.room(widths[column..<end])
            widths[end - 1] += max(0, displayWidth(cell.text) - room)
          }
          column = end
        }
      }
    }
    return widths
  }

  private func line(of cells: [Cell], widths: [Int]) -> String {
    var parts: [String] = []
    var column = 0
    for cell in cells {
      let end = column + cell.span
      let room = Self.room(widths[column..<end])
      let padding = String(repeating: " ", count: max(0, room - displayWidth(cell.text)))
      parts.append(cell.isFlushRight ? padding + cell.text : cell.text + padding)
      column = end
    }
    let line = parts.joined(separator: String(repeating: " ", count: Self.gap))
    let trailing = line.reversed().prefix { $0 == " " }.count
    return String(line.dropLast(trailing))
  }

  private static func room(_ widths: ArraySlice<Int>) -> Int {
    widths.reduce(0, +) + gap * (widths.count - 1)
  }
}
