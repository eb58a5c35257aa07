import Mobility
import Yams

/// YAML text as values with their places; with `YAMLTree` the only file that knows Yams.
enum YAMLText {
  /// What a message calls the text; JSON is YAML, too.
  enum Format: String {
    case yaml = "YAML"
    case json = "JSON"
  }

  /// Longer lists belong into tables.
  private static let mostBytes = 16_000_000
  /// How much text, and how often, may be read again because of keys that are there twice.
  private static let mostReread = 20_000_000
  private static let mostRenamed = 50

  /// `nil` when the text is none; `origin` places what is at a line and column, or the whole.
  ///
  /// `path` is where the value stands among others.
  static func value(
    of text: String, as format: Format = .yaml, at path: String = "", findings: Findings,
    origin: @escaping (_ line: Int, _ column: Int) -> Origin
  ) -> YAMLValue? {
    func report(_ problem: String, _ place: TextPlace? = nil, hint: String? = nil) -> YAMLValue? {
      findings.add(
        at: origin(place?.line ?? 1, place?.column ?? 1), path,
        "expected \(format.rawValue), \(problem)", hint: hint)
      return nil
    }
    guard text.utf8.count <= mostBytes else {
      return report(
        "found more than \(mostBytes / 1_000_000) MB of it",
        hint: "lists as long as that belong into tables")
    }
    do {
      let (parser, node, renamed) = try compose(YAMLTree.withoutAliases(text))
      guard let node else { return YAMLValue(content: .null, origin: origin(1, 1)) }
      var tree = YAMLTree(renamed: renamed, findings: findings, origin: origin)
      // Nodes know their anchors only as long as their parser lives.
      return withExtendedLifetime(parser) { tree.value(of: node, at: .root(path)) }
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      for key in keys {
        findings.add(at: origin(context.mark.line, context.mark.column), key, YAMLTree.repeated)
      }
      return nil
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        guard problem.hasPrefix("Maximum nesting level") else {
          return report(problem, TextPlace(mark))
        }
        findings.add(at: origin(mark.line, mark.column), path, YAMLTree.tooDeep)
        return nil
      case .reader(_, _, let value, _):
        let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: value))
        return report(
          "found \(scalar?.codePoint ?? "other bytes") in it",
          scalar.flatMap { TextPlace(of: $0, in: text) })
      default: return report("found \(error)")
      }
    } catch {
      return report("found \(error)")
    }
  }

  static func value(
    of file: SourceFile, as format: Format = .yaml, findings: Findings
  ) -> YAMLValue? {
    value(of: file.text, as: format, findings: findings) { .text(file, line: $0, column: $1) }
  }

  /// Composes a text although keys are there twice, which Yams refuses without saying where.
  ///
  /// The first of two is renamed in the text and composed again; `renamed` has its name.
  private static func compose(
    _ text: String
  ) throws -> (parser: Parser, node: Yams.Node?, renamed: [TextPlace: String]) {
    var current = text
    var renamed: [TextPlace: String] = [:]
    var first: (any Error)?
    while true {
      do {
        let parser = try Parser(yaml: current)
        return (parser, try parser.singleRoot(), renamed)
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let error = YamlError.duplicatedKeysInMapping(duplicates: keys, context: context)
        first = first ?? error
        let place = TextPlace(context.mark)
        guard renamed.count < mostRenamed, renamed[place] == nil,
          (renamed.count + 1) * text.utf8.count < mostReread,
          let key = keys.first,
          let changed = renaming(at: place, number: UInt32(renamed.count), in: current)
        else { throw first ?? error }
        renamed[place] = key
        current = changed
      } catch {
        throw first ?? error
      }
    }
  }

  /// With a character for private use, another one for each number, first in the word at a place.
  private static func renaming(
    at place: TextPlace, number: UInt32, in text: String
  ) -> String? {
    var scalars = text.unicodeScalars
    var index = scalars.startIndex
    var line = 1
    while line < place.line, index < scalars.endIndex {
      let isReturn = scalars[index] == "\r"
      let isEnd = isReturn || scalars[index] == "\n"
      index = scalars.index(after: index)
      if isReturn, index < scalars.endIndex, scalars[index] == "\n" {
        index = scalars.index(after: index)
      }
      if isEnd { line += 1 }
    }
    guard
      var word = scalars.index(index, offsetBy: place.column - 1, limitedBy: scalars.endIndex),
      word < scalars.endIndex, let first = Unicode.Scalar(0x10_0000 + number)
    else { return nil }
    if scalars[word] == "\"" || scalars[word] == "'" {
      let quote = scalars[word]
      word = scalars.index(after: word)
      guard word < scalars.endIndex, scalars[word] != quote else { return nil }
    }
    scalars.replaceSubrange(word...word, with: CollectionOfOne(first))
    return String(scalars)
  }
}

/// A line and column of a text, from 1.
struct TextPlace: Hashable {
  let line: Int
  let column: Int

  init(_ mark: Mark?) {
    line = mark?.line ?? 1
    column = mark?.column ?? 1
  }

  /// Where a character is for the first time.
  init?(of scalar: Unicode.Scalar, in text: String) {
    let scalars = text.unicodeScalars
    guard let index = scalars.firstIndex(of: scalar) else { return nil }
    let before = scalars[..<index].split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" })
    line = before.count
    column = 1 + (before.last?.count ?? 0)
  }
}
