/// A value of a YAML file that knows where it was written.
struct YAMLValue {
  enum Content {
    case scalar(String)
    /// Nothing, `~` or `null`: removes an inherited value.
    case null
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
    case .null: "nothing"
    case .list: "a list"
    case .mapping: "a section"
    }
  }

  func entry(_ key: String) -> Entry? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }
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
      if change.value.isNull, let position {
        entries.remove(at: position)
      } else if let position {
        let merged = entries[position].value.overridden(by: change.value)
        entries[position] = Entry(key: change.key, keyOrigin: change.keyOrigin, value: merged)
      } else {
        entries.append(change)
      }
    }
    return YAMLValue(content: .mapping(entries), origin: variant.origin)
  }

  /// This value with another one at a path of keys and of positions in lists, from 0.
  func setting(_ path: ArraySlice<String>, to value: YAMLValue) -> YAMLValue {
    guard let key = path.first else { return overridden(by: value) }
    var copy = self
    switch content {
    case .list(var items):
      guard let position = Int(key), items.indices.contains(position) else {
        // An impossible position: the section that takes the list's place is reported as such.
        copy.content = .mapping([])
        return copy.setting(path, to: value)
      }
      items[position] = items[position].setting(path.dropFirst(), to: value)
      copy.content = .list(items)
      return copy
    case .mapping, .null, .scalar:
      var entries: [Entry] = []
      if case .mapping(let present) = content { entries = present }
      let position = entries.firstIndex { $0.key == key }
      let empty = YAMLValue(content: .mapping([]), origin: value.origin)
      let inner = (position.map { entries[$0].value } ?? empty)
        .setting(path.dropFirst(), to: value)
      let removes = path.count == 1 && inner.isNull
      if let position {
        entries.remove(at: position)
        if !removes {
          entries.insert(Entry(key: key, keyOrigin: value.origin, value: inner), at: position)
        }
      } else if !removes {
        entries.append(Entry(key: key, keyOrigin: value.origin, value: inner))
      }
      copy.content = .mapping(entries)
      return copy
    }
  }

  private var isNull: Bool {
    if case .null = content { return true }
    return false
  }
}
