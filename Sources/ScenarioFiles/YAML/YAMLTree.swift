import Mobility
import Yams

/// Makes values of the nodes that Yams composes of one text.
///
/// Yams would follow aliases while it composes, and compare keys through them: ten lines of aliases of
/// aliases keep it busy for days. Therefore it sees other signs in place of asterisks, and aliases are
/// followed here, where what they grow to is counted.
struct YAMLTree {
  let renamed: [TextPlace: String]
  let findings: Findings
  let origin: (_ line: Int, _ column: Int) -> Origin
  /// What aliases can stand for so far, with the count of its values and the levels below it.
  private var anchors: [String: (value: YAMLValue, count: Int, depth: Int)] = [:]
  /// Values so far, and how many of them aliases stand for.
  private var count = 0
  private var aliased = 0
  private var hasGivenUp = false

  /// One of the last characters for private use: no text may hold it, and YAML takes it for a letter.
  private static let asterisk: Unicode.Scalar = "\u{10FFFC}"

  private static let deepest = 100
  private static let mostAliased = 100_000

  static let repeated = "expected each key once, found it again in the same section"
  static let tooDeep = "expected lists and sections at most \(deepest) deep, found deeper ones"

  init(
    renamed: [TextPlace: String], findings: Findings,
    origin: @escaping (_ line: Int, _ column: Int) -> Origin
  ) {
    self.renamed = renamed
    self.findings = findings
    self.origin = origin
  }

