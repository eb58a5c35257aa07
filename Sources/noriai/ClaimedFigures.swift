import Audit
import Foundation
import Indicators
import Journal
import Mobility
import Reports
import ScenarioFiles

/// The figures that a result folder states, set beside those that the audit has derived.
struct ClaimedFigures {
  static let summaryName = "summary.json"
  static let kpisName = "kpis.csv"

  /// Far above any figure, and far from where sums of squares overflow.
  private static let largest = 1e12

  /// A value of each day, as `kpis.csv` states it; by the column's name.
  private typealias Row = [String: Double]

  private let folder: ResultFolder
  private let days: [Int]
  private let summary: Summary
  /// By strategy and day.
  private var rows: [[Row]] = []
  /// Figures of bounds stand in the tables where they were asked for.
  private let bounds: [BoundFigure]
  private(set) var findings: [String] = []

  /// Throws for tables that are none; `days` are the numbers of those that were run.
  init(in folder: ResultFolder, days: [Int]) throws(InputErrors) {
    self.folder = folder
    self.days = days
    let json = try folder.json(of: Self.summaryName)
    guard let summary = try? Summary(json: json), let canonical = try? summary.json() else {
      throw folder.error(in: Self.summaryName, "expected the figures of a run, found other text")
    }
    self.summary = summary
    let table = try folder.table(of: Self.kpisName)
    bounds = table.columns.contains(BoundFigure.objective.columnName) ? BoundFigure.allCases : []
    if canonical != json {
      findings.append("\(Self.summaryName): expected nothing but what a run writes, found more")
    }
    try readRows(of: table)
    checkHeading()
  }

  /// What differs in the figures of the strategy at a position, days and summaries.
  func differences(at position: Int, from derived: Audit.RunFigures) -> [String] {
    let strategy = summary.strategies[position]
    let claimed = Audit.RunFigures(
      days: zip(days, rows[position]).map { day, row in
        .init(
          day: day,
          values: dictionary(Figure.allCases) { figure in figure.columnName.flatMap { row[$0] } })
      },
      summaries: dictionary(Figure.allCases) { strategy.kpis[$0.rawValue].map { .init($0) } })
    let others = columnsBeyondTraces.flatMap { id, column in
      Auditor.differences(
        in: id, between: strategy.kpis[id].map { .init($0) },
        and: .init(ofDays: rows[position].compactMap { $0[column] }, seed: folder.manifest.seed))
    }
    return (Auditor.differences(between: claimed, and: derived) + others)
      .map { "\(strategy.id): \($0)" }
  }

  /// What differs in the comparisons with the first strategy.
  func differencesInComparisons(from derived: [Audit.RunFigures]) -> [String] {
    var expected: [(a: String, b: String, kpi: String, difference: DayDifference)] = []
    for other in derived.indices.dropFirst() {
      for indicator in Indicator.allCases {
        expected.append(
          (
            folder.manifest.runs[0].settings.id, folder.manifest.runs[other].settings.id,
            indicator.id,
            DayDifference(
              from: values(of: indicator, at: 0, derived),
              to: values(of: indicator, at: other, derived))
          ))
      }
    }
    guard
      summary.comparisons.map({ [$0.a, $0.b, $0.kpi] }) == expected.map({ [$0.a, $0.b, $0.kpi] })
    else { return ["\(Self.summaryName): expected a comparison for each KPI, found others"] }
    return zip(summary.comparisons, expected).flatMap { found, wanted in
      Auditor.differences(
        in: wanted.kpi,
        between: DayDifference(mean: found.meanDifference, ci95: found.ci95, days: found.days),
        and: wanted.difference
      ).map { "\(wanted.b) - \(wanted.a): \($0)" }
    }
  }

  /// Computing times are in no trace: those of `kpis.csv` count.
  private func values(
    of indicator: Indicator, at position: Int, _ derived: [Audit.RunFigures]
  ) -> [Double?] {
    guard let figure = Figure(rawValue: indicator.rawValue) else {
      return rows[position].map { $0[indicator.columnName] }
    }
    return derived[position].days.map { $0.values[figure] }
  }

