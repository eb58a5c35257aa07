public import Foundation

/// The content of `summary.json`: what a run comes to, for programs to read.
public struct Summary: Hashable, Sendable, Codable {
  public struct Strategy: Hashable, Sendable, Codable {
    public let id: String
    /// By KPI id.
    public let kpis: [String: KPI]
  }

  /// A KPI over the days of one strategy, in its own unit.
  public struct KPI: Hashable, Sendable, Codable {
    public let mean: Double?
    public let p50: Double?
    public let p90: Double?
    public let p95: Double?
    /// Of the mean; `nil` for fewer than two days.
    public let ci95: ClosedRange<Double>?
    /// Of `p90`; `nil` for fewer than two days.
    public let p90CI95: ClosedRange<Double>?
    public let unit: String
    /// Days with a value.
    public let days: Int
  }

  /// Strategy b minus strategy a in one KPI.
  public struct Comparison: Hashable, Sendable, Codable {
    public let a: String
    public let b: String
    public let kpi: String
    public let meanDifference: Double?
    public let ci95: ClosedRange<Double>?
    /// Days on which both have a value.
    public let days: Int
  }

  public let scenario: String
  public let seed: UInt64
  public let days: Int
  public let strategies: [Strategy]
  public let comparisons: [Comparison]
  /// By strategy id.
  public let traceDigests: [String: String]

  public init(json: Data) throws {
    self = try JSONDecoder().decode(Summary.self, from: json)
  }

  /// Keys sorted, numbers as short as they can be read back exactly, a line break at the end.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }

  private enum CodingKeys: String, CodingKey {
    case scenario, seed, days, strategies, comparisons
    case traceDigests = "trace_sha256"
  }
}

// What is not there is written as null: a reader sees that a figure was looked for.

extension Summary.KPI {
  private enum CodingKeys: String, CodingKey {
    case mean, p50, p90, p95, ci95, unit, days
    case p90CI95 = "p90_ci95"
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(mean, forKey: .mean)
    try container.encode(p50, forKey: .p50)
    try container.encode(p90, forKey: .p90)
    try container.encode(p95, forKey: .p95)
    try container.encode(ci95, forKey: .ci95)
    try container.encode(p90CI95, forKey: .p90CI95)
    try container.encode(unit, forKey: .unit)
    try container.encode(days, forKey: .days)
  }
}

extension Summary.Comparison {
  private enum CodingKeys: String, CodingKey {
    case a, b, kpi, ci95, days
    case meanDifference = "mean_difference"
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(a, forKey: .a)
    try container.encode(b, forKey: .b)
    try container.encode(kpi, forKey: .kpi)
    try container.encode(meanDifference, forKey: .meanDifference)
    try container.encode(ci95, forKey: .ci95)
    try container.encode(days, forKey: .days)
  }
}
