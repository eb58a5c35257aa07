import Indicators
import Mobility
import Reports
import Testing

@Suite("The table in the terminal")
struct ComparisonTableTests {
  @Test("English planners read this")
  func english() {
    #expect(ComparisonTable(of: SmallRun.figures, in: .english).text == ExpectedTable.english)
  }

  @Test("Japanese planners read this")
  func japanese() {
    #expect(ComparisonTable(of: SmallRun.figures, in: .japanese).text == ExpectedTable.japanese)
  }

  @Test("two strategies with long names fit a hundred places", arguments: Language.allCases)
  func width(language: Language) {
    let figures = SmallRun.figures(strategies: [
      "insertion-with-regret-a", "batch-matching-every-30-s",
    ])
    let lines = ComparisonTable(of: figures, in: language).text.split(separator: "\n")
    #expect(lines.allSatisfy { Self.places(in: $0) <= ComparisonTable.width })
  }

  @Test(
    "wide characters take two places, so that rows end below the rule",
    arguments: [(ExpectedTable.english, "Waiting"), (ExpectedTable.japanese, "待ち時間")])
  func alignment(text: String, section: String) throws {
    let lines = text.split(separator: "\n")
    let rule = try #require(lines.first { $0.hasPrefix("---") })
    let rows = lines.drop { $0 != section }.dropFirst().prefix(4)
    #expect(rows.map(Self.places) == Array(repeating: rule.count, count: 4))
  }

  @Test("one strategy has nothing to be compared with")
  func singleStrategy() {
    let text = ComparisonTable(of: SmallRun.figures(strategies: ["greedy"]), in: .english).text
    #expect(!text.contains("Difference"))
    #expect(!text.contains("excludes 0"))
  }

  @Test("days without riders are said to be left out")
  func skippedDays() {
    let figures = SmallRun.figures(strategies: ["greedy"], withEmptyDay: true)
    let english = ComparisonTable(of: figures, in: .english).text
    let japanese = ComparisonTable(of: figures, in: .japanese).text
    #expect(english.contains("greedy: 1 day without riders left out of the means of riders."))
    #expect(japanese.contains("greedy: 利用者のない1日は利用者の平均から除いた。"))
  }

  @Test("weights of operation and lateness are told where they count")
  func weights() {
    func line(_ weights: Weights, _ limits: ServiceRules.Limits) -> String? {
      let figures = SmallRun.figures(strategies: ["greedy"], weights: weights, limits: limits)
      return ComparisonTable(of: figures, in: .english).text.split(separator: "\n")
        .first { $0.hasPrefix("Weights: ") }.map(String.init)
    }
    #expect(line(Weights(), .hard) == "Weights: driving 1, wait 1, ride 1, walk 1   Seed: 7")
    #expect(
      line(Weights(driving: 0, operation: 1000), .soft)
        == "Weights: driving 0, operation 1, wait 1, ride 1, walk 1, late boarding 1, "
        + "late arrival 10   Seed: 7")
  }

  @Test("every KPI is defined in both languages", arguments: Language.allCases)
  func definitions(language: Language) {
    let text = DefinitionList.text(in: language)
    for indicator in Indicator.allCases {
      #expect(text.contains("\(indicator.id) (\(indicator.definition.unit.rawValue), "))
    }
    let isJapanese = text.unicodeScalars.contains { (0x3041...0x30FF).contains($0.value) }
    #expect(isJapanese == (language == .japanese))
  }

  /// Everything but ASCII in these texts is two places wide.
  static func places(in line: Substring) -> Int {
    line.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
  }
}
