import Reports
import Testing

@Suite("The table in the terminal")
struct ComparisonTableTests {
  @Test("print", arguments: Language.allCases)
  func golden(language: Language) {
    print(ComparisonTable(of: SmallRun.figures, in: language).text)
    print(DefinitionList.text(in: language))
  }
}
