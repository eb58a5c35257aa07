/// Tags that hold at some hours or for some people only: counted, because no rule reads them.
///
/// - SeeAlso: https://wiki.openstreetmap.org/wiki/Conditional_restrictions
enum ConditionalTags {
  private static let ending = ":conditional"
  /// Of tags for others, such as `hgv:conditional`, the rules would not read the plain form either.
  private static let rules = Set(
    VanNames.all + [
      "access", "foot", "oneway", "maxspeed", "locked", "barrier", "forward", "backward",
    ])

  /// Whether one of the tags puts a condition on what the rules read.
  static func areOn(_ tags: OSMTags) -> Bool {
    tags.pairs.contains { pair in
      pair.key.hasSuffix(ending)
        && pair.key.dropLast(ending.count).split(separator: ":").allSatisfy {
          rules.contains(String($0))
        }
    }
  }
}
