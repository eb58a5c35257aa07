import ArgumentParser

/// `--set`, as every command that reads scenarios has it.
struct ScenarioChanges: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Change a field, as in fleet.vans=3; \"null\" removes it. Can be repeated.",
      valueName: "key=value"))
  var settings: [String] = []

  var overrides: [(key: String, value: String)] {
    settings.compactMap { setting in
      setting.firstIndex(of: "=").map { equals in
        (String(setting[..<equals]), String(setting[setting.index(after: equals)...]))
      }
    }
  }

  func validate() throws {
    for setting in settings
    where setting.firstIndex(of: "=") ?? setting.startIndex == setting.startIndex {
      throw ValidationError("--set \(setting): expected KEY=VALUE, as in fleet.vans=3.")
    }
  }
}