  static func withoutAliases(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "*")) else { return text }
    var changed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { changed.append(scalar == "*" ? asterisk : scalar) }
    return String(changed)
  }

  mutating func value(of node: Yams.Node, at path: FieldPath) -> YAMLValue? {
    let read = read(node, at: path, level: 1)
    return hasGivenUp ? nil : read?.value
  }

  private typealias Read = (value: YAMLValue, depth: Int)

  private mutating func read(_ node: Yams.Node, at path: FieldPath, level: Int) -> Read? {
    guard !hasGivenUp else { return nil }
    guard level <= Self.deepest else { return giveUp(node, .root(""), Self.tooDeep) }
    let before = count
    count += 1
    guard let read = content(of: node, at: path, level: level) else { return nil }
    if let name = node.anchor?.rawValue {
      anchors[name] = (read.value, count - before, read.depth)
    }
    return read
  }

  private mutating func content(of node: Yams.Node, at path: FieldPath, level: Int) -> Read? {
    let place = place(of: node)
    switch node {
    case .scalar(let scalar):
      if let name = Self.alias(scalar) { return target(of: name, node, path, level) }
      return (YAMLValue(content: content(of: scalar, at: path), origin: place), 0)
    case .sequence(let items):
      var values: [YAMLValue] = []
      var depth = 0
      for (position, item) in items.enumerated() {
        guard let item = read(item, at: .item(position + 1, in: path), level: level + 1) else {
          continue
        }
        values.append(item.value)
        depth = max(depth, item.depth)
      }
      return (YAMLValue(content: .list(values), origin: place), depth + 1)
    case .mapping(let pairs):
      let (entries, depth) = entries(of: pairs, at: path, level: level)
      return (YAMLValue(content: .mapping(entries), origin: place), depth + 1)
    case .alias: preconditionFailure("Yams was shown an alias")
    }
  }

  private func content(of scalar: Yams.Node.Scalar, at path: FieldPath) -> YAMLValue.Content {
    let text = Self.text(scalar)
    if scalar.style == .plain, ["", "~", "null"].contains(text) { return .null }
    reportControls(in: text, at: origin(scalar.mark?.line ?? 1, scalar.mark?.column ?? 1), path)
    return .scalar(text)
  }

  private mutating func entries(
    of pairs: Yams.Node.Mapping, at path: FieldPath, level: Int
  ) -> (entries: [YAMLValue.Entry], depth: Int) {
    var entries: [YAMLValue.Entry] = []
    var merged: [YAMLValue.Entry] = []
    var names: Set<String> = []
    var deepest = 0
    for (key, node) in pairs {
      guard let name = name(of: key, in: path, level: level) else { continue }
      let field = FieldPath.key(name, in: path)
      guard names.insert(name).inserted else {
        findings.add(at: place(of: key), field.description, Self.repeated)
        continue
      }
      guard let (value, depth) = read(node, at: field, level: level + 1) else { continue }
      deepest = max(deepest, depth)
      if name == "<<", key.scalar?.style == .plain {
        merged += mergedEntries(of: value, at: field)
      } else {
        entries.append(YAMLValue.Entry(key: name, keyOrigin: place(of: key), value: value))
      }
    }
    for entry in merged where names.insert(entry.key).inserted { entries.append(entry) }
    return (entries, deepest)
  }

  /// What `<<` merges: a section, or sections of which an earlier one wins.
  ///
  /// - SeeAlso: "Merge Key Language-Independent Type for YAML", version 1.1.
  private func mergedEntries(of value: YAMLValue, at path: FieldPath) -> [YAMLValue.Entry] {
    switch value.content {
    case .mapping(let entries): return entries
    case .list(let items):
      return items.enumerated().flatMap { mergedEntries(of: $1, at: .item($0 + 1, in: path)) }
    case .scalar, .null, .removed:
      findings.add(
        at: value.origin, path.description, "expected a section to merge, found \(value.found)")
      return []
    }
  }

  private mutating func name(of key: Yams.Node, in path: FieldPath, level: Int) -> String? {
    if let name = renamed[TextPlace(key.mark)] { return name }
    guard case .scalar(let scalar) = key else {
      findings.add(
        at: place(of: key), path.description, "expected a word as key, found a list or section")
      return nil
    }
    var text = Self.text(scalar)
    if let alias = Self.alias(scalar) {
      guard let target = target(of: alias, key, path, level) else { return nil }
      guard case .scalar(let word) = target.value.content else {
        findings.add(
          at: place(of: key), path.description,
          "expected a word as key, found \(target.value.found)")
        return nil
      }
      text = word
    }
    if let anchor = key.anchor?.rawValue {
      anchors[anchor] = (YAMLValue(content: .scalar(text), origin: place(of: key)), 1, 0)
    }
    return reportControls(in: text, at: place(of: key), path) ? nil : text
  }

  private mutating func target(
    of name: String, _ node: Yams.Node, _ path: FieldPath, _ level: Int
  ) -> Read? {
    guard let anchor = anchors[name] else {
      return giveUp(
        node, path, "expected an anchor \"&\(name)\" before this alias of it, found none")
    }
    aliased += anchor.count
    count += anchor.count - 1
    guard aliased <= Self.mostAliased else {
      return giveUp(
        node, path, "expected aliases for at most \(Self.mostAliased) values in all, found more")
    }
    guard level + anchor.depth <= Self.deepest else {
      return giveUp(node, .root(""), Self.tooDeep)
    }
    return (anchor.value, anchor.depth)
  }

  /// Reports what makes the rest of the text not worth reading.
  private mutating func giveUp(_ node: Yams.Node, _ path: FieldPath, _ problem: String) -> Read? {
    hasGivenUp = true
    findings.add(at: place(of: node), path.description, problem)
    return nil
  }

  /// Whether there were any.
  @discardableResult
  private func reportControls(in text: String, at origin: Origin, _ path: FieldPath) -> Bool {
    guard let scalar = text.unicodeScalars.first(where: { $0.isControl }) else { return false }
    let isBreak = scalar == "\n"
    findings.add(
      at: origin, path.description,
      "expected a text \(isBreak ? "in one line" : "without control characters"), found "
        + scalar.codePoint,
      hint: isBreak ? "`>-` before a text of several lines joins them" : nil)
    return true
  }

  private func place(of node: Yams.Node) -> Origin {
    origin(node.mark?.line ?? 1, node.mark?.column ?? 1)
  }

  private static func alias(_ scalar: Yams.Node.Scalar) -> String? {
    guard scalar.style == .plain, scalar.string.unicodeScalars.first == asterisk else { return nil }
    return String(scalar.string.unicodeScalars.dropFirst())
  }

  /// With its asterisks again, and without white space around it.
  private static func text(_ scalar: Yams.Node.Scalar) -> String {
    guard scalar.string.unicodeScalars.contains(asterisk) else { return scalar.string.trimmed }
    var text = String.UnicodeScalarView()
    for letter in scalar.string.unicodeScalars { text.append(letter == asterisk ? "*" : letter) }
    return String(text).trimmed
  }
}
