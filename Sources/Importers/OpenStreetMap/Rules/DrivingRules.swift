/// Which ways vans in public service may use, in which direction and how fast.
///
/// - SeeAlso: https://wiki.openstreetmap.org/wiki/OSM_tags_for_routing
struct DrivingRules {
  let profile: ImportProfile

  enum Verdict: Equatable {
    /// Speeds in km/h; 0 against a one-way.
    case open(forwardKmh: Double, backwardKmh: Double)
    /// Open one way at some hours and the other way at others.
    case reversible
    case closed
  }

  func verdict(on highway: Highway, _ tags: OSMTags) -> Verdict {
    let access = AccessTag.van(tags)
    guard let standard = profile.speedKmh[highway], access ?? highway.isForVans,
      tags["area"] != "yes", tags["impassable"] != "yes"
    else { return .closed }
    // Being open to all says nothing about vans on a track or in a pedestrian street.
    if !highway.isForVans, !Self.isMeantForVans(tags) { return .closed }
    if highway == .service, let kind = tags["service"], profile.excludedServices.contains(kind),
      !Self.isMeantForVans(tags)
    {
      return .closed
    }
    guard var (forward, backward) = Self.directions(highway, tags) else { return .reversible }
    if AccessTag.van(tags, along: "forward") == false { forward = false }
    if AccessTag.van(tags, along: "backward") == false { backward = false }
    if !forward, !backward { return .closed }
    return .open(
      forwardKmh: forward ? speed(tags, "maxspeed:forward") ?? standard : 0,
      backwardKmh: backward ? speed(tags, "maxspeed:backward") ?? standard : 0)
  }

  private static func isMeantForVans(_ tags: OSMTags) -> Bool {
    ["psv", "bus", "motorcar", "motor_vehicle"].contains { AccessTag.isOpen(tags[$0]) }
  }

  /// `nil` where they change with the hour.
  private static func directions(
    _ highway: Highway, _ tags: OSMTags
  ) -> (forward: Bool, backward: Bool)? {
    let value = tags.first(
      of: "oneway:psv", "oneway:bus", "oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle",
      "oneway")
    let isRoundabout = ["roundabout", "circular"].contains(tags["junction"])
    let hasLaneAgainst = ["opposite", "opposite_lane"].contains(tags["busway"])
    switch value {
    case "no", "false", "0", "alternating": return (true, true)
    case "reversible": return nil
    case "-1", "reverse": return (hasLaneAgainst, true)
    case "yes", "true", "1": return (true, hasLaneAgainst)
    default: return (true, !(isRoundabout || highway == .motorway))
    }
  }

  private func speed(_ tags: OSMTags, _ key: String) -> Double? {
    tags.first(of: key, "maxspeed")
      .flatMap { SpeedTag.kmh($0, walkingPaceKmh: profile.walkingPaceKmh) }
      .map { $0 * profile.maxspeedShare }
  }
}
