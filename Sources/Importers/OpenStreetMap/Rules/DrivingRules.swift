/// Which ways vans in public service may use, in which direction and how fast.
///
/// - SeeAlso: https://wiki.openstreetmap.org/wiki/OSM_tags_for_routing
struct DrivingRules {
  private let profile: ImportProfile
  private let access: AccessTag

  private static let onewayKeys = VanNames.keys("oneway:") + ["oneway"]

  init(profile: ImportProfile) {
    self.profile = profile
    access = AccessTag(meanings: profile.accessValues)
  }

  enum Verdict: Equatable {
    /// Speeds in km/h; 0 against a one-way.
    case open(forwardKmh: Double, backwardKmh: Double)
    /// Open one way at some hours and the other way at others.
    case reversible
    case closed
  }

  func verdict(on highway: Highway, _ tags: OSMTags) -> Verdict {
    let isOpenForward = access.vanForward(tags).map { $0 == .open } ?? highway.isForVans
    let isOpenBackward = access.vanBackward(tags).map { $0 == .open } ?? highway.isForVans
    guard let standard = profile.speedKmh[highway], isOpenForward || isOpenBackward,
      tags["area"] != "yes", tags["impassable"] != "yes"
    else { return .closed }
    // Being open to all says nothing about vans on a track or in a pedestrian street.
    if !highway.isForVans || isExcludedService(highway, tags), !access.isMeantForVans(tags) {
      return .closed
    }
    guard var (forward, backward) = Self.directions(highway, tags) else { return .reversible }
    forward = forward && isOpenForward
    backward = backward && isOpenBackward
    if !forward, !backward { return .closed }
    return .open(
      forwardKmh: forward ? speed(tags, "maxspeed:forward") ?? standard : 0,
      backwardKmh: backward ? speed(tags, "maxspeed:backward") ?? standard : 0)
  }

  /// Of a list, each kind must be left out.
  private func isExcludedService(_ highway: Highway, _ tags: OSMTags) -> Bool {
    let kinds = highway == .service ? tags.values(of: "service") : []
    return !kinds.isEmpty && kinds.allSatisfy { profile.excludedServices.contains($0) }
  }

  /// `nil` where they change with the hour.
  private static func directions(
    _ highway: Highway, _ tags: OSMTags
  ) -> (forward: Bool, backward: Bool)? {
    let isRoundabout = tags.values(of: "junction").contains {
      ["roundabout", "circular"].contains($0)
    }
    let hasLaneAgainst = tags.values(of: "busway").contains {
      ["opposite", "opposite_lane"].contains($0)
    }
    let values = tags.first(of: onewayKeys).map { OSMTags.values(in: $0) } ?? []
    let directions = Set(values.map { Oneway($0) })
    // Values that contradict each other say nothing.
    switch directions.count == 1 ? directions.first : nil {
    case .no?: return (true, true)
    case .reversible?: return nil
    case .against?: return (hasLaneAgainst, true)
    case .along?: return (true, hasLaneAgainst)
    case .unknown?, nil: return (true, !(isRoundabout || highway == .motorway))
    }
  }

  private enum Oneway {
    case no, reversible, against, along, unknown

    init(_ value: String) {
      switch value {
      case "no", "false", "0", "alternating": self = .no
      case "reversible": self = .reversible
      case "-1", "reverse": self = .against
      case "yes", "true", "1": self = .along
      default: self = .unknown
      }
    }
  }

  private func speed(_ tags: OSMTags, _ key: String) -> Double? {
    tags.first(of: [key, "maxspeed"])
      .flatMap { SpeedTag.kmh($0, walkingPaceKmh: profile.walkingPaceKmh) }
      .map { $0 * profile.maxspeedShare }
  }
}
