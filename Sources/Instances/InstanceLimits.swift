import Mobility

/// What a benchmark allows, as its files say it.
struct InstanceLimits: Hashable {
  /// From the request to what the layout calls the end of the wait.
  let maximumWait: TimeSpan
  let rideFactorThousandths: Int32
  let rideAllowance: TimeSpan
  let halt: TimeSpan

  static let karri = InstanceLimits(
    maximumWait: .seconds(300), rideFactorThousandths: 1700, rideAllowance: .seconds(120),
    halt: .seconds(60))
  static let manhattan = InstanceLimits(
    maximumWait: .seconds(300), rideFactorThousandths: 1500, rideAllowance: .seconds(120),
    halt: .seconds(30))

  /// Hours and shifts that no request of a benchmark, two days long at most, comes near.
  static let openHours = TimeWindow(opens: Instant(hour: 0), closes: Instant(hour: 96))

  func rules(of layout: InstanceLayout) -> ServiceRules {
    var rules = ServiceRules(
      hours: Self.openHours, minimumLead: .zero,
      maximumWait: layout.waitEnds == .arrival ? maximumWait + halt : maximumWait,
      promiseTolerance: .unlimited, rideFactorThousandths: rideFactorThousandths,
      rideAllowance: rideAllowance, halt: halt, limits: layout.preset.limits,
      diversion: layout.diversion)
    // KaRRi counts in tenths of a second.
    if layout == .karri { rules.rideLimitUnit = TimeSpan(milliseconds: 100) }
    return rules
  }
}
