import Indicators

/// Every KPI with its id, unit and formula: the footnotes of all reports.
public enum DefinitionList {
  public static func text(in language: Language) -> String {
    Indicator.allCases.map { entry(for: $0, in: language) }.joined(separator: "\n")
  }

  private static func entry(for indicator: Indicator, in language: Language) -> String {
    let definition = indicator.definition
    let level =
      switch definition.level {
      case .rider: language.choose("counts riders", "利用者単位")
      case .day: language.choose("counts days", "日単位")
      }
    let heading =
      "\(indicator.id) [\(definition.unit.rawValue)] \(language.choose(definition.label)), \(level)"
    let formula = wrapped(
      language.choose(definition.formula), width: ComparisonTable.width - indent.count)
    return ([heading] + formula.map { indent + $0 }).joined(separator: "\n") + "\n"
  }

  private static let indent = "    "
}
