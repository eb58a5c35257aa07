/// The speeds and choices of an import that a planner can change.
public struct ImportProfile: Hashable, Sendable {
  /// Where no limit is signed; a class without a speed is left out, and footways have none.
  public var speedKmh: [Highway: Double]
  /// How much of a signed limit vans drive.
  public var maxspeedShare: Double
  /// What `maxspeed=walk` means.
  public var walkingPaceKmh: Double
  /// Kinds of `service` roads that are left out.
  public var excludedServices: [String]
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
    walkingKmh: 4, stepsKmh: 2)
}
