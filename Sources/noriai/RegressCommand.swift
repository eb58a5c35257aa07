import ArgumentParser
import Foundation
import Reports
import ScenarioFiles
import Studies

struct RegressCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regress",
    abstract: "Run scenarios again and compare them with what is expected of them.",
    discussion: """
      The expectations of Scenarios/<place>/<name>.yaml are kept in \
      Scenarios/<place>/expected/<name>.json: digests, KPI means and effort counters. Prints what \
      moved, and ends with status 1 when anything moved by more than the tolerance.
      """)

  @Argument(help: "Scenario files; all below Scenarios that have expectations unless given.")
  var scenarios: [String] = []

  @OptionGroup var options: ScenarioOptions

  @Option(help: "Percent by which figures may move; 0 asks for the same trace, byte for byte.")
  var tolerance = 0.0

  @Flag(help: "Write what was found as the new expectations, to be reviewed like code.")
  var update = false

  func run() async throws {
    try await Failure.reporting {
      var hasMoved = false
      for path in try scenarios.isEmpty ? Self.shipped() : scenarios {
        let experiment = Experiment(try options.read(path), maker: StrategyCatalogue.strategy)
        let threads = ProcessInfo.processInfo.activeProcessorCount
        let run = try await ScenarioRun(experiment, threads: threads, quiet: true)
        if update {
          try Self.write(run.expectation, for: path)
          try Streams.show("\(path): expectations written")
        } else if try !holds(path, run.expectation) {
          hasMoved = true
        }
      }
      if hasMoved { throw Failure.checkSaysNo }
    }
  }

  private static let hint = "--update writes it"

  /// Prints what moved; whether all of it is within the tolerance.
  private func holds(_ path: String, _ found: ExpectedRun) throws -> Bool {
    let file = Self.expectations(of: path)
    let bytes: Data
    do throws(InputFile.Unreadable) {
      bytes = try InputFile.bytes(at: file)
    } catch {
      throw InputErrors(.missingFile, at: file, error.problem, hint: Self.hint)
    }
    guard let expected = try? ExpectedRun(json: bytes) else {
      throw InputErrors(
        at: file, "expected the expectations of a scenario, found something else", hint: Self.hint)
    }
    let moves = expected.moves(to: found)
    for move in moves {
      let change = move.change.map { String(format: " (%+.2f %%)", 100 * $0) } ?? ""
      let verdict = move.isWithin(tolerance / 100) ? "tolerated" : "moved"
      try Streams.show(
        "\(path): \(move.strategy): \(move.figure): expected \(move.expected), found "
          + "\(move.found)\(change): \(verdict)")
    }
    let holds = moves.allSatisfy { $0.isWithin(tolerance / 100) }
    if holds { try Streams.show("\(path): as expected") }
    return holds
  }

  /// The file beside a scenario that holds its expectations.
  private static func expectations(of scenario: String) -> String {
    let url = URL(fileURLWithPath: scenario)
    let name = url.deletingPathExtension().lastPathComponent
    return url.deletingLastPathComponent().appendingPathComponent("expected/\(name).json")
      .relativePath
  }

  private static func write(_ expectation: ExpectedRun, for scenario: String) throws {
    try FileSet.write(try expectation.json(), to: expectations(of: scenario))
  }

  /// All scenario files below `Scenarios` that have expectations, in order of their paths.
  private static func shipped() throws -> [String] {
    let below = FileManager.default.subpaths(atPath: "Scenarios") ?? []
    let found = below.sorted().map { "Scenarios/" + $0 }.filter { path in
      path.hasSuffix(".yaml")
        && FileManager.default.fileExists(atPath: expectations(of: path))
    }
    guard !found.isEmpty else {
      throw ValidationError("no scenario with expectations below Scenarios; name one")
    }
    return found
  }
}
