/// A cell of comma-separated values: quoted where it must be, and never a formula.
///
/// A spreadsheet runs what begins with =, +, - or @. Such a text is written with an apostrophe before
/// it, which spreadsheets know as the sign of a text, and read without. Numbers and clock times stay
/// as they are.
///
/// - SeeAlso: RFC 4180.
public enum CSVCell {
  public static func written(_ text: String) -> String {
    guard let first = text.utf8.first else { return text }
    return quoted(isSign(first) && isFormula(text) ? "'" + text : text)
  }

  /// The text that `written` was given, once the cell is without its quotation marks.
  public static func read(_ cell: String) -> String {
    guard cell.utf8.first == apostrophe, isFormula(cell) else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// Whether a text can begin a formula, or be taken for one that is written.
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), apostrophe,
      0x09, 0x0D, 0xEF:
      true
    default: false
    }
  }

  /// An apostrophe that is there already must not be lost when the cell is read.
  private static func isFormula(_ text: String) -> Bool {
    let sign = text.unicodeScalars.drop { $0 == "'" }.first
    switch sign {
    case "=", "@", "\t", "\r", "＝", "＋", "－", "＠": return true
    case "+", "-": return text.utf8.first == apostrophe || !isNumber(text)
    default: return false
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    let isClock = text.utf8.dropFirst().allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: ":")).contains(byte) || byte == UInt8(ascii: " ")
        || byte == UInt8(ascii: ".")
    }
    return isClock || Double(text) != nil
  }

  private static func quoted(_ cell: String) -> String {
    let scalars = cell.unicodeScalars
    let needsQuotes =
      scalars.first?.properties.isWhitespace == true
      || scalars.last?.properties.isWhitespace == true
      || scalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    guard needsQuotes else { return cell }
    let doubled = scalars.split(separator: "\"", omittingEmptySubsequences: false)
      .map { String($0) }.joined(separator: "\"\"")
    return "\"" + doubled + "\""
  }
}
