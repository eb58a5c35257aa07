public import RoadNetwork

/// A value of the tag `highway` that vans or walkers may use.
public enum Highway: String, Hashable, Sendable, CaseIterable {
  case motorway
  case motorwayLink = "motorway_link"
  case trunk
  case trunkLink = "trunk_link"
  case primary
  case primaryLink = "primary_link"
  case secondary
  case secondaryLink = "secondary_link"
  case tertiary
  case tertiaryLink = "tertiary_link"
  case unclassified
  case residential
  case livingStreet = "living_street"
  case service
  case busway
  case road
  case track
  case pedestrian
  case footway
  case path
  case steps
  case cycleway
  case bridleway
  case corridor
  case platform

  /// Of a list, the first value that is one.
  init?(of tags: OSMTags) {
    guard let value = tags["highway"] else { return nil }
    guard
      let highway = Self(rawValue: value)
        ?? OSMTags.values(in: value).lazy.compactMap({ Self(rawValue: $0) }).first
    else { return nil }
    self = highway
  }

  /// The kind of road that scenarios know.
  public var roadClass: RoadClass {
    switch self {
    case .motorway, .motorwayLink, .trunk, .trunkLink: .trunk
    case .primary, .primaryLink: .primary
    case .secondary, .secondaryLink, .tertiary, .tertiaryLink: .collector
    default: .local
    }
  }

  /// Vans may use it without any other tag.
  var isForVans: Bool {
    switch self {
    case .track, .pedestrian, .footway, .path, .steps, .cycleway, .bridleway, .corridor, .platform:
      false
    default: true
    }
  }

  /// People may walk on it without any other tag.
  var isForWalkers: Bool {
    switch self {
    case .motorway, .motorwayLink, .trunk, .trunkLink, .busway, .cycleway, .bridleway: false
    default: true
    }
  }
}
