import Mobility

/// The rules of a service as `rules.json` keeps them.
///
/// What came later than the first results is left out where it is at its standard.
struct RulesRecord: Codable {
  private let service: Service
  private let thousandths: Thousandths
  private let refusalWaitMs: Int32

  private enum CodingKeys: String, CodingKey {
    case service
    case thousandths = "weights_thousandths"
    case refusalWaitMs = "refusal_wait_ms"
  }

  init(_ snapshot: InputsSnapshot) {
    service = Service(snapshot.rules)
    thousandths = Thousandths(snapshot.weights)
    refusalWaitMs = snapshot.refusalWait.milliseconds
  }

  /// Whether all numbers are such as a scenario can state.
  var isSound: Bool {
    guard let rules else { return false }
    let spans = [
      rules.minimumLead, rules.maximumWait, rules.promiseTolerance, rules.rideAllowance, rules.halt,
      refusalWait,
    ]
    let instants = [rules.hours.opens, rules.hours.closes]
    return spans.allSatisfy { SnapshotTables.Limits.spans.contains($0.milliseconds) }
      && instants.allSatisfy { SnapshotTables.Limits.instants.contains($0.milliseconds) }
      && rules.rideFactorThousandths >= 0 && thousandths.isSound
  }

  /// `nil` when the hours close before they open.
  var rules: ServiceRules? { service.rules }
  var weights: Weights { thousandths.weights }
  var refusalWait: TimeSpan { TimeSpan(milliseconds: refusalWaitMs) }
}

private struct Service: Codable {
  let opensMs: Int32
  let closesMs: Int32
  let minimumLeadMs: Int32
  let maximumWaitMs: Int32
  let promiseToleranceMs: Int32
  let rideFactorThousandths: Int32
  let rideAllowanceMs: Int32
  let haltMs: Int32
  let limits: ServiceRules.Limits?
  let diversion: Bool?

  private enum CodingKeys: String, CodingKey {
    case opensMs = "opens_ms"
    case closesMs = "closes_ms"
    case minimumLeadMs = "minimum_lead_ms"
    case maximumWaitMs = "maximum_wait_ms"
    case promiseToleranceMs = "promise_tolerance_ms"
    case rideFactorThousandths = "ride_factor_thousandths"
    case rideAllowanceMs = "ride_allowance_ms"
    case haltMs = "halt_ms"
    case limits
    case diversion
  }

  init(_ rules: ServiceRules) {
    opensMs = rules.hours.opens.milliseconds
    closesMs = rules.hours.closes.milliseconds
    minimumLeadMs = rules.minimumLead.milliseconds
    maximumWaitMs = rules.maximumWait.milliseconds
    promiseToleranceMs = rules.promiseTolerance.milliseconds
    rideFactorThousandths = rules.rideFactorThousandths
    rideAllowanceMs = rules.rideAllowance.milliseconds
    haltMs = rules.halt.milliseconds
    limits = rules.limits == .hard ? nil : rules.limits
    diversion = rules.diversion ? true : nil
  }

  var rules: ServiceRules? {
    guard opensMs <= closesMs else { return nil }
    return ServiceRules(
      hours: TimeWindow(
        opens: Instant(milliseconds: opensMs), closes: Instant(milliseconds: closesMs)),
      minimumLead: TimeSpan(milliseconds: minimumLeadMs),
      maximumWait: TimeSpan(milliseconds: maximumWaitMs),
      promiseTolerance: TimeSpan(milliseconds: promiseToleranceMs),
      rideFactorThousandths: rideFactorThousandths,
      rideAllowance: TimeSpan(milliseconds: rideAllowanceMs), halt: TimeSpan(milliseconds: haltMs),
      limits: limits ?? .hard, diversion: diversion ?? false)
  }
}

private struct Thousandths: Codable {
  let driving: Int32
  let operation: Int32?
  let wait: Int32
  let ride: Int32
  let walk: Int32
  let lateBoarding: Int32?
  let lateArrival: Int32?

  private enum CodingKeys: String, CodingKey {
    case driving, operation, wait, ride, walk
    case lateBoarding = "late_boarding"
    case lateArrival = "late_arrival"
  }

  private static let standard = Weights()

  init(_ weights: Weights) {
    func unlessStandard(_ weight: KeyPath<Weights, Int32>) -> Int32? {
      weights[keyPath: weight] == Self.standard[keyPath: weight] ? nil : weights[keyPath: weight]
    }
    driving = weights.driving
    operation = unlessStandard(\.operation)
    wait = weights.wait
    ride = weights.ride
    walk = weights.walk
    lateBoarding = unlessStandard(\.lateBoarding)
    lateArrival = unlessStandard(\.lateArrival)
  }

  var isSound: Bool {
    let told = weights
    return [
      told.driving, told.operation, told.wait, told.ride, told.walk, told.lateBoarding,
      told.lateArrival,
    ].allSatisfy { $0 >= 0 }
  }

  var weights: Weights {
    Weights(
      driving: driving, operation: operation ?? Self.standard.operation, wait: wait, ride: ride,
      walk: walk, lateBoarding: lateBoarding ?? Self.standard.lateBoarding,
      lateArrival: lateArrival ?? Self.standard.lateArrival)
  }
}
