import Mobility

/// What a message shows of a line, with a caret below the column that it speaks of.
struct SourceExcerpt {
  private(set) var line = ""
  private(set) var caret = ""

  /// Scalars of a longer line that are shown on either side.
  private static let most = 120

  /// Columns count scalars, from 1.
  init(of source: Substring, around column: Int) {
    let scalars = source.unicodeScalars
    var start = scalars.startIndex
    if column > Self.most {
      start =
        scalars.index(start, offsetBy: column - Self.most, limitedBy: scalars.endIndex) ?? start
    }
    let place =
      scalars.index(
        scalars.startIndex, offsetBy: column - 1, limitedBy: scalars.endIndex) ?? scalars.endIndex
    let end = scalars.index(place, offsetBy: Self.most, limitedBy: scalars.endIndex)
    if start > scalars.startIndex { append("... ") }
    append(Self.shown(scalars[start..<place]))
    let below = line
    append(Self.shown(scalars[place..<(end ?? scalars.endIndex)]))
    if let end, end < scalars.endIndex { append(" ...") }
    caret = Self.padding(below: below) + "^"
  }

  private mutating func append(_ text: String) {
    line.unicodeScalars.append(contentsOf: text.unicodeScalars)
  }

  /// Tabs stay: the caret's line repeats them.
  private static func shown(_ scalars: Substring.UnicodeScalarView) -> String {
    scalars.split(separator: "\t", omittingEmptySubsequences: false)
      .map { Substring($0).visible }.joined(separator: "\t")
  }

  /// As wide as the text is on a terminal, where Japanese takes two cells.
  private static func padding(below text: String) -> String {
    var padding = ""
    for scalar in text.unicodeScalars {
      padding += scalar == "\t" ? "\t" : isWide(scalar) ? "  " : " "
    }
    return padding
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
