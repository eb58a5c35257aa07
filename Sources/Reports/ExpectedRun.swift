public import Foundation

/// What a shipped scenario is expected to come to: kept beside it, and held against later runs.
public struct ExpectedRun: Hashable, Sendable, Codable {
  public struct Strategy: Hashable, Sendable, Codable {
    public let id: String
    public let traceDigest: String
    /// Means over the days, by KPI id; without `compute_time`, which no two runs share.
    public let kpis: [String: Double]
    /// Counts of what the planning took, by name.
    public let effort: [String: Int]

    private enum CodingKeys: String, CodingKey {
      case id, kpis, effort
      case traceDigest = "trace_sha256"
    }
  }

  /// One figure that is not what it was.
  public struct Move: Hashable, Sendable {
    public let strategy: String
    public let figure: String
    public let expected: String
    public let found: String
    /// Change as a share of what was expected; `nil` where that says nothing.
    public let change: Double?
  }

  public let scenario: String
  public let seed: UInt64
  public let days: Int
  public let strategies: [Strategy]

  /// `effort` has the counts of each strategy of the summary, in its order.
  public init(_ summary: Summary, effort: [[String: Int]]) {
    scenario = summary.scenario
    seed = summary.seed
    days = summary.days
    strategies = zip(summary.strategies, effort).map { strategy, effort in
      Strategy(
        id: strategy.id, traceDigest: summary.traceDigests[strategy.id] ?? "",
        kpis: strategy.kpis.filter { $0.key != "compute_time" }.compactMapValues(\.mean),
        effort: effort)
    }
  }

  public init(json: Data) throws { self = try JSONDecoder().decode(Self.self, from: json) }

  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }

  /// Everything in which `found` differs, in a fixed order.
  public func moves(to found: ExpectedRun) -> [Move] {
    var moves: [Move] = []
    func compare(_ strategy: String, _ figure: String, _ a: String, _ b: String) {
      guard a != b else { return }
      moves.append(
        Move(
          strategy: strategy, figure: figure, expected: a, found: b,
          change: Self.change(from: Double(a), to: Double(b))))
    }
    compare("all", "seed", String(seed), String(found.seed))
    compare("all", "days", String(days), String(found.days))
    let ids = strategies.map(\.id)
    for id in ids + found.strategies.map(\.id).filter({ !ids.contains($0) }) {
      let a = strategies.first { $0.id == id }
      let b = found.strategies.first { $0.id == id }
      guard let a, let b else {
        compare(id, "strategy", a == nil ? "none" : "one", b == nil ? "none" : "one")
        continue
      }
      compare(id, "trace_sha256", a.traceDigest, b.traceDigest)
      for figure in Set(a.kpis.keys).union(b.kpis.keys).sorted() {
        compare(id, figure, Self.text(a.kpis[figure]), Self.text(b.kpis[figure]))
      }
      for count in Set(a.effort.keys).union(b.effort.keys).sorted() {
        compare(id, count, Self.text(a.effort[count]), Self.text(b.effort[count]))
      }
    }
    return moves
  }

  private static func text<Number>(_ value: Number?) -> String { value.map { "\($0)" } ?? "none" }

  private static func change(from a: Double?, to b: Double?) -> Double? {
    guard let a, let b, a != 0 else { return nil }
    return (b - a) / abs(a)
  }
}

extension ExpectedRun.Move {
  /// Whether a relative tolerance forgives it.
  ///
  /// A digest says only that something happened otherwise: with a tolerance, the figures decide.
  public func isWithin(_ tolerance: Double) -> Bool {
    if figure == "trace_sha256" { return tolerance > 0 }
    guard let change else { return false }
    return abs(change) <= tolerance
  }
}
