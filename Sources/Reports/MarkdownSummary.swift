import Indicators

/// The comparison for an issue or a chat, as Markdown.
public struct MarkdownSummary: Sendable {
  private let run: RunFigures
  private let language: Language
  private let words: RunWords

  public init(of run: RunFigures, in language: Language) {
    self.run = run
    self.language = language
    words = RunWords(of: run, in: language)
  }

  /// The answer first, then the table, then what it all rests on.
  public var text: String {
    let headline = Headline(of: run)
    let blocks: [[String]] = [
      ["## " + MarkdownText.escaped(words.title)],
      [headline.answers.map(answer).joined(separator: "\n\n")],
      (headline.reasons.map { language.choose($0) } + words.remarks).map(item),
      [words.size],
      table,
      notes.map(item),
    ]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var notes: [String] {
    [words.excludesZero].compactMap(\.self) + words.statistics
      + [words.weights, words.seed, words.digests]
  }

  private func answer(_ text: PageText) -> String {
    "**" + MarkdownText.escaped(language.choose(text)) + "**"
  }

  private func item(_ text: String) -> String { "- " + MarkdownText.escaped(text) }

  private var table: [String] {
    let heading =
      [language.choose("KPI", "指標"), language.choose("unit", "単位")]
      + run.strategies.flatMap { [$0.id, "p90"] }
      + run.comparisons.flatMap {
        ["\($0.b) - \($0.a)", language.choose("95 % interval", "95%信頼区間"), ""]
      }
    return MarkdownText.table(
      heading: heading.map(MarkdownText.escaped), flushLeft: 2,
      rows: Section.all.flatMap(\.indicators).map(row))
  }

  /// Words and figures of the reports alone, in which nothing needs an escape.
  private func row(of indicator: Indicator) -> [String] {
    let unit = ReadableUnit(of: indicator)
    let isPerRider = indicator.definition.level == .rider
    let label = language.choose(indicator.definition.label)
    let values = run.strategies.flatMap { strategy in
      let overview = strategy.overviews[indicator]
      return [unit.text(overview.mean?.mean), isPerRider ? unit.text(overview.p90) : ""]
    }
    let differences = run.comparisons.flatMap { comparison in
      let difference = comparison.differences[indicator].difference
      let verdict = words.verdict(difference, of: indicator)
      return [
        unit.difference(difference?.mean), unit.interval(difference?.interval),
        verdict.isEmpty ? "" : "* " + verdict,
      ]
    }
    return [label, unitName(unit)] + values + differences
  }

  /// Both units where differences are in another.
  private func unitName(_ unit: ReadableUnit) -> String {
    let names = [unit.name, unit.differenceName].map { language.choose($0) }
    return names[0] == names[1] || run.comparisons.isEmpty
      ? names[0] : names.joined(separator: language.choose("; ", "、"))
  }
}
