import ArgumentParser
import Mobility
import ScenarioFiles
import ScenarioModel

/// What every command that runs a scenario can change about it.
struct ScenarioOptions: ParsableArguments {
  @Option(help: "Strategies to compare, separated by commas; see noriai strategies.")
  var strategies: String?

  @Option(help: "Number of service days.")
  var days: Int?

  @Option(help: "Seed of all random draws.")
  var seed: UInt64?

  @OptionGroup var changes: ScenarioChanges

  func validate() throws {
    let possible = Scenario.possibleDays
    if let days, !possible.contains(days) {
      throw ValidationError(
        "--days expects a number from \(possible.lowerBound) to \(possible.upperBound), found "
          + "\(days)")
    }
  }

  /// Reads a scenario with all changes applied.
  func read(_ path: String) throws -> Scenario {
    var overrides = changes.overrides
    if let days { overrides.append(("days", String(days))) }
    if let seed { overrides.append(("seed", String(seed))) }
    var scenario = try ScenarioReader.read(
      path, overrides: overrides, strategies: StrategyCatalogue.descriptions)
    if let strategies { scenario.strategies = try chosen(strategies, from: scenario) }
    return scenario
  }

  /// Those of the scenario with their parameters, others as they are unless set.
  private func chosen(_ list: String, from scenario: Scenario) throws -> [StrategySettings] {
    let ids = list.split(separator: ",").map(String.init)
    guard !ids.isEmpty, Set(ids).count == ids.count else {
      throw ValidationError("--strategies expects different ids, found \"\(list)\"")
    }
    return try ids.map { id in
      if let own = scenario.strategies.first(where: { $0.id == id }) { return own }
      guard let known = StrategyCatalogue.descriptions.first(where: { $0.id == id }) else {
        let all = StrategyCatalogue.descriptions.map(\.id).joined(separator: ", ")
        throw ValidationError("--strategies: expected one of \(all), found \"\(id)\"")
      }
      return StrategySettings(standardOf: known)
    }
  }
}
