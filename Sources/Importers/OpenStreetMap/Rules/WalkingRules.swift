/// A stretch of the walking network.
enum WalkClass: String, CaseIterable {
  /// A road that vans and walkers share.
  case street
  case path
  case steps
}

/// Which ways people may walk on.
enum WalkingRules {
  /// Whom a profile keeps from driving may still walk.
  static let access = AccessTag(meanings: ImportProfile.standard.accessValues)

  static func walkClass(of highway: Highway, _ tags: OSMTags) -> WalkClass? {
    if access.walker(tags) == .closed { return nil }
    // A pavement beside a trunk road opens it, and so does `foot`.
    let isOpened = access.isOpen(tags["foot"]) || hasPavement(tags)
    guard isOpened || highway.isForWalkers && tags["motorroad"] != "yes" else { return nil }
    switch highway {
    case .steps: return .steps
    case .footway, .path, .pedestrian, .cycleway, .bridleway, .corridor, .platform, .track:
      return .path
    default: return .street
    }
  }

  private static func hasPavement(_ tags: OSMTags) -> Bool {
    tags.values(of: "sidewalk").contains { ["both", "left", "right", "yes"].contains($0) }
      || ["left", "right", "both"].contains { tags["sidewalk:" + $0] == "yes" }
  }
}
