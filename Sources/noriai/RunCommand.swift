import ArgumentParser
import Dispatching
import Foundation
import Journal
import Logging
import Mobility
import Reports
import RoadNetwork
import ScenarioFiles
import ScenarioModel
import Simulator
import Studies

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulate a scenario and compare its strategies.",
    discussion: """
      Prints the comparison and writes a result folder: report.html (everything on one page, in \
      English and Japanese), summary.json, summary.en.md and summary.ja.md (for an issue or a \
      chat), kpis.csv (a row per day and strategy), trips.csv (a row per request), fixes.csv (what \
      would have served the refused), vehicles.csv, results.gpkg and geojson/ (layers for QGIS and \
      the like), effort.csv and epochs.csv (what the planning took, with its bounds), the traces, \
      the inputs, and manifest.json. Results of the same inputs are replaced; those of others need \
      --force. A folder of anything else is never replaced. A run that is killed leaves the old \
      folder or the new one, whole.

      Example: noriai run Scenarios/senboku/trial-2.yaml --days 60 --set fleet.vans=3
      """)

  @Argument(help: "The scenario file.")
  var scenario: String

  @OptionGroup var options: ScenarioOptions

  @OptionGroup var page: PageOptions

  @OptionGroup var maps: MapOptions

  @Option(name: [.short, .long], help: "The result folder; results/<scenario> unless given.")
  var output: String?

  @Flag(help: "Replace results of other inputs, too, and keep files that are no results.")
  var force = false

  @Flag(help: "Also say how far each strategy is from the best possible; see noriai bound.")
  var bound = false

  @Flag(help: "Print summary.json instead of the table.")
  var json = false

  @Option(
    help: ArgumentHelp(
      """
      Only say why a request was refused or given its van, and what would have served it: day and \
      request as trips.csv numbers them, as in 12:17, or with the request's own id. Writes nothing.
      """, valueName: "day:request"))
  var explain: RequestAddress?

  @Option(
    help: """
      Days whose refusals are looked at for the cheapest fix: all, animated (the one that \
      report.html shows), none, or auto (all where at most 60 requests were refused, else animated; \
      the most telling first, for about a quarter of the run's work).
      """)
  var fixes = FixDays.auto

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say on standard error what is being done.")
  var verbose = false

  @Option(help: "Language of the table: en or ja.")
  var language: Language = .english

  @Option(help: "Days simulated side by side; the results are the same for every number.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard threads > 0 else { throw ValidationError("--threads expects a number of at least 1") }
    if explain != nil, output != nil || force {
      throw ValidationError("--explain writes nothing: expected neither --output nor --force")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      var logger = Logger(label: "noriai") { _ in StandardErrorLog() }
      logger.logLevel = verbose ? .info : .error
      let scenario = try options.read(scenario)
      let libraries = try page.found()
      if !quiet, let note = scenario.noteOnTrips { Streams.complain("note: \(note)") }
      let experiment = Experiment(scenario, maker: StrategyCatalogue.strategy)
      if let explain {
        try tell(explain, of: experiment)
        return
      }
      let requests = experiment.bookings.reduce(0) { $0 + $1.count }
      logger.info(
        "\(scenario.network.nodeCount) nodes, \(scenario.places.count) places, \(requests) requests"
      )
      let folder = output ?? ResultFolder.standardPath(for: scenario.name)
      let replacing: ResultFolder.Replacing = force ? .anyInputs : .sameInputs
      try ResultFolder.checkRoom(
        at: folder, for: ScenarioRun.manifest(before: experiment), replacing: replacing)

      let run = try await ScenarioRun(
        experiment, fixing: fixes, bound: bound, threads: threads, quiet: quiet)
      for outcome in run.outcomes {
        let counts = outcome.days.map(\.decisionTime).reduce(.zero, +)
        logger.info("\(outcome.settings.id): \(counts) of planning")
      }
      let report = ReportPage(
        PageData(of: run.pageSource), libraries: libraries, baseMap: page.baseMap)
      try ResultFolder.write(
        try run.files() + [(PageOptions.fileName, report.html())] + maps.files(of: run.pageSource),
        manifest: run.manifest, to: folder, replacing: replacing)
      if json {
        try Streams.show(String(decoding: try run.summary.json(), as: UTF8.self), terminator: "")
      } else if !quiet {
        try Streams.show(run.table(in: language))
        try Streams.show("\(folder)/")
      }
    }
  }
  private func tell(_ address: RequestAddress, of experiment: Experiment) throws {
    let (day, booking) = try address.found(in: experiment.bookings)
    let explanations = try experiment.explain(booking.request.id, ofDay: day)
    let scenario = experiment.scenario
    if json {
      let record = ExplanationRecord(explanations, of: booking, in: scenario)
      try Streams.show(String(decoding: try record.json(), as: UTF8.self), terminator: "")
    } else {
      try Streams.show(
        ExplanationText(explanations, of: booking, in: scenario, language: language).text)
    }
  }
}
