/// A mapping of a scenario file, asked for its fields one by one.
///
/// A getter returns `nil` when the field is missing or wrong, and has then reported it; only
/// `optional` returns `nil` without a report for a field that is not there.
public struct Section {
  /// Keys from the root, joined by dots; empty at the root.
  let path: String
  let origin: Origin
  let findings: Findings
  private let entries: [YAMLValue.Entry]
  /// What a variant or the command line has taken out.
  private let removed: [YAMLValue.Entry]
  private let known: [String]

  /// Reports every key that is not in `known`.
  init?(
    _ value: YAMLValue, path: String, at origin: Origin, known: [String], findings: Findings
  ) {
    self.path = path
    self.origin = origin
    self.known = known
    self.findings = findings
    switch value.content {
    case .mapping(let all):
      entries = all.filter { !$0.value.isRemoved }
      removed = all.filter { $0.value.isRemoved }
    case .null, .removed:
      entries = []
      removed = []
    case .list, .scalar:
      findings.add(
        at: value.origin, path,
        "expected a section with \(known.joined(separator: ", ")), "
          + "found \(value.found)")
      return nil
    }
    for entry in entries where !known.contains(entry.key) {
      findings.add(
        at: entry.keyOrigin, self.path(entry.key), "expected a known key, found \"\(entry.key)\"",
        hint: Suggestion.hint(for: entry.key, among: known))
    }
  }

  /// In the order of the file.
  var keys: [String] { entries.map { $0.key } }

  func has(_ key: String) -> Bool { entry(key) != nil }

  /// The value itself where it is one word, else the key before it.
  func origin(of key: String) -> Origin {
    guard let entry = entry(key) else { return origin }
    if case .scalar = entry.value.content { return entry.value.origin }
    return entry.keyOrigin
  }

  func keyOrigin(of key: String) -> Origin { entry(key)?.keyOrigin ?? origin }

  func path(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// A field that must be there.
  public func required<Value>(_ key: String, _ form: Form<Value>) -> Value? {
    guard let value = value(key, expected: form.expected) else { return nil }
    return read(value, key, form)
  }

  func optional<Value>(_ key: String, _ form: Form<Value>) -> Value? {
    entry(key).flatMap { read($0.value, key, form) }
  }

  /// A field that has a standard value.
  func field<Value>(_ key: String, _ form: Form<Value>, standard: Value) -> Value? {
    has(key) ? required(key, form) : standard
  }

  /// A value of any shape that must be there.
  func value(_ key: String, expected: String) -> YAMLValue? {
    if let entry = entry(key) { return entry.value }
    let place = removed.first { $0.key == key }?.value.origin ?? origin
    findings.add(at: place, path(key), "expected \(expected), found nothing")
    return nil
  }

  func optionalValue(_ key: String) -> YAMLValue? { entry(key)?.value }

  func section(_ key: String, known: [String]) -> Section? {
    guard let value = value(key, expected: "a section with \(known.joined(separator: ", "))")
    else { return nil }
    return Section(
      value, path: path(key), at: keyOrigin(of: key), known: known, findings: findings)
  }

  /// The items of a list of sections; those that are none are reported and left out.
  func sections(_ key: String, known: [String]) -> [Section]? {
    items(key, of: "sections")?.enumerated().compactMap { position, item in
      Section(
        item, path: "\(path(key))[\(position + 1)]", at: item.origin, known: known,
        findings: findings)
    }
  }

  /// The items of a list of values.
  func list<Value>(_ key: String, _ form: Form<Value>) -> [Value]? {
    items(key, of: "values")?.compactMap { read($0, key, form) }
  }

  /// The fields of a mapping with free keys, in order.
  func fields<Value>(
    _ key: String, _ form: Form<Value>
  ) -> [(key: String, origin: Origin, value: Value)]? {
    guard let value = value(key, expected: "a section") else { return nil }
    guard let entries = value.entries else {
      findings.add(at: value.origin, path(key), "expected a section, found \(value.found)")
      return nil
    }
    return entries.compactMap { entry in
      read(entry.value, "\(key).\(entry.key)", form).map { (entry.key, entry.keyOrigin, $0) }
    }
  }

  /// Reports what no single field shows.
  public func report(_ key: String, _ problem: String, hint: String? = nil) {
    findings.add(at: origin(of: key), path(key), problem, hint: hint)
  }

  private func entry(_ key: String) -> YAMLValue.Entry? {
    precondition(known.contains(key), "\(key) is asked for but not a known key")
    return entries.first { $0.key == key }
  }

  private func items(_ key: String, of what: String) -> [YAMLValue]? {
    guard let value = value(key, expected: "a list of \(what)") else { return nil }
    guard case .list(let items) = value.content else {
      findings.add(at: value.origin, path(key), "expected a list of \(what), found \(value.found)")
      return nil
    }
    return items
  }

  private func read<Value>(_ value: YAMLValue, _ key: String, _ form: Form<Value>) -> Value? {
    var hint: String?
    if case .scalar(let text) = value.content {
      if let read = form.read(text) { return read }
      hint = form.hint(text)
    }
    findings.add(
      at: value.origin, path(key), "expected \(form.expected), found \(value.found)", hint: hint)
    return nil
  }
}