  /// What no trace tells, by id and column.
  private var columnsBeyondTraces: [(id: String, column: String)] {
    Indicator.allCases.filter { Figure(rawValue: $0.rawValue) == nil }
      .map { ($0.id, $0.columnName) } + bounds.map { ($0.id, $0.columnName) }
  }
}

// What does not follow from traces.
extension ClaimedFigures {
  /// A row for each strategy and day, in order, with numbers or nothing in its cells.
  private mutating func readRows(
    of table: (columns: [String], rows: [[String: String]])
  ) throws(InputErrors) {
    let columns = Indicator.allCases.map(\.columnName) + bounds.map(\.columnName)
    guard Set(table.columns) == Set(columns + ["day", "strategy"]) else {
      throw folder.error(in: Self.kpisName, "expected the columns of the KPIs, found others")
    }
    let keys = folder.manifest.runs.flatMap { run in
      days.map { ["\($0)", run.settings.id] }
    }
    guard table.rows.map({ [$0["day"] ?? "", $0["strategy"] ?? ""] }) == keys else {
      throw folder.error(
        in: Self.kpisName, "expected a row for each strategy and day in order, found others")
    }
    var read: [Row] = []
    for (position, row) in table.rows.enumerated() {
      var values: Row = [:]
      for column in columns {
        guard let text = row[column], !text.isEmpty else { continue }
        guard let value = Double(text), abs(value) <= Self.largest else {
          throw folder.error(
            in: Self.kpisName, "row \(position + 1): expected a number, found \"\(text)\"")
        }
        values[column] = value
      }
      if values[Indicator.computeTime.columnName].map({ $0 >= 0 }) != true {
        findings.append("\(Self.kpisName): row \(position + 1): expected a computing time")
      }
      read.append(values)
    }
    rows = folder.manifest.runs.indices.map { run in
      Array(read[(run * days.count)..<((run + 1) * days.count)])
    }
  }

  private mutating func checkHeading() {
    let manifest = folder.manifest
    var wanted: [(what: String, isSo: Bool)] = [
      ("the scenario", summary.scenario == manifest.scenario),
      ("the seed", summary.seed == manifest.seed), ("the days", summary.days == manifest.days),
      (
        "the digests of the traces",
        summary.traceDigests
          == Dictionary(
            manifest.runs.map { ($0.settings.id, $0.digests.columns) },
            uniquingKeysWith: { first, _ in first })
      ),
    ]
    let units =
      Indicator.allCases.map { ($0.id, $0.definition.unit) } + bounds.map { ($0.id, $0.unit) }
    for strategy in summary.strategies {
      let claimed = strategy.kpis.mapValues(\.unit)
      let expected = Dictionary(
        units.map { ($0.0, $0.1.rawValue) }, uniquingKeysWith: { first, _ in first })
      wanted.append(("the KPIs of \(strategy.id) with their units", claimed == expected))
    }
    for (what, isSo) in wanted where !isSo {
      findings.append("\(Self.summaryName): expected \(what) as in the manifest, found others")
    }
  }

  /// Whether the summary has the strategies of the manifest, so that positions mean something.
  var hasAllStrategies: Bool {
    summary.strategies.map(\.id) == folder.manifest.runs.map { $0.settings.id }
  }
}

private func dictionary<Key: Hashable, Value>(
  _ keys: [Key], _ value: (Key) -> Value?
) -> [Key: Value] {
  keys.reduce(into: [:]) { $0[$1] = value($1) }
}

extension Figure {
  fileprivate var columnName: String? { Indicator(rawValue: rawValue)?.columnName }
}

extension Audit.RunFigures.Summary {
  fileprivate init(_ kpi: Summary.KPI) {
    self.init(
      mean: kpi.mean, p50: kpi.p50, p90: kpi.p90, p95: kpi.p95, ci95: kpi.ci95,
      p90CI95: kpi.p90CI95, days: kpi.days)
  }
}
