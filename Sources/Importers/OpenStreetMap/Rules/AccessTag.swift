/// What the values of access tags mean, by a table of values.
struct AccessTag {
  /// What each value means to who asks; values that are not there mean nothing.
  let meanings: [String: ImportProfile.Access]

  /// From the most to the least specific.
  private static let vanKeys = VanNames.motorised + ["vehicle", "access"]
  private static let forward = Direction("forward")
  private static let backward = Direction("backward")

  private struct Direction {
    let publicService: [String]
    let vanKeys: [String]

    init(_ name: String) {
      publicService = VanNames.publicService.map { $0 + ":" + name }
      vanKeys = AccessTag.vanKeys.map { $0 + ":" + name }
    }
  }

  /// A list is open if one of its values is, and closed only if all of them are.
  func meaning(_ value: String?) -> ImportProfile.Access? {
    guard let value else { return nil }
    if let meaning = meanings[value] { return meaning }
    let each = OSMTags.values(in: value).map { meanings[$0] }
    if each.contains(.open) { return .open }
    return !each.isEmpty && each.allSatisfy { $0 == .closed } ? .closed : nil
  }

  func isOpen(_ value: String?) -> Bool { meaning(value) == .open }

  /// From the most to the least specific; open to buses or to cars is enough.
  func van(_ tags: OSMTags) -> ImportProfile.Access? {
    van(tags, VanNames.publicService, Self.vanKeys)
  }

  func vanForward(_ tags: OSMTags) -> ImportProfile.Access? {
    van(tags, Self.forward.publicService, Self.forward.vanKeys)
  }

  func vanBackward(_ tags: OSMTags) -> ImportProfile.Access? {
    van(tags, Self.backward.publicService, Self.backward.vanKeys)
  }

  private func van(
    _ tags: OSMTags, _ publicService: [String], _ keys: [String]
  ) -> ImportProfile.Access? {
    if publicService.contains(where: { isOpen(tags[$0]) }) { return .open }
    return meaning(tags.first(of: keys))
  }

  /// Whether it is open to vans by name, not only to all.
  func isMeantForVans(_ tags: OSMTags) -> Bool {
    (VanNames.publicService + VanNames.motorised).contains { isOpen(tags[$0]) }
  }

  func walker(_ tags: OSMTags) -> ImportProfile.Access? {
    meaning(tags.first(of: ["foot", "access"]))
  }
}
