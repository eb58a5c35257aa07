import Mobility

/// `service`: the rules, and what a second of each kind counts.
struct ServiceSection {
  let rules: ServiceRules
  let weights: Weights
  let refusalWait: TimeSpan

  init?(_ root: Section) {
    let keys = [
      "hours", "minimum_lead", "maximum_wait", "promise_tolerance", "ride_limit", "halt",
      "refusal_wait", "weights",
    ]
    guard let section = root.section("service", known: keys) else { return nil }
    let hours = section.required("hours", .window)
    let lead = section.required("minimum_lead", .duration())
    let wait = section.required("maximum_wait", .duration())
    let tolerance = section.field("promise_tolerance", .duration(), standard: .minutes(10))
    let ride = section.section("ride_limit", known: ["factor", "allowance"])
    let factor = ride?.required("factor", .thousandths(1000...100_000))
    let allowance = ride?.required("allowance", .duration())
    let halt = section.required("halt", .duration())
    let refusalWait = section.field("refusal_wait", .duration(), standard: .minutes(60))
    guard let hours, let lead, let wait, let tolerance, let factor, let allowance, let halt,
      let refusalWait, let weights = Self.weights(section)
    else { return nil }
    rules = ServiceRules(
      hours: hours, minimumLead: lead, maximumWait: wait, promiseTolerance: tolerance,
      rideFactorThousandths: factor, rideAllowance: allowance, halt: halt)
    self.weights = weights
    self.refusalWait = refusalWait
  }

  private static func weights(_ service: Section) -> Weights? {
    guard service.has("weights") else { return Weights() }
    guard let section = service.section("weights", known: ["driving", "wait", "ride", "walk"])
    else { return nil }
    func weight(_ key: String) -> Int32? {
      section.field(key, .thousandths(0...1_000_000), standard: 1000)
    }
    let weights = (weight("driving"), weight("wait"), weight("ride"), weight("walk"))
    guard let driving = weights.0, let wait = weights.1, let ride = weights.2,
      let walk = weights.3
    else { return nil }
    return Weights(driving: driving, wait: wait, ride: ride, walk: walk)
  }
}
