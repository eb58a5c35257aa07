import ArgumentParser

/// The root of the command line.
@main
struct Noriai: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "noriai",
    abstract: "Simulate and optimise on-demand shared rides.",
    discussion: """
      Begin with: noriai run Scenarios/quickstart.yaml
      Then read the comments in that file, and write your own.

      Exit status: 0 done; 1 a check says no; 64 wrong usage; 65 bad data; 66 a file is missing; \
      70 a strategy or Noriai broke a rule; 73 results cannot be written.
      """,
    version: version,
    subcommands: [
      RunCommand.self, ValidateCommand.self, StrategiesCommand.self, ReportCommand.self,
      AuditCommand.self, RegressCommand.self, SolveCommand.self,
      BenchmarkCommand.self, ImportCommand.self, NetworkCommand.self, SynthesizeCommand.self,
    ])
}
