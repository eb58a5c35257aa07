import ArgumentParser

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make a network from open data.",
    subcommands: [ImportOSMCommand.self])
}
