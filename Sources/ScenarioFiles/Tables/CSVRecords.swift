import Mobility

/// Splits comma-separated values into records, one after another.
///
/// Byte by byte: in a text of characters, a comma with a combining mark after it is none. White space
/// around a cell is no part of it, nor, unless the table is exact, within its quotation marks.
///
/// - SeeAlso: RFC 4180.
struct CSVRecords {
  struct Record {
    /// The line that it begins on.
    let line: Int
    let cells: [String]
    /// Whether a cell holds a tab or the end of a line.
    let hasBreaks: Bool

    var isEmpty: Bool { cells.allSatisfy { $0.isEmpty } }
  }

  struct Problem: Error {
    /// The byte of the text where it is.
    let offset: Int
    let text: String
    var hint: String?

    fileprivate static let quotes =
      "a quotation mark in a cell is written twice, and the cell in quotation marks"
  }

  private let bytes: [UInt8]
  private let isExact: Bool
  private var position = 0
  private var line = 1
  private var hasBreaks = false

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let tab = UInt8(ascii: "\t")

  init(_ text: String, isExact: Bool) {
    bytes = Array(text.utf8)
    self.isExact = isExact
  }

  /// `nil` at the end of the text.
  mutating func next() throws(Problem) -> Record? {
    guard position < bytes.count else { return nil }
    let begin = line
    var cells: [String] = []
    hasBreaks = false
    while true {
      cells.append(try cell())
      guard position < bytes.count, bytes[position] == Self.comma else { break }
      position += 1
    }
    if position < bytes.count { passLineEnd() }
    return Record(line: begin, cells: cells, hasBreaks: hasBreaks)
  }

  private mutating func cell() throws(Problem) -> String {
    passBlanks()
    guard position < bytes.count else { return "" }
    return CSVCell.read(bytes[position] == Self.quote ? try quotedCell() : try plainCell())
  }

  private mutating func plainCell() throws(Problem) -> String {
    let start = position
    var hasQuotes = false
    while position < bytes.count, !isEnd(bytes[position]) {
      if bytes[position] == Self.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else {
          throw Problem(
            offset: position, text: "expected CSV, found a quotation mark inside a cell",
            hint: Problem.quotes)
        }
        hasQuotes = true
        position += 1
      }
      position += 1
    }
    return text(start..<position, trimmed: true, hasQuotes: hasQuotes)
  }

  private mutating func quotedCell() throws(Problem) -> String {
    let opening = position
    var hasQuotes = false
    position += 1
    while true {
      guard position < bytes.count else {
        throw Problem(
          offset: opening, text: "expected a closing quotation mark, found the end of the file")
      }
      switch bytes[position] {
      case Self.quote where position + 1 < bytes.count && bytes[position + 1] == Self.quote:
        hasQuotes = true
        position += 2
      case Self.quote:
        let cell = text(opening + 1..<position, trimmed: !isExact, hasQuotes: hasQuotes)
        position += 1
        passBlanks()
        guard position == bytes.count || isEnd(bytes[position]) else {
          throw Problem(
            offset: opening, text: "expected CSV, found text after a closing quotation mark",
            hint: Problem.quotes)
        }
        return cell
      case Self.lineFeed, Self.carriageReturn: passLineEnd()
      default: position += 1
      }
    }
  }

  private mutating func text(_ range: Range<Int>, trimmed: Bool, hasQuotes: Bool) -> String {
    var (first, end) = (range.lowerBound, range.upperBound)
    while trimmed, first < end, isBlank(bytes[first]) { first += 1 }
    while trimmed, end > first, isBlank(bytes[end - 1]) { end -= 1 }
    guard first < end else { return "" }
    var text = String(decoding: bytes[first..<end], as: UTF8.self)
    // White space of other scripts begins or ends beyond ASCII.
    if trimmed, bytes[first] >= 0x80 || bytes[end - 1] >= 0x80 { text = text.trimmed }
    if bytes[first..<end].contains(where: { $0 < 0x20 }) { hasBreaks = true }
    if hasQuotes { text = Self.singleQuotes(text) }
    return text
  }

  private static func singleQuotes(_ text: String) -> String {
    var result = ""
    var isSecond = false
    for scalar in text.unicodeScalars {
      isSecond = scalar == "\"" && !isSecond
      if scalar != "\"" || isSecond { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == Self.tab || byte == Self.lineFeed
      || byte == Self.carriageReturn
  }

  private mutating func passBlanks() {
    while position < bytes.count,
      bytes[position] == UInt8(ascii: " ") || bytes[position] == Self.tab
    { position += 1 }
  }

  private mutating func passLineEnd() {
    if bytes[position] == Self.carriageReturn, position + 1 < bytes.count,
      bytes[position + 1] == Self.lineFeed
    {
      position += 1
    }
    position += 1
    line += 1
  }
}
