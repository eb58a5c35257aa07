public import Indicators

/// Every KPI with its id, unit and formula: the footnotes of all reports.
public enum DefinitionList {
  public static func text(in language: Language) -> String {
    Indicator.allCases.map { entry(for: $0, in: language) }.joined(separator: "\n")
  }

  /// The figures of bounds.
  public static func text(of figures: [BoundFigure], in language: Language) -> String {
    figures.map { figure in
      let level = language.choose("per day", "日ごと")
      let heading =
        "\(figure.id) (\(figure.unit.rawValue), \(level)): \(language.choose(figure.label))"
      let formula = wrapped(
        language.choose(figure.formula), width: ComparisonTable.width - indent.count)
      return ([heading] + formula.map { indent + $0 }).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private static func entry(for indicator: Indicator, in language: Language) -> String {
    let definition = indicator.definition
    let level =
      switch definition.level {
      case .rider: language.choose("per rider", "利用者ごと")
      case .day: language.choose("per day", "日ごと")
      }
    let heading =
      "\(indicator.id) (\(definition.unit.rawValue), \(level)): \(language.choose(definition.label))"
    let formula = wrapped(
      language.choose(definition.formula), width: ComparisonTable.width - indent.count)
    return ([heading] + formula.map { indent + $0 }).joined(separator: "\n") + "\n"
  }

  private static let indent = "    "
}
