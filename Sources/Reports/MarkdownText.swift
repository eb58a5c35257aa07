/// Text and tables in GitHub's dialect of Markdown.
///
/// - SeeAlso: "GitHub Flavored Markdown Spec", version 0.29, sections 2.4 and 4.10.
enum MarkdownText {
  /// The text as it is, whatever it holds: nothing in it marks, links or becomes HTML.
  ///
  /// Line ends become spaces. The signs of HTML are written as entities, which every reader of
  /// Markdown knows; the others after a backslash.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "$", "!":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Cells are Markdown already; all columns but the first `flushLeft` end at the right.
  static func table(heading: [String], flushLeft: Int, rows: [[String]]) -> [String] {
    precondition(rows.allSatisfy { $0.count == heading.count }, "a row has a cell for each column")
    let rule = heading.indices.map { $0 < flushLeft ? ":---" : "---:" }
    return ([heading, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
  }
}
