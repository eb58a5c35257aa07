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

  /// `nil` for other relations.
  static func verdict(members: [OSMMember], _ tags: OSMTags) -> Verdict? {
    guard tags["type"] == "restriction" else { return nil }
    guard let kind = tags.first(of: "restriction", "restriction:motorcar") else {
      return tags.pairs.contains { $0.key == "restriction:conditional" }
        ? .conditional : .notForVans
    }
    let exempt = (tags["except"] ?? "").split(separator: ";").map { $0.filter { $0 != " " } }
    if exempt.contains(where: { ["psv", "bus", "motorcar", "motor_vehicle"].contains($0) }) {
      return .notForVans
    }
    if ["day_on", "hour_on"].contains(where: { tags[$0] != nil }) { return .conditional }
    func ways(_ role: String) -> [Int64] {
      members.filter { $0.kind == .way && $0.role == role }.map { $0.id }
    }
    if !ways("via").isEmpty { return .viaWays }
    let vias = members.filter { $0.kind == .node && $0.role == "via" }
    let (from, to) = (ways("from"), ways("to"))
    guard vias.count == 1, !from.isEmpty, !to.isEmpty,
      kind.hasPrefix("no_") || kind.hasPrefix("only_")
    else { return .incomplete }
    return .restriction(
      TurnRestriction(
        from: from, via: vias[0].id, to: to, isOnly: kind.hasPrefix("only_"),
        isUTurn: kind == "no_u_turn"))
  }
}
