import Dispatching
import Foundation
import Indicators
import Instances
import Journal
import Mobility
import ScenarioFiles
import Simulator

/// What came out of a benchmark, and what it took.
///
/// Waits and rides count once per request. What nobody has a value for is `nil`, and `null` in JSON.
struct BenchmarkFigures {
  let instance: String
  let strategy: String
  let requests: Int
  let served: Int
  let waitMean: Double?
  let waitP90: Double?
  let waitP95: Double?
  let rideMean: Double?
  let vehicleKilometers: Double
  /// Of the insertions as they were accepted, in seconds.
  let costMean: Double?
  let traceDigest: String
  /// Of the whole process up to here, the figures above included.
  let use: ProcessUse
  let wallSeconds: Double
  /// How the strategy decides where the reference stood; `nil` without a reference.
  var replay: Replay?

  /// Decisions that cost other than the reference's.
  struct Replay {
    let mismatches: Int
    /// Those that differ only because two shortest paths tie.
    let pathTies: Int
  }

  init(
    of instance: Instance, strategy: String, outcome: Simulation.Outcome,
    started: ContinuousClock.Instant
  ) {
    let trace = outcome.trace
    let inputs = DayInputs(
      requests: instance.requests, vehicles: instance.vehicles, refusalWait: .zero)
    let day = ServiceDay(trace, inputs: inputs)
    let rides = day.trips.values.compactMap(\.ride)
    let waits = rides.map { ride in
      Sample(
        instance.wait(
          from: ride.promise.terms.ready, boarding: ride.boarded, departure: ride.departed
        ).inSeconds)
    }
    self.instance = instance.name
    self.strategy = strategy
    requests = instance.requests.count
    served = rides.count
    waitMean = Self.mean(waits.map(\.value))
    waitP90 = Quantile.p90.value(of: waits)
    waitP95 = Quantile.p95.value(of: waits)
    rideMean = Self.mean(rides.map { $0.duration.inSeconds })
    vehicleKilometers = Double(day.vehicles.values.reduce(0) { $0 + Int($1.driven.count) }) / 1000
    costMean = Self.costMean(of: rides, outcome.effort, in: instance)
    traceDigest = TraceFile([trace]).digests.columns
    use = ProcessUse.soFar
    wallSeconds = (ContinuousClock.now - started) / .seconds(1)
  }

  /// CPU of the whole process for each request, as peers state it.
  var microsecondsPerRequest: Double? {
    requests > 0 ? use.cpuSeconds * 1e6 / Double(requests) : nil
  }

  /// What the insertions cost as they were accepted; as KaRRi counts it, with the direct ride.
  private static func costMean(of rides: [Ride], _ effort: Effort, in instance: Instance) -> Double?
  {
    guard let cost = effort.insertionCost, !rides.isEmpty else { return nil }
    let direct = rides.reduce(Cost(0)) {
      $0 + $1.promise.terms.direct.cost(at: instance.weights.ride, riders: $1.promise.terms.riders)
    }
    let total = instance.rules.limits == .soft ? cost + direct : cost
    return Double(total) / 1_000_000 / Double(rides.count)
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}

extension BenchmarkFigures: Encodable {
  private enum CodingKeys: String, CodingKey {
    case instance, strategy, requests, served
    case waitMean = "wait_mean_s"
    case waitP90 = "wait_p90_s"
    case waitP95 = "wait_p95_s"
    case rideMean = "ride_mean_s"
    case vehicleKilometers = "vkm"
    case costMean = "cost_mean"
    case cpu = "cpu_s"
    case wall = "wall_s"
    case peak = "peak_mb"
    case perRequest = "us_per_request"
    case traceDigest = "trace_sha256"
    case mismatches
    case pathTies = "path_ties"
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    func rounded(_ value: Double?) -> Double? { value.map { ($0 * 1000).rounded() / 1000 } }
    try values.encode(instance, forKey: .instance)
    try values.encode(strategy, forKey: .strategy)
    try values.encode(requests, forKey: .requests)
    try values.encode(served, forKey: .served)
    try values.encode(rounded(waitMean), forKey: .waitMean)
    try values.encode(rounded(waitP90), forKey: .waitP90)
    try values.encode(rounded(waitP95), forKey: .waitP95)
    try values.encode(rounded(rideMean), forKey: .rideMean)
    try values.encode(rounded(vehicleKilometers), forKey: .vehicleKilometers)
    try values.encode(rounded(costMean), forKey: .costMean)
    try values.encode(rounded(use.cpuSeconds), forKey: .cpu)
    try values.encode(rounded(wallSeconds), forKey: .wall)
    try values.encode(rounded(use.peakMegabytes), forKey: .peak)
    try values.encode(rounded(microsecondsPerRequest), forKey: .perRequest)
    try values.encode(traceDigest, forKey: .traceDigest)
    try values.encodeIfPresent(replay?.mismatches, forKey: .mismatches)
    try values.encodeIfPresent(replay?.pathTies, forKey: .pathTies)
  }
}

extension BenchmarkFigures {
  /// For people.
  var text: String {
    func text(_ value: Double?, _ decimals: Int, _ unit: String) -> String {
      value.map { String(format: "%.\(decimals)f", $0) + " " + unit } ?? "-"
    }
    var rows = [
      ("served", "\(served) of \(requests)"),
      ("wait, mean", text(waitMean, 1, "s")),
      ("wait, 90 % within", text(waitP90, 1, "s")),
      ("wait, 95 % within", text(waitP95, 1, "s")),
      ("ride, mean", text(rideMean, 1, "s")),
      ("cost, mean", text(costMean, 1, "s")),
      ("driven", text(vehicleKilometers, 1, "km")),
      ("CPU", text(use.cpuSeconds, 3, "s")),
      ("CPU per request", text(microsecondsPerRequest, 0, "us")),
      ("wall clock", text(wallSeconds, 3, "s")),
      ("peak memory", text(use.peakMegabytes, 0, "MB")),
      ("trace SHA-256", String(traceDigest.prefix(12))),
    ]
    if let replay {
      rows.append(("mismatches with the reference", "\(replay.mismatches)"))
      rows.append(("ties of shortest paths", "\(replay.pathTies)"))
    }
    let width = rows.map(\.0.count).max() ?? 0
    let lines = rows.map { name, value in
      name + String(repeating: " ", count: width - name.count) + "  " + value
    }
    return (["\(instance), \(strategy)"] + lines).joined(separator: "\n")
  }
}
