import Indicators
import ScenarioModel

extension ComparisonTable {
  /// How far each strategy is from the best possible: B1 first, which a dispatcher could hope for.
  func boundRows(of run: RunFigures) -> [TextTable.Row] {
    guard !run.boundFigures.isEmpty else { return [] }
    let heading = Text(
      english: "Distance from the best possible", japanese: "理論上の最良との差")
    return [.heading(language.choose(heading))]
      + run.boundFigures.map { figure in
        let unit = ReadableUnit(of: figure)
        let label = language.choose(figure.label)
        let figures = run.strategies.flatMap { strategy in
          let overview = Overview(of: figure, over: strategy.boundedDays, seed: run.scenario.seed)
          return [TextTable.Cell(text: unit.text(overview.mean?.mean)), TextTable.Cell(text: "")]
        }
        return .cells([wordCell("  " + label, "  " + label), wordCell(unit.name)] + figures)
      }
  }
}
