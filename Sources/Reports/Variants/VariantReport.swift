import Indicators
import Mobility
import ScenarioModel

/// A comparison of two variants for the terminal.
public struct VariantReport: Sendable {
  private let comparison: VariantComparison
  private let language: Language
  /// Where the runs of a and b are kept.
  private let places: (a: String, b: String)
  private let words: VariantWords

  public init(
    of comparison: VariantComparison, places: (a: String, b: String), in language: Language
  ) {
    self.comparison = comparison
    self.language = language
    self.places = places
    words = VariantWords(comparison: comparison, language: language)
  }

  public var text: String {
    let blocks = [heading] + comparison.strategies.flatMap(blocks) + [footer]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var heading: [String] {
    let (a, b) = (
      RunWords(of: comparison.a, in: language), RunWords(of: comparison.b, in: language)
    )
    let runs = [("A", places.a, a), ("B", places.b, b)].flatMap { name, place, run in
      ["\(name)  \(place)", "   \(run.title)", "   \(run.size)  \(run.seed)"]
    }
    let remarks = a.remarks + b.remarks.filter { !a.remarks.contains($0) }
    return (runs + remarks + [words.pairing]).flatMap(lines)
  }

  private func blocks(of strategy: VariantComparison.Strategy) -> [[String]] {
    let (a, b) =
      strategy.a == strategy.b
      ? ("A", "B") : ("A (\(strategy.a))", "B (\(strategy.b))")
    let answer = HeadlineWords.answer(
      b, against: a, wait: strategy[.waitDesired].verdict, served: strategy[.servedShare].verdict)
    let title = strategy.a == strategy.b ? strategy.a : "\(strategy.a) - \(strategy.b)"
    let sentences = words.sentences(of: strategy).flatMap(lines)
    return [
      ["== \(title)"] + lines(language.choose(answer)),
      figures(of: strategy).lines,
    ] + strategy.divisions.flatMap { [waits(of: $0).lines, served(of: $0).lines] }
      + [
        sentences.isEmpty
          ? [] : [language.choose("Who gains, who loses", "有利になる人、不利になる人")] + sentences
      ]
  }

  private func figures(of strategy: VariantComparison.Strategy) -> TextTable {
    var table = TextTable()
    table.rows = [
      .cells(
        [word(language.choose("KPI", "指標")), word(language.choose("unit", "単位"))]
          + comparisonHeadings),
      .rule,
    ]
    let indicators = Section.all.flatMap(\.indicators)
    for indicator in indicators where VariantComparison.indicators.contains(indicator) {
      let unit = ReadableUnit(of: indicator)
      table.rows.append(
        .cells(
          [
            word("  " + language.choose(indicator.definition.label)),
            word(language.choose(unit.name)),
          ] + cells(of: strategy[indicator])))
    }
    return table
  }

  private func waits(of groups: VariantGroups) -> TextTable {
    table(of: groups, figure: \.wait, leading: [.ridersA, .ridersB])
  }

  private func served(of groups: VariantGroups) -> TextTable {
    table(of: groups, figure: \.served, leading: [])
  }

  private enum Leading { case ridersA, ridersB }

  private func table(
    of groups: VariantGroups, figure: KeyPath<VariantGroups.Group, VariantFigure>,
    leading: [Leading]
  ) -> TextTable {
    let indicator = groups.groups[0][keyPath: figure].indicator
    let unit = ReadableUnit(of: indicator)
    let division =
      switch groups.division {
      case .zone: language.choose("by zone of departure", "出発地区別")
      case .age: language.choose("by age", "年齢別")
      }
    let label = language.choose(indicator.definition.label)
    let counts = leading.map { column in
      TextTable.Cell(
        text: language.choose("riders ", "人数") + (column == .ridersA ? "A" : "B"))
    }
    var table = TextTable()
    table.rows = [
      .heading(
        language.choose(
          "\(label) \(division), \(unit.name.english)", "\(label) \(division)、\(unit.name.japanese)"
        )),
      .cells(
        [word(language.choose("row", "行")), word(language.choose("name", "名称"))] + counts
          + comparisonHeadings),
      .rule,
    ]
    for (position, group) in groups.groups.enumerated() {
      table.rows.append(
        .cells(
          [word(words.row(position + 1, of: groups.division)), word(words.name(group))]
            + leading.map {
              TextTable.Cell(text: String($0 == .ridersA ? group.ridersA : group.ridersB))
            } + cells(of: group[keyPath: figure])))
    }
    return table
  }

  private var comparisonHeadings: [TextTable.Cell] {
    [
      TextTable.Cell(text: "A"), TextTable.Cell(text: "B"), TextTable.Cell(text: "B - A"),
      TextTable.Cell(text: language.choose("95 % interval", "95%信頼区間")), word(""),
    ]
  }

  private func cells(of figure: VariantFigure) -> [TextTable.Cell] {
    let unit = ReadableUnit(of: figure.indicator)
    let verdict = RunWords(of: comparison.a, in: language)
      .verdict(figure.difference, of: figure.indicator)
    return [
      TextTable.Cell(text: unit.text(figure.a?.mean)),
      TextTable.Cell(text: unit.text(figure.b?.mean)),
      TextTable.Cell(text: unit.difference(figure.difference?.mean)),
      TextTable.Cell(text: unit.interval(figure.difference?.interval)),
      word(verdict.isEmpty ? "" : "* " + verdict),
    ]
  }

  private var footer: [String] {
    let waits = [comparison.a, comparison.b].map(\.scenario.refusalWait.inSeconds)
    var notes = [
      language.choose(
        "* The 95 % interval excludes 0, each row taken by itself: of 20 rows without any "
          + "difference, one will show one.",
        "* 95%信頼区間が0を含まない(行ごとに判定)。差のない20行のうち1行程度は偶然でも差が出る。"),
      language.choose(
        "Means are means of days; differences of shares are in points. A row of fewer than "
          + "\(PageLimits.fewRiders) riders is not spoken of.",
        "平均は日ごとの値の平均、割合の差はポイント。\(PageLimits.fewRiders)人未満の行は文にしない。"),
    ]
    if waits[0] != waits[1] {
      let minutes = waits.map { CSVText.number($0 / 60) }
      notes.append(
        language.choose(
          "A refused rider counts with a wait of \(minutes[0]) min in A, \(minutes[1]) min in B: "
            + "waits incl. refused riders do not compare.",
          "不成立の利用者はAで\(minutes[0])分、Bで\(minutes[1])分と数えるため、待ち時間(不成立を含む)は比べられない。"))
    }
    return notes.flatMap(lines)
  }

  private func word(_ text: String) -> TextTable.Cell {
    TextTable.Cell(text: text, isFlushRight: false)
  }

  private func lines(_ text: String) -> [String] { wrapped(text, width: ComparisonTable.width) }
}
