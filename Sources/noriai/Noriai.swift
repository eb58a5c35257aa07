import ArgumentParser

/// The root of the command line.
@main
struct Noriai: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "noriai",
    abstract: "Simulate and optimise on-demand shared rides.",
    version: "0.1.0",
    subcommands: [ValidateCommand.self])
}
