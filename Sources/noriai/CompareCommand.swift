import ArgumentParser
import Reports
import ScenarioFiles

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two finished runs, variants of a scenario.",
    discussion: """
      Prints, for each strategy that both have (or the only one of each), every KPI in A and B and \
      the difference B - A with its 95 % interval; the wait and the share served of each zone and \
      age class, those who gain most first; and who gains and who loses, each sentence with the \
      row that it comes from.

      Intervals are paired by day where both runs have the same seed, the same days and the same \
      riders on them: times, doors, party sizes, ages, purposes and channels. Stops, vans, rules \
      and streets may differ. Else they are Welch's, and the report says why.

      Everything is worked out from traces and inputs. Exit status: 0, whatever differs.

      Example: noriai compare results/two-vans results/three-vans
      """)

  @Argument(help: "The result folder of variant A.")
  var a: String

  @Argument(help: "The result folder of variant B.")
  var b: String

  @Flag(help: "Print the comparison as JSON instead of tables.")
  var json = false

  @Option(help: "Language of the tables: en or ja.")
  var language: Language = .english

  func run() async throws {
    try await Failure.reporting {
      let folders = (try ResultFolder.open(a), try ResultFolder.open(b))
      let runs = (try FinishedRun(in: folders.0), try FinishedRun(in: folders.1))
      let comparison = VariantComparison(
        from: runs.0.pageSource.figures, to: runs.1.pageSource.figures)
      guard !comparison.strategies.isEmpty else {
        let (known, found) = (
          comparison.a.strategies.map(\.id), comparison.b.strategies.map(\.id)
        )
        throw InputErrors(
          at: b,
          "expected results of \(known.joined(separator: ", ")) as in \(a), "
            + "found \(found.joined(separator: ", "))")
      }
      if json {
        let summary = VariantSummary(of: comparison, places: (a, b))
        try Streams.show(String(decoding: try summary.json(), as: UTF8.self), terminator: "")
      } else {
        try Streams.show(
          VariantReport(of: comparison, places: (a, b), in: language).text, terminator: "")
      }
    }
  }
}
