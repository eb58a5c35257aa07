import Mobility

/// `strategies`: which are compared, with the parameters that differ from their standards.
struct StrategiesSection {
  let settings: [StrategySettings]

  init?(_ root: Section, known: [StrategyDescription]) {
    let ids = known.map { $0.id }
    guard let section = root.section("strategies", known: ids) else { return nil }
    let chosen = section.keys.compactMap { key in known.first { $0.id == key } }
    if chosen.isEmpty {
      root.report(
        "strategies", "expected at least one of \(ids.joined(separator: ", ")), found none")
      return nil
    }
    guard let settings = chosen.mapAll({ Self.settings(section, $0) }) else { return nil }
    self.settings = settings
  }

  private static func settings(
    _ strategies: Section, _ strategy: StrategyDescription
  ) -> StrategySettings? {
    let names = strategy.parameters.map { $0.name }
    guard let section = strategies.section(strategy.id, known: names) else { return nil }
    return strategy.parameters.mapAll { parameter in
      value(section, parameter).map { (name: parameter.name, value: $0) }
    }.map { StrategySettings(id: strategy.id, values: $0) }
  }

  private static func value(_ section: Section, _ parameter: Parameter) -> Parameter.Value? {
    guard section.has(parameter.name) else { return parameter.standard }
    return section.required(parameter.name, .value(of: parameter.kind))
  }
}
