/// A value of a YAML file that knows where it was written.
struct YAMLValue {
  enum Content {
    case scalar(String)
    /// Nothing, `~` or `null`: removes an inherited value.
    case null
    /// An inherited value that is not to be there.
    case removed
    case list([YAMLValue])
    case mapping([Entry])
  }

  struct Entry {
    let key: String
    let keyOrigin: Origin
    var value: YAMLValue
  }

  var content: Content
  var origin: Origin

  /// As a message names it after "found".
  var found: String {
    switch content {
    case .scalar(let text): "\"\(text)\""
    case .null, .removed: "nothing"
    case .list: "a list"
    case .mapping: "a section"
    }
  }

  func entry(_ key: String) -> Entry? { entries?.first { $0.key == key } }

  /// What a section holds, without what has been removed from it; `nil` where this is none.
  var entries: [Entry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.filter { !$0.value.isRemoved }
  }

  var isRemoved: Bool {
    if case .removed = content { return true }
    return false
  }
}

extension YAMLValue {
  /// This value where `variant` says nothing else: sections are merged, everything else replaced.
  func overridden(by variant: YAMLValue) -> YAMLValue {
    guard case .mapping(var entries) = content, case .mapping(let changes) = variant.content else {
      return variant
    }
    for change in changes {
      let position = entries.firstIndex { $0.key == change.key }
      if let position {
        let merged = entries[position].value.overridden(by: change.value).removedIfNull
        entries[position] = Entry(key: change.key, keyOrigin: change.keyOrigin, value: merged)
      } else {
        entries.append(change)
      }
    }
    return YAMLValue(content: .mapping(entries), origin: variant.origin)
  }

  /// Why no value can be set at a path.
  struct UnknownPath: Error {
    /// What leads nowhere.
    let path: String
    let problem: String
  }

  /// This value with another one at a path of keys and of positions in lists, from 0.
  ///
  /// `depth` is how much of the path leads here.
  func setting(
    _ path: [String], from depth: Int = 0, to value: YAMLValue
  ) throws(UnknownPath) -> YAMLValue {
    guard depth < path.count else { return overridden(by: value) }
    let key = path[depth]
    var copy = self
    let above = path[..<depth].joined(separator: ".")
    switch content {
    case .list(var items):
      guard let position = Int(key), items.indices.contains(position) else {
        let positions =
          items.isEmpty
          ? "no position, as the list is empty"
          : "a position in the list from 0 to \(items.count - 1)"
        throw UnknownPath(path: above, problem: "expected \(positions), found \"\(key)\"")
      }
      items[position] = try items[position].setting(path, from: depth + 1, to: value)
      copy.content = .list(items)
    case .scalar:
      throw UnknownPath(
        path: above, problem: "expected a section to set \"\(key)\" in, found \(found)")
    case .mapping, .null, .removed:
      var entries: [Entry] = []
      if case .mapping(let present) = content { entries = present }
      let position = entries.firstIndex { $0.key == key }
      let empty = YAMLValue(content: .mapping([]), origin: value.origin)
      let inner = try (position.map { entries[$0].value } ?? empty)
        .setting(path, from: depth + 1, to: value).removedIfNull
      let entry = Entry(key: key, keyOrigin: value.origin, value: inner)
      if let position { entries[position] = entry } else { entries.append(entry) }
      copy.content = .mapping(entries)
    }
    return copy
  }

  private var removedIfNull: YAMLValue {
    guard case .null = content else { return self }
    return YAMLValue(content: .removed, origin: origin)
  }
}
