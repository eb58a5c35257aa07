/// Which points let nobody through.
enum BarrierRules {
  static func stopsVans(_ tags: OSMTags) -> Bool {
    guard let barrier = tags["barrier"] else { return false }
    if let isOpen = AccessTag.van(tags) { return !isOpen }
    switch barrier {
    // Gates are open unless a tag says otherwise.
    case "border_control", "bump_gate", "cattle_grid", "coupure", "entrance", "gate",
      "height_restrictor", "kerb", "lift_gate", "no", "sally_port", "sliding_gate", "swing_gate",
      "toll_booth":
      return false
    default: return true
    }
  }

  static func stopsWalkers(_ tags: OSMTags) -> Bool {
    guard let barrier = tags["barrier"] else { return false }
    if let isOpen = AccessTag.walker(tags) { return !isOpen }
    switch barrier {
    case "city_wall", "fence", "hedge", "retaining_wall", "wall": return true
    default: return false
    }
  }
}
