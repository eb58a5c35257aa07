import Foundation
import Indicators
import Instances
import Journal
import Mobility
import ScenarioFiles

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

  init(
    of instance: Instance, strategy: String, trace: Trace, started: ContinuousClock.Instant,
    costMean: Double? = nil
  ) {
    let inputs = DayInputs(
      requests: instance.requests, vehicles: instance.vehicles, refusalWait: .zero)
    let day = ServiceDay(trace, inputs: inputs)
    let rides = day.trips.values.compactMap(\.ride)
    let waits = rides.map { ride in
      Sample(
        instance.wait(from: ride.promise.terms.ready, toBoarding: ride.boarded).inSeconds)
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
    self.costMean = costMean
    traceDigest = TraceFile([trace]).digest
    use = ProcessUse.soFar
    wallSeconds = (ContinuousClock.now - started) / .seconds(1)
  }

  /// CPU of the whole process for each request, as peers state it.
  var microsecondsPerRequest: Double? {
    requests > 0 ? use.cpuSeconds * 1e6 / Double(requests) : nil
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
  }
}

extension BenchmarkFigures {
  /// For people.
  var text: String {
    func text(_ value: Double?, _ decimals: Int, _ unit: String) -> String {
      value.map { String(format: "%.\(decimals)f", $0) + " " + unit } ?? "-"
    }
    let rows = [
      ("served", "\(served) of \(requests)"),
      ("wait, mean", text(waitMean, 1, "s")),
      ("wait, 90 % within", text(waitP90, 1, "s")),
      ("wait, 95 % within", text(waitP95, 1, "s")),
      ("ride, mean", text(rideMean, 1, "s")),
      ("driven", text(vehicleKilometers, 1, "km")),
      ("CPU", text(use.cpuSeconds, 3, "s")),
      ("CPU per request", text(microsecondsPerRequest, 0, "us")),
      ("wall clock", text(wallSeconds, 3, "s")),
      ("peak memory", text(use.peakMegabytes, 0, "MB")),
      ("trace SHA-256", String(traceDigest.prefix(12))),
    ]
    let width = rows.map(\.0.count).max() ?? 0
    let lines = rows.map { name, value in
      name + String(repeating: " ", count: width - name.count) + "  " + value
    }
    return (["\(instance), \(strategy)"] + lines).joined(separator: "\n")
  }
}
