/// A stretch of the walking network.
enum WalkClass: String, CaseIterable {
  /// A road that vans and walkers share.
  case street
  case path
  case steps
}

/// Which ways people may walk on.
enum WalkingRules {
  static func walkClass(of highway: Highway, _ tags: OSMTags) -> WalkClass? {
    if AccessTag.walker(tags) == false { return nil }
    // A pavement beside a trunk road opens it, and so does `foot`.
    let isOpened = AccessTag.isOpen(tags["foot"]) || hasPavement(tags)
    guard isOpened || highway.isForWalkers && tags["motorroad"] != "yes" else { return nil }
    switch highway {
    case .steps: return .steps
    case .footway, .path, .pedestrian, .cycleway, .bridleway, .corridor, .platform, .track:
      return .path
    default: return .street
    }
  }

  private static func hasPavement(_ tags: OSMTags) -> Bool {
    ["both", "left", "right", "yes"].contains(tags["sidewalk"])
      || ["left", "right", "both"].contains { tags["sidewalk:" + $0] == "yes" }
  }
}
