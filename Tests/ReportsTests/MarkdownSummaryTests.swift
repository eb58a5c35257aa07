import Foundation
import Reports
import ScenarioModel
import Testing

@Suite("The comparison as Markdown")
struct MarkdownSummaryTests {
  @Test("English readers of an issue see this")
  func english() {
    #expect(MarkdownSummary(of: SmallRun.figures, in: .english).text == ExpectedMarkdown.english)
  }

  @Test("Japanese readers of an issue see this")
  func japanese() {
    #expect(MarkdownSummary(of: SmallRun.figures, in: .japanese).text == ExpectedMarkdown.japanese)
  }

  @Test("has the figures of the table in the terminal", arguments: Language.allCases)
  func figures(language: Language) {
    let markdown = MarkdownSummary(of: SmallRun.figures, in: language).text
    let rows = Self.rows(of: markdown)
    let terminal = ComparisonTable(of: SmallRun.figures, in: language).text.split(separator: "\n")
      .map { $0.split(separator: " ").map(String.init) }
    #expect(rows.count == 20)
    for row in rows {
      let label = row[0].split(separator: " ").map(String.init)
      let lines = terminal.filter { $0.starts(with: label) }
      #expect(lines.count == 2, "\(row[0])")
      let words = Set(lines.joined())
      let shown = row[2...].flatMap { $0.split(separator: " ").map(String.init) }
      #expect(words.isSuperset(of: shown), "\(row)")
    }
  }

  @Test("a name is that name, whatever it holds")
  func hostileNames() throws {
    let name = "a|b*c<script>alert('x')</script>\n# [x](y) `z` & ~~d~~ ![i](j) \\"
    let run = RunFigures(of: PageSample.results(named: name))
    let lines = MarkdownSummary(of: run, in: .english).text
      .split(separator: "\n", omittingEmptySubsequences: false)
    let safe =
      "a\\|b\\*c&lt;script&gt;alert('x')&lt;/script&gt; \\# \\[x\\](y) \\`z\\` &amp; "
      + "\\~\\~d\\~\\~ \\!\\[i\\](j) \\\\"
    #expect(lines.first == "## \(safe) (small-street)")
    #expect(lines.contains("- Note: \(safe)"))
    #expect(!lines.contains { $0.contains("<") })
    let widths = lines.filter { $0.hasPrefix("|") }.map { $0.split(separator: "|").count }
    #expect(Set(widths).count == 1, "every row has as many cells")
  }

  @Test("what is worse one way is better the other way")
  func verdicts() {
    let results = RunResults(
      scenario: SmallRun.scenario, bookings: SmallRun.bookings,
      strategies: SmallRun.results.strategies.reversed())
    for (language, word) in [(Language.english, "better"), (.japanese, "改善")] {
      let markdown = MarkdownSummary(of: RunFigures(of: results), in: language).text
      #expect(Self.rows(of: markdown).compactMap(\.last).filter { !$0.isEmpty } == ["* " + word])
    }
  }

  @Test("one strategy has nothing to be compared with, three have two comparisons")
  func strategies() throws {
    let alone = MarkdownSummary(of: SmallRun.figures(strategies: ["greedy"]), in: .english).text
    #expect(alone.contains("**Under greedy, 100.0 % of riders are served.**"))
    #expect(!alone.contains("interval"))
    #expect(Self.rows(of: alone).allSatisfy { $0.count == 4 })
    let three = MarkdownSummary(
      of: SmallRun.figures(strategies: ["a", "b_b", "c"]), in: .english
    ).text
    #expect(three.contains("| b\\_b - a | 95 % interval |  | c - a | 95 % interval |  |"))
    #expect(Self.rows(of: three).allSatisfy { $0.count == 14 })
  }

  /// The cells of the rows below the heading of the table.
  private static func rows(of markdown: String) -> [[String]] {
    markdown.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2).map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }
}
