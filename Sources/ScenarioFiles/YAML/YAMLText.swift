import Yams

/// YAML text as values with their places; the only file that knows Yams.
enum YAMLText {
  /// `nil` when the text is no YAML; `origin` places what has no place of its own.
  static func value(
    of text: String, findings: Findings, origin: (Mark?) -> Origin
  ) -> YAMLValue? {
    do {
      guard let node = try compose(yaml: text) else {
        return YAMLValue(content: .null, origin: origin(nil))
      }
      return value(of: node, findings, origin)
    } catch {
      report(error, findings, origin)
      return nil
    }
  }

  static func value(of file: SourceFile, findings: Findings) -> YAMLValue? {
    value(of: file.text, findings: findings) { mark in
      .text(file, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
  }

  private static func value(
    of node: Node, _ findings: Findings, _ origin: (Mark?) -> Origin
  ) -> YAMLValue {
    let content: YAMLValue.Content =
      switch node {
      case .scalar(let scalar):
        isNull(scalar) ? .null : .scalar(scalar.string)
      case .sequence(let items):
        .list(items.map { value(of: $0, findings, origin) })
      case .mapping(let pairs):
        .mapping(entries(of: pairs, findings, origin))
      case .alias: .null
      }
    return YAMLValue(content: content, origin: origin(node.mark))
  }

  private static func isNull(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
  }

  private static func entries(
    of pairs: Node.Mapping, _ findings: Findings, _ origin: (Mark?) -> Origin
  ) -> [YAMLValue.Entry] {
    var entries: [YAMLValue.Entry] = []
    for (key, node) in pairs {
      let keyOrigin = origin(key.mark)
      guard let name = key.scalar?.string else {
        findings.add(at: keyOrigin, "", "expected a word as key, found a list or section")
        continue
      }
      // Yams compares keys with their types: "09" and 09 are two for it.
      if entries.contains(where: { $0.key == name }) {
        findings.add(at: keyOrigin, name, repeated)
        continue
      }
      let value = value(of: node, findings, origin)
      entries.append(YAMLValue.Entry(key: name, keyOrigin: keyOrigin, value: value))
    }
    return entries
  }

  private static let repeated = "expected each key once, found it again in the same section"

  private static func report(
    _ error: any Error, _ findings: Findings, _ origin: (Mark?) -> Origin
  ) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      findings.add(at: origin(mark), "", "expected YAML, \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      for key in keys { findings.add(at: origin(context.mark), key, repeated) }
    case .reader(let problem, _, _, _):
      findings.add(at: origin(nil), "", "expected YAML, \(problem)")
    default:
      findings.add(at: origin(nil), "", "expected YAML, found \(error)")
    }
  }
}
