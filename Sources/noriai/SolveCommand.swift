import ArgumentParser

struct SolveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve", abstract: "Solve published problems whose requests are all known.",
    subcommands: [SolveDialARideCommand.self])
}
