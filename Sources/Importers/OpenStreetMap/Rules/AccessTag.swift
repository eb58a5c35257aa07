/// What the values of access tags mean, by a table of values.
struct AccessTag {
  /// What each value means to who asks; values that are not there mean nothing.
  let meanings: [String: ImportProfile.Access]

  /// From the most to the least specific.
  private static let vanKeys = VanNames.motorised + ["vehicle", "access"]
  private static let forward = Direction("forward")
  private static let backward = Direction("backward")

  /// The keys that speak of one direction of a way, each before the same one for both.
  private struct Direction {
    let publicService: [String]
    let vanKeys: [String]
    let names: [String]

    init(_ name: String) {
      func keys(_ names: [String]) -> [String] { names.flatMap { [$0 + ":" + name, $0] } }
      publicService = keys(VanNames.publicService)
      vanKeys = keys(AccessTag.vanKeys)
      names = keys(VanNames.publicService + VanNames.motorised)
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

  /// By the most specific key that says something; open to buses or to cars is enough.
  func van(_ tags: OSMTags) -> ImportProfile.Access? {
    van(tags, VanNames.publicService, Self.vanKeys)
  }

  func vanForward(_ tags: OSMTags) -> ImportProfile.Access? {
    van(tags, Self.forward.publicService, Self.forward.vanKeys)
  }

  func vanBackward(_ tags: OSMTags) -> ImportProfile.Access? {
    van(tags, Self.backward.publicService, Self.backward.vanKeys)
  }

  /// A value that says nothing leaves it to the less specific keys.
  private func van(
    _ tags: OSMTags, _ publicService: [String], _ keys: [String]
  ) -> ImportProfile.Access? {
    if publicService.contains(where: { isOpen(tags[$0]) }) { return .open }
    return keys.lazy.compactMap { meaning(tags[$0]) }.first
  }

  /// Whether it is open to vans by name in some direction, not only to all.
  func isMeantForVans(_ tags: OSMTags) -> Bool {
    (Self.forward.names + Self.backward.names).contains { isOpen(tags[$0]) }
  }

  func walker(_ tags: OSMTags) -> ImportProfile.Access? {
    meaning(tags.first(of: ["foot", "access"]))
  }
}
