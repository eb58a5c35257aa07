import Foundation

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
      let value = reader.value(of: override)
      return tree?.setting(override.key.split(separator: ".").map { String($0) }[...], to: value)
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
  private func value(of override: (key: String, value: String)) -> YAMLValue {
    let origin = Origin.option("--set \(override.key)=\(override.value)")
    if override.value == "null" { return YAMLValue(content: .null, origin: origin) }
    if override.value.hasPrefix("[") || override.value.hasPrefix("{") {
      let value = YAMLText.value(of: override.value, findings: findings) { _ in origin }
      if let value { return value }
    }
    return YAMLValue(content: .scalar(override.value), origin: origin)
  }
}
