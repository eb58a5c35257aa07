import Mobility

/// `service`: the rules, and what a second of each kind counts.
struct ServiceSection {
  let rules: ServiceRules
  let weights: Weights
  let refusalWait: TimeSpan

  init?(_ root: Section) {
    let keys = [
      "preset", "hours", "minimum_lead", "maximum_wait", "promise_tolerance", "ride_limit", "halt",
      "diversion", "refusal_wait", "weights",
    ]
    guard let section = root.section("service", known: keys) else { return nil }
    let preset = section.field("preset", .choice(Preset.self), standard: .hard)
    let hours = section.required("hours", .window)
    let lead = section.required("minimum_lead", .duration())
    let wait = section.required("maximum_wait", .duration())
    let tolerance = section.field("promise_tolerance", .duration(), standard: .minutes(10))
    let ride = section.section("ride_limit", known: ["factor", "allowance"])
    let factor = ride?.required("factor", .thousandths(1000...100_000))
    let allowance = ride?.required("allowance", .duration())
    let halt = section.required("halt", .duration())
    let diversion = section.field("diversion", .flag, standard: false)
    let refusalWait = section.field("refusal_wait", .duration(), standard: .minutes(60))
    let weights = Self.weights(section, standard: (preset ?? .hard).weights)
    guard let preset, let hours, let lead, let wait, let tolerance, let factor, let allowance,
      let halt, let diversion, let refusalWait, let weights
    else { return nil }
    rules = ServiceRules(
      hours: hours, minimumLead: lead, maximumWait: wait, promiseTolerance: tolerance,
      rideFactorThousandths: factor, rideAllowance: allowance, halt: halt, limits: preset.limits,
      diversion: diversion)
    self.weights = weights
    self.refusalWait = refusalWait
  }

  private static func weights(_ service: Section, standard: Weights) -> Weights? {
    guard service.has("weights") else { return standard }
    let keys = ["driving", "operation", "wait", "ride", "walk", "late_boarding", "late_arrival"]
    guard let section = service.section("weights", known: keys) else { return nil }
    func weight(_ key: String, _ standard: Int32) -> Int32? {
      section.field(key, .thousandths(0...1_000_000), standard: standard)
    }
    let driving = weight("driving", standard.driving)
    let operation = weight("operation", standard.operation)
    let wait = weight("wait", standard.wait)
    let ride = weight("ride", standard.ride)
    let walk = weight("walk", standard.walk)
    let lateBoarding = weight("late_boarding", standard.lateBoarding)
    let lateArrival = weight("late_arrival", standard.lateArrival)
    guard let driving, let operation, let wait, let ride, let walk, let lateBoarding,
      let lateArrival
    else { return nil }
    return Weights(
      driving: driving, operation: operation, wait: wait, ride: ride, walk: walk,
      lateBoarding: lateBoarding, lateArrival: lateArrival)
  }
}
