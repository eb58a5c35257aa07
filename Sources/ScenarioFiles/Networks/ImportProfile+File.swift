public import Importers

extension ImportProfile {
  /// Reads a YAML file; what it does not say stays as in the standard profile.
  ///
  ///     speeds_kmh:              # where no limit is signed; 0 leaves the class out
  ///       residential: 25
  ///       track: 0
  ///     maxspeed_share: 0.9      # how much of a signed limit vans drive
  ///     walking_pace_kmh: 5      # what maxspeed=walk means
  ///     excluded_services: [driveway, parking_aisle]
  ///     access_values:           # what vans make of access=..., motor_vehicle=... and so on
  ///       destination: closed
  ///       customers: open
  ///     locked_gates: open       # barriers with locked=yes
  ///     walking_kmh: 4
  ///     steps_kmh: 2
  public init(reading path: String) throws(InputErrors) {
    let findings = Findings()
    let file = SourceFile(reading: path, at: .file(path), field: "", findings: findings)
    self = .standard
    let root = file.flatMap { YAMLText.value(of: $0, findings: findings) }.flatMap {
      Section(
        $0, path: "", at: .file(path),
        known: [
          "speeds_kmh", "maxspeed_share", "walking_pace_kmh", "excluded_services",
          "access_values", "locked_gates", "walking_kmh", "steps_kmh",
        ], findings: findings)
    }
    if let root { read(root) }
    try findings.check()
  }

  private mutating func read(_ root: Section) {
    let known = Highway.allCases.map { $0.rawValue }
    if root.has("speeds_kmh") {
      for field in root.fields("speeds_kmh", .decimal(0...200, of: "a speed in km/h")) ?? [] {
        guard let highway = Highway(rawValue: field.key) else {
          root.findings.add(
            at: field.origin, root.path("speeds_kmh.\(field.key)"),
            "expected a value of the tag highway, found \"\(field.key)\"",
            hint: Suggestion.hint(for: field.key, among: known))
          continue
        }
        guard field.value == 0 || field.value >= 1 else {
          root.findings.add(
            at: field.origin, root.path("speeds_kmh.\(field.key)"),
            "expected 0 or a speed of at least 1 km/h, found \(field.value)")
          continue
        }
        speedKmh[highway] = field.value == 0 ? nil : field.value
      }
    }
    let pace = Form<Double>.decimal(1...30, of: "a speed in km/h")
    maxspeedShare =
      root.field("maxspeed_share", .decimal(0.1...1.5), standard: maxspeedShare) ?? maxspeedShare
    walkingPaceKmh =
      root.field("walking_pace_kmh", pace, standard: walkingPaceKmh) ?? walkingPaceKmh
    walkingKmh = root.field("walking_kmh", pace, standard: walkingKmh) ?? walkingKmh
    stepsKmh = root.field("steps_kmh", pace, standard: stepsKmh) ?? stepsKmh
    if root.has("access_values") {
      for field in root.fields("access_values", .choice(Access.self)) ?? [] {
        accessValues[field.key] = field.value
      }
    }
    lockedGates =
      root.field("locked_gates", .choice(Access.self), standard: lockedGates) ?? lockedGates
    if root.has("excluded_services") {
      excludedServices = root.list("excluded_services", .text) ?? []
    }
  }
}
