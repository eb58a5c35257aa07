/// Which points let nobody through.
struct BarrierRules {
  private let profile: ImportProfile
  private let vanAccess: AccessTag
  private let walkerAccess = WalkingRules.access

  init(profile: ImportProfile) {
    self.profile = profile
    vanAccess = AccessTag(meanings: profile.accessValues)
  }

  func stopsVans(_ tags: OSMTags) -> Bool {
    let barriers = tags.values(of: "barrier")
    if barriers.isEmpty { return false }
    if isLocked(tags), !vanAccess.isMeantForVans(tags) { return true }
    if let access = vanAccess.van(tags) { return access == .closed }
    return barriers.contains { barrier in
      switch barrier {
      // Gates are open unless a tag says otherwise.
      case "border_control", "bump_gate", "cattle_grid", "coupure", "entrance", "gate",
        "height_restrictor", "kerb", "lift_gate", "no", "sally_port", "sliding_gate",
        "swing_gate", "toll_booth":
        false
      default: true
      }
    }
  }

  func stopsWalkers(_ tags: OSMTags) -> Bool {
    let barriers = tags.values(of: "barrier")
    if barriers.isEmpty { return false }
    if isLocked(tags), !walkerAccess.isOpen(tags["foot"]) { return true }
    if let access = walkerAccess.walker(tags) { return access == .closed }
    return barriers.contains { barrier in
      ["city_wall", "fence", "hedge", "retaining_wall", "wall"].contains(barrier)
    }
  }

  /// Whether there are hours when others may pass, or none.
  func areConditional(_ tags: OSMTags) -> Bool {
    tags["barrier"] != nil && ConditionalTags.areOn(tags)
  }

  private func isLocked(_ tags: OSMTags) -> Bool {
    profile.lockedGates == .closed && tags["locked"] == "yes"
  }
}
