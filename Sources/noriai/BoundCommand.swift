import ArgumentParser
import Foundation
import Reports
import ScenarioFiles
import ScenarioModel
import Studies

struct BoundCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bound",
    abstract: "Say what a day costs at least, however it is dispatched.",
    discussion: """
      The objective of a day is weighted driving, wait, excess ride, walk and refusals. Two bounds, \
      with GLPK by column generation:
      B1 (bookings): all is known, but no van leaves for a pick-up before it is booked. No dispatcher \
      beats it whose vans neither reposition nor can be diverted.
      B0 (perfect information): all is known from the start, and vans wait where riders will be. No \
      dispatcher beats it; none can be expected to reach it.
      Each bound stands beside a plan that costs little more, or the same where it is proved.

      Example: noriai bound Scenarios/senboku/trial-2.yaml --day 0 --days 20
      """)

  @Argument(help: "The scenario file.")
  var scenario: String

  @Option(help: "The first day, counted from 0.")
  var day: Int

  @Option(help: "Number of days from there on.")
  var days = 1

  @Option(help: "Seed of all random draws.")
  var seed: UInt64?

  @OptionGroup var changes: ScenarioChanges

  @Flag(help: "Print JSON for machines.")
  var json = false

  @Flag(help: "Show no progress.")
  var quiet = false

  @Option(help: "Language of the table: en or ja.")
  var language: Language = .english

  @Option(help: "Days bounded side by side; the results are the same for every number.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard day >= 0 else { throw ValidationError("--day expects a number of at least 0") }
    guard days > 0 else { throw ValidationError("--days expects a number of at least 1") }
    guard threads > 0 else { throw ValidationError("--threads expects a number of at least 1") }
  }

  func run() async throws {
    try await Failure.reporting {
      var overrides = changes.overrides
      overrides.append(("days", String(day + days)))
      if let seed { overrides.append(("seed", String(seed))) }
      let scenario = try ScenarioReader.read(
        scenario, overrides: overrides, strategies: StrategyCatalogue.descriptions)
      let experiment = Experiment(scenario, maker: StrategyCatalogue.strategy)
      let bar = ProgressBar(quiet: quiet)
      let bounds = try await experiment.bounds(ofDays: day..<day + days, threads: threads) {
        bar.show($0, of: $1)
      }
      let table = BoundTable(
        bounds.map { day in
          BoundTable.Day(
            number: day.day, requests: experiment.bookings[day.day].count,
            bookings: .init(day.bookings), perfectInformation: .init(day.perfectInformation))
        }, title: scenario.title)
      try Streams.show(json ? try table.json() : table.text(in: language), terminator: "")
    }
  }
}
