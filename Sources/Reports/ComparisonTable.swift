import Indicators
import Mobility
import ScenarioModel

/// The report for the terminal: what each strategy comes to, and how they differ.
public struct ComparisonTable: Sendable {
  public static let width = 100

  private let run: RunFigures
  let language: Language
  private let words: RunWords

  public init(of run: RunFigures, in language: Language) {
    self.run = run
    self.language = language
    words = RunWords(of: run, in: language)
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
    ([words.title, words.size] + words.remarks).flatMap { wrapped($0, width: Self.width) }
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
    let verdict = words.verdict(comparison.difference, of: comparison.indicator)
    return verdict.isEmpty ? "" : "* " + verdict
  }

  private var footer: [String] {
    let both = words.weights + "   " + words.seed
    let notes =
      [words.excludesZero].compactMap(\.self) + words.statistics
      + (displayWidth(both) <= Self.width ? [both] : [words.weights, words.seed])
      + [words.digests]
    return notes.flatMap { wrapped($0, width: Self.width) }
  }
}
