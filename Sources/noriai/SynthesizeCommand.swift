import ArgumentParser
import ScenarioFiles

/// Makes a town's network and stops from its facts.
struct SynthesizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthesize",
    abstract: "Make a synthetic road network and stops from the facts about a town.",
    discussion: """
      Writes nodes.csv, roads.csv and stops.csv: the same ones on every machine, all of them or \
      none. Those that are there need --force; other files in the folder stay.
      """)

  @Argument(help: "The specification (YAML): tables of facts, a seed and rules.")
  var specification: String

  @Option(help: "The folder to write to.")
  var output: String

  @Flag(help: "Replace nodes.csv, roads.csv and stops.csv where they are there.")
  var force = false

  func run() async throws {
    try await Failure.reporting {
      let replacing: FileSet.Replacing = force ? .sameNames : .nothing
      try FileSet.checkRoom(in: output, for: TownFiles.names, replacing: replacing)
      try TownFiles(TownSpecification(path: specification)).write(to: output, replacing: replacing)
    }
  }
}
