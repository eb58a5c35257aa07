/// The speeds and choices of an import that a planner can change.
public struct ImportProfile: Hashable, Sendable {
  /// What a tag says about a road or a barrier.
  public enum Access: String, Hashable, Sendable, CaseIterable {
    case open
    case closed
  }

  /// Where no limit is signed; a class without a speed is left out, and footways have none.
  public var speedKmh: [Highway: Double]
  /// How much of a signed limit vans drive.
  public var maxspeedShare: Double
  /// What `maxspeed=walk` means.
  public var walkingPaceKmh: Double
  /// Kinds of `service` roads that are left out.
  public var excludedServices: [String]
  /// What the values of access tags mean to vans; others count for nothing.
  public var accessValues: [String: Access]
  /// Barriers with `locked=yes` that are not open to vans, or to walkers, by name.
  public var lockedGates: Access
  public var walkingKmh: Double
  public var stepsKmh: Double

  /// Free-flow speeds; towns are slower at rush hour.
  public static let standard = ImportProfile(
    speedKmh: [
      .motorway: 100, .motorwayLink: 50, .trunk: 80, .trunkLink: 40, .primary: 60,
      .primaryLink: 35, .secondary: 50, .secondaryLink: 30, .tertiary: 40, .tertiaryLink: 25,
      .unclassified: 30, .residential: 30, .livingStreet: 10, .service: 15, .busway: 40, .road: 20,
      .track: 15, .pedestrian: 10,
    ],
    maxspeedShare: 1, walkingPaceKmh: 5,
    excludedServices: ["driveway", "parking_aisle", "drive-through", "emergency_access"],
    // Vans have riders to fetch where only those may drive whose way begins or ends there.
    accessValues: [
      "yes": .open, "designated": .open, "permissive": .open, "official": .open, "public": .open,
      "destination": .open, "no": .closed, "private": .closed, "agricultural": .closed,
      "forestry": .closed, "delivery": .closed, "emergency": .closed, "military": .closed,
      "permit": .closed, "residents": .closed, "restricted": .closed, "use_sidepath": .closed,
    ],
    lockedGates: .closed, walkingKmh: 4, stepsKmh: 2)
}
