import Mobility

/// A scenario file with what it extends and with what the command line sets, as one tree.
struct ScenarioTree {
  private let findings: Findings

  /// The overrides are paths of keys with the texts that `--set` gives them.
  static func read(
    _ path: String, overrides: [(key: String, value: String)], findings: Findings
  ) -> YAMLValue? {
    let reader = ScenarioTree(findings: findings)
    let tree = reader.tree(path, named: .file(path), field: "", above: [])
    return overrides.reduce(tree) { tree, override in
      tree.map { reader.setting(override.key, to: override.value, in: $0) }
    }
  }

  /// The tree as it is where nothing can be set, which is then reported.
  private func setting(_ key: String, to text: String, in tree: YAMLValue) -> YAMLValue {
    let origin = Origin.option("--set \(key)=\(text)")
    let path = key.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
    guard path.allSatisfy({ !$0.isEmpty }) else {
      findings.add(
        at: origin, "", "expected keys joined by dots, as in fleet.vans, found \"\(key)\"")
      return tree
    }
    guard path != ["extends"] else {
      findings.add(
        at: origin, key, "expected a field that can be set, found one that is read before")
      return tree
    }
    guard let value = value(of: text, at: key, origin) else { return tree }
    do throws(YAMLValue.UnknownPath) {
      return try tree.setting(path, to: value)
    } catch {
      findings.add(at: origin, error.path, error.problem)
      return tree
    }
  }

  private func tree(
    _ path: String, named origin: Origin, field: String, above: [String]
  ) -> YAMLValue? {
    let canonical = FilePath.canonical(path)
    guard !above.contains(canonical) else {
      findings.add(
        at: origin, field,
        "expected a file that does not extend this one, found \"\(path)\", which does")
      return nil
    }
    guard let file = SourceFile(reading: path, at: origin, field: field, findings: findings),
      let own = YAMLText.value(of: file, findings: findings)
    else { return nil }
    guard let base = own.entry("extends") else { return own }
    guard case .scalar(let name) = base.value.content else {
      findings.add(
        at: base.value.origin, "extends", "expected a path, found \(base.value.found)")
      return own
    }
    let basePath = FilePath.join(base.value.origin.folder, name)
    let inherited = tree(
      basePath, named: base.value.origin, field: "extends", above: above + [canonical])
    return inherited?.overridden(by: own)
  }

  /// Lists and sections are written as in YAML; every other text is taken as it is.
  private func value(of text: String, at key: String, _ origin: Origin) -> YAMLValue? {
    if text == "null" { return YAMLValue(content: .null, origin: origin) }
    if text.hasPrefix("[") || text.hasPrefix("{") {
      return YAMLText.value(of: text, at: key, findings: findings) { _, _ in origin }
    }
    if let scalar = text.unicodeScalars.first(where: { $0.isControl }) {
      findings.add(
        at: origin, key, "expected a text without control characters, found \(scalar.codePoint)")
      return nil
    }
    return YAMLValue(content: .scalar(text.trimmed), origin: origin)
  }
}
