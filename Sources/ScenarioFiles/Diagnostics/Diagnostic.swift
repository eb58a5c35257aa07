/// One problem of an input or output, worded for planners.
public struct Diagnostic: Hashable, Sendable {
  public enum Kind: Hashable, Sendable, CaseIterable {
    case badData
    case missingFile
    case cannotWrite

    /// The status that a command ends with, as in `sysexits.h`.
    public var exitCode: Int32 {
      switch self {
      case .badData: 65
      case .missingFile: 66
      case .cannotWrite: 73
      }
    }
  }

  public let kind: Kind
  /// The field's path in its file (`fleet.seats`), or the column of a table; may be empty.
  public let field: String
  /// What was expected, and what was found.
  public let problem: String
  /// What may have been meant, where that can be told.
  public let hint: String?
  let origin: Origin

  init(
    _ kind: Kind = .badData, at origin: Origin, field: String, problem: String, hint: String? = nil
  ) {
    self.kind = kind
    self.origin = origin
    self.field = field
    self.problem = problem
    self.hint = hint
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The place, the problem, the line it is on with a caret, and the hint.
  public var description: String {
    var text = [place, field, problem].filter { !$0.isEmpty }.joined(separator: ": ")
    if case .text(let file, let line, let column) = origin, let source = file.line(line) {
      text += "\n    \(source)\n    \(Self.padding(below: source, columns: column - 1))^"
    }
    if let hint { text += "\n" + hint }
    return text
  }

  private var place: String {
    switch origin {
    case .text(let file, let line, let column): "\(file.path):\(line):\(column)"
    case .file(let path): path
    case .option(let text): text
    }
  }

  /// As wide as the first `columns` scalars are on a terminal, where Japanese takes two cells.
  private static func padding(below line: Substring, columns: Int) -> String {
    var padding = ""
    for scalar in line.unicodeScalars.prefix(columns) {
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

extension Diagnostic: Comparable {
  /// By file, line and column; the command line comes first.
  public static func < (a: Self, b: Self) -> Bool {
    (a.sortKey.place, a.sortKey.line, a.sortKey.column, a.field, a.problem)
      < (b.sortKey.place, b.sortKey.line, b.sortKey.column, b.field, b.problem)
  }

  private var sortKey: (place: String, line: Int, column: Int) {
    switch origin {
    case .text(let file, let line, let column): (file.path, line, column)
    case .file(let path): (path, 0, 0)
    case .option(let text): (text, 0, 0)
    }
  }
}
