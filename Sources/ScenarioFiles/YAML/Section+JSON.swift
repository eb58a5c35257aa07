extension Section {
  /// The object that a JSON file holds; other keys may stand beside `known`.
  public init?(
    json path: String, named origin: Origin, known: [String], findings: Findings
  ) {
    // JSON is YAML, and the reader of YAML knows where each value stands.
    guard let file = SourceFile(reading: path, at: origin, field: "", findings: findings),
      let value = YAMLText.value(of: file, as: .json, findings: findings)
    else { return nil }
    var keys = known
    keys += (value.entries ?? []).map(\.key).filter { !known.contains($0) }
    self.init(value, path: "", at: .file(path), known: keys, findings: findings)
  }
}
