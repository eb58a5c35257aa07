import Indicators
import Mobility
import ScenarioModel

/// The report for the terminal: what each strategy comes to, and how they differ.
public struct ComparisonTable: Sendable {
  public static let width = 100

  private let run: RunFigures
  let language: Language

  public init(of run: RunFigures, in language: Language) {
    self.run = run
    self.language = language
  }

  /// Lines of at most `width` places, unless many strategies need more.
  public var text: String {
    var lines = heading
    lines += [""] + means.lines
    for comparison in run.comparisons {
      lines += [""] + differences(comparison).lines
    }
    lines += [""] + footer
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: [String] {
    let scenario = run.scenario
    let title = language.choose(scenario.title) + " (" + scenario.name + ")"
    let days = run.bookings.count
    let vehicles = scenario.vehicles.count
    let bookings = run.bookings.reduce(0) { $0 + $1.count }
    let size = language.choose(
      "\(counted(days, "day")), \(counted(vehicles, "vehicle")), \(counted(bookings, "booking"))",
      "\(days)日、車両\(vehicles)台、予約\(bookings)件")
    let remarks = scenario.remarks.map {
      language.choose("Note: ", "注: ") + language.choose($0)
    }
    return ([title, size] + remarks).flatMap { wrapped($0, width: Self.width) }
  }

  private var means: TextTable {
    var table = TextTable()
    table.rows.append(
      .cells(
        [wordCell("", ""), wordCell("", "")]
          + run.strategies.map { TextTable.Cell(text: $0.id, span: 2) }))
    table.rows.append(
      .cells(
        [wordCell("KPI", "指標"), wordCell("unit", "単位")]
          + run.strategies.flatMap { _ in
            [TextTable.Cell(text: language.choose("mean", "平均")), TextTable.Cell(text: "p90")]
          }))
    table.rows.append(.rule)
    for section in Section.all {
      table.rows.append(.heading(language.choose(section.title)))
      for indicator in section.indicators {
        let unit = ReadableUnit(of: indicator)
        let isPerRider = indicator.definition.level == .rider
        let figures = run.strategies.flatMap { strategy in
          let overview = strategy.overviews[indicator]
          return [
            TextTable.Cell(text: unit.text(overview.mean?.mean)),
            TextTable.Cell(text: isPerRider ? unit.text(overview.p90) : ""),
          ]
        }
        table.rows.append(.cells([label(indicator), wordCell(unit.name)] + figures))
      }
    }
    for row in boundRows(of: run) { table.rows.append(row) }
    return table
  }

  private func differences(_ comparison: RunFigures.Comparison) -> TextTable {
    var table = TextTable()
    table.rows.append(
      .heading(
        language.choose(
          "Difference \(comparison.b) - \(comparison.a), day by day",
          "差 \(comparison.b) - \(comparison.a)(同じ日どうし)")))
    table.rows.append(
      .cells([
        wordCell("KPI", "指標"), wordCell("unit", "単位"),
        TextTable.Cell(text: language.choose("mean", "平均")),
        TextTable.Cell(text: language.choose("95 % interval", "95%信頼区間"), span: 2),
        TextTable.Cell(text: language.choose("days", "日数")), wordCell("", ""),
      ]))
    table.rows.append(.rule)
    for indicator in Section.all.flatMap(\.indicators) {
      let unit = ReadableUnit(of: indicator)
      table.rows.append(
        .cells(
          [label(indicator), wordCell(unit.differenceName)]
            + cells(of: comparison.differences[indicator], in: unit)))
    }
    return table
  }

  private func cells(
    of comparison: PairedComparison, in unit: ReadableUnit
  ) -> [TextTable.Cell] {
    let interval = comparison.difference?.interval
    return [
      TextTable.Cell(text: unit.difference(comparison.difference?.mean)),
      TextTable.Cell(text: interval.map { "[" + unit.difference($0.lowerBound) + "," } ?? "-"),
      TextTable.Cell(text: interval.map { unit.difference($0.upperBound) + "]" } ?? ""),
      TextTable.Cell(text: String(comparison.difference?.days ?? 0)),
      TextTable.Cell(text: mark(comparison), isFlushRight: false),
    ]
  }

  private func mark(_ comparison: PairedComparison) -> String {
    guard comparison.excludesZero, let mean = comparison.difference?.mean else { return "" }
    let isBetter = (mean < 0) == (comparison.indicator.definition.better == .less)
    return "* " + (isBetter ? language.choose("better", "改善") : language.choose("worse", "悪化"))
  }

  private var footer: [String] {
    let scenario = run.scenario
    var notes: [String] = []
    if !run.comparisons.isEmpty {
      notes.append(
        language.choose(
          "* The 95 % interval excludes 0, each KPI taken by itself.",
          "* 95%信頼区間が0を含まない(指標ごとに判定)。"))
    }
    notes.append(
      language.choose(
        "Means are means of days; p90 is the nearest rank over all riders of all days.",
        "平均は日ごとの値の平均、p90は全日の全利用者にわたる90パーセンタイル(最近順位法)。"))
    notes += run.strategies.compactMap(skippedDays)
    notes.append(
      language.choose(
        "A refused rider counts with a wait of \(minutes(scenario.refusalWait)) min "
          + "in the wait incl. refused riders.",
        "不成立の利用者は待ち時間(不成立を含む)で\(minutes(scenario.refusalWait))分と数える。"))
    let weights =
      language.choose("Weights: ", "重み: ")
      + weights(scenario.weights, limits: scenario.rules.limits)
      .joined(separator: language.choose(", ", "、"))
    let seed = language.choose("Seed: ", "シード: ") + String(scenario.seed)
    let both = weights + "   " + seed
    notes += displayWidth(both) <= Self.width ? [both] : [weights, seed]
    notes.append(
      language.choose("Trace SHA-256: ", "記録のSHA-256: ")
        + run.strategies.map { "\($0.id) \($0.traceDigest.prefix(12))" }
        .joined(separator: language.choose(", ", "、")))
    return notes.flatMap { wrapped($0, width: Self.width) }
  }
}
