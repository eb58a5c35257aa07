public import Foundation
import Indicators
import ScenarioModel

/// A comparison of two variants for programs to read; every difference is b - a.
public struct VariantSummary: Hashable, Sendable, Codable {
  public struct Run: Hashable, Sendable, Codable {
    public let folder: String
    public let scenario: String
    public let seed: UInt64
    public let days: Int
    public let bookings: Int
  }

  /// A KPI in its own unit.
  public struct Figure: Hashable, Sendable, Codable {
    public let kpi: String
    public let unit: String
    public let meanA: Double?
    public let meanB: Double?
    public let meanDifference: Double?
    public let ci95: ClosedRange<Double>?
    /// Days with a value.
    public let daysA: Int
    public let daysB: Int
  }

  public struct Group: Hashable, Sendable, Codable {
    /// As sentences name it: "zone 3".
    public let row: String
    public let name: String
    public let ridersA: Int
    public let ridersB: Int
    public let waitPenalised: Figure
    public let servedShare: Figure
  }

  public struct Strategy: Hashable, Sendable, Codable {
    public let a: String
    public let b: String
    public let kpis: [Figure]
    public let groups: [Group]
    /// By language.
    public let sentences: [String: [String]]
  }

  public let a: Run
  public let b: Run
  /// "paired" by day, or "welch".
  public let intervals: String
  public let strategies: [Strategy]

  public init(of comparison: VariantComparison, places: (a: String, b: String)) {
    a = Run(comparison.a, folder: places.a)
    b = Run(comparison.b, folder: places.b)
    intervals = comparison.pairing == .byDay ? "paired" : "welch"
    strategies = comparison.strategies.map { strategy in
      let words = VariantWords(comparison: comparison, language: .english)
      return Strategy(
        a: strategy.a, b: strategy.b, kpis: strategy.figures.map { Figure($0) },
        groups: strategy.divisions.flatMap { division in
          division.groups.enumerated().map { position, group in
            Group(
              row: words.row(position + 1, of: division.division), name: group.name.name,
              ridersA: group.ridersA, ridersB: group.ridersB, waitPenalised: Figure(group.wait),
              servedShare: Figure(group.served))
          }
        },
        sentences: Dictionary(
          uniqueKeysWithValues: Language.allCases.map { language in
            let words = VariantWords(comparison: comparison, language: language)
            return (language.rawValue, words.sentences(of: strategy))
          }))
    }
  }

  public init(json: Data) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(Self.self, from: json)
  }

  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}

extension VariantSummary.Run {
  fileprivate init(_ run: RunFigures, folder: String) {
    self.init(
      folder: folder, scenario: run.scenario.name, seed: run.scenario.seed,
      days: run.bookings.count, bookings: run.bookings.reduce(0) { $0 + $1.count })
  }
}

extension VariantSummary.Figure {
  // What is not there is written as null: a reader sees that it was looked for.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kpi, forKey: .kpi)
    try container.encode(unit, forKey: .unit)
    try container.encode(meanA, forKey: .meanA)
    try container.encode(meanB, forKey: .meanB)
    try container.encode(meanDifference, forKey: .meanDifference)
    try container.encode(ci95, forKey: .ci95)
    try container.encode(daysA, forKey: .daysA)
    try container.encode(daysB, forKey: .daysB)
  }

  fileprivate init(_ figure: VariantFigure) {
    self.init(
      kpi: figure.indicator.id, unit: figure.indicator.definition.unit.rawValue,
      meanA: figure.a?.mean, meanB: figure.b?.mean, meanDifference: figure.difference?.mean,
      ci95: figure.difference?.interval, daysA: figure.a?.days ?? 0, daysB: figure.b?.days ?? 0)
  }
}
