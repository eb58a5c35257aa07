/// A turn at one node that is forbidden, or the only one allowed.
struct TurnRestriction {
  let from: [Int64]
  let via: Int64
  let to: [Int64]
  let isOnly: Bool
  let isUTurn: Bool
}

/// Reads relations of the type `restriction`.
///
/// - SeeAlso: https://wiki.openstreetmap.org/wiki/Relation:restriction
enum TurnRestrictionRules {
  enum Verdict {
    case restriction(TurnRestriction)
    /// Vans of public services, or cars, are exempt, or only others are meant.
    case notForVans
    case conditional
    case viaWays
    case incomplete
  }

  /// From the most to the least specific.
  private static let keys = VanNames.keys("restriction:") + ["restriction"]
  private static let conditionalKeys = keys.map { $0 + ":conditional" }

  /// `nil` for other relations.
  static func verdict(members: [OSMMember], _ tags: OSMTags) -> Verdict? {
    guard tags["type"] == "restriction" else { return nil }
    let isExempt = tags.values(of: "except").contains { VanNames.all.contains($0) }
    guard let text = tags.first(of: keys) else {
      let isConditional = tags.first(of: conditionalKeys) != nil
      return isConditional && !isExempt ? .conditional : .notForVans
    }
    let kinds = OSMTags.values(in: text)
    if isExempt || kinds == ["none"] { return .notForVans }
    if ["day_on", "hour_on"].contains(where: { tags[$0] != nil }) { return .conditional }
    func ways(_ role: String) -> [Int64] {
      members.filter { $0.kind == .way && $0.role == role }.map { $0.id }
    }
    if !ways("via").isEmpty { return .viaWays }
    let vias = members.filter { $0.kind == .node && $0.role == "via" }
    let (from, to) = (ways("from"), ways("to"))
    let isOnly = kinds.allSatisfy { $0.hasPrefix("only_") }
    guard vias.count == 1, !from.isEmpty, !to.isEmpty, !kinds.isEmpty,
      isOnly || kinds.allSatisfy({ $0.hasPrefix("no_") })
    else { return .incomplete }
    return .restriction(
      TurnRestriction(
        from: from, via: vias[0].id, to: to, isOnly: isOnly,
        isUTurn: kinds.contains("no_u_turn")))
  }
}
