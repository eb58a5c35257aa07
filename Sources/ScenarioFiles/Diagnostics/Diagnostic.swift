import Mobility

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
  ///
  /// What comes from outside is made visible here, and shortened where nobody would read it all.
  public var description: String {
    var text = [place, Self.shown(field), Self.shown(problem)].filter { !$0.isEmpty }
      .joined(separator: ": ")
    if case .text(let file, let line, let column) = origin, let source = file.line(line) {
      let excerpt = SourceExcerpt(of: source, around: column)
      text += "\n    \(excerpt.line)\n    \(excerpt.caret)"
    }
    if let hint {
      text += "\n" + hint.split(separator: "\n").map { $0.visible }.joined(separator: "\n")
    }
    return text
  }

  private var place: String {
    switch origin {
    case .text(let file, let line, let column): "\(Self.shown(file.path)):\(line):\(column)"
    case .file(let path): Self.shown(path)
    case .option(let text): Self.shown(text)
    }
  }

  private static let longest = 600

  private static func shown(_ text: String) -> String {
    guard text.utf8.count > longest else { return text.visible }
    let scalars = text.unicodeScalars
    guard scalars.count > longest else { return text.visible }
    return Substring(scalars.prefix(longest / 2)).visible + " ... "
      + Substring(scalars.suffix(longest / 2)).visible
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
