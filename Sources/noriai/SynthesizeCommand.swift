import ArgumentParser
import ScenarioFiles

/// Makes a town's network and stops from its facts.
struct SynthesizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthesize",
    abstract: "Make a synthetic road network and stops from the facts about a town.",
    discussion: "Writes nodes.csv, roads.csv and stops.csv: the same ones on every machine.")

  @Argument(help: "The specification (YAML): tables of facts, a seed and rules.")
  var specification: String

  @Option(help: "The folder to write to.")
  var output: String

  func run() async throws {
    try await Failure.reporting {
      try TownFiles(TownSpecification(path: specification)).write(to: output)
    }
  }
}
