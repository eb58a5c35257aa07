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
      70 a strategy or Noriai broke a rule; 73 results, or what is printed, cannot be written.
      """,
    version: version,
    subcommands: [
      RunCommand.self, ValidateCommand.self, StrategiesCommand.self, ReportCommand.self,
      CompareCommand.self, AuditCommand.self, RegressCommand.self, BoundCommand.self,
      SolveCommand.self,
      BenchmarkCommand.self, ImportCommand.self, NetworkCommand.self, SynthesizeCommand.self,
    ])

  /// As the parser would, but with printing that can fail.
  static func main() async {
    Streams.prepare()
    do {
      var command = try await asyncParseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      try Streams.check()
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    let status = exitCode(for: error)
    let text = fullMessage(for: error)
    do {
      if let error = error as? Streams.Unwritable { throw error }
      if status.isSuccess, !text.isEmpty { try Streams.show(text) }
    } catch {
      Streams.complain("\(error)")
      exit(withError: Failure.cannotWrite)
    }
    if !status.isSuccess, !text.isEmpty { Streams.complain(text) }
    exit(withError: status)
  }
}
