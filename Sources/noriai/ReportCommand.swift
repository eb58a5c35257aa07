import ArgumentParser
import Reports
import ScenarioFiles

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write report.html and map files from finished results.",
    discussion: """
      The page opens from disk without a network, in English and Japanese: the answer in words, \
      strategies with intervals, waits, a map, an animated day, vehicles, refusals, equity, and how \
      to reproduce the run. With it come results.gpkg and geojson/, the layers of a map for QGIS and \
      the like, with the vehicle paths of the animated day. They are those that noriai run writes, \
      made again.

      Example: noriai report results/senboku-trial-2 --day 12
      """)

  @Argument(help: "A result folder.")
  var folder: String

  @Option(help: "The day to animate, as trips.csv numbers them; a typical one unless given.")
  var day: Int?

  @OptionGroup var page: PageOptions

  @OptionGroup var maps: MapOptions

  func run() async throws {
    try await Failure.reporting {
      let libraries = try page.found()
      let results = try ResultFolder.open(folder)
      let run = try FinishedRun(in: results)
      if let day, !run.days.contains(day) {
        throw ValidationError("--day expects a day of the results, found \(day)")
      }
      let report = ReportPage(
        PageData(of: run.pageSource, day: day), libraries: libraries, baseMap: page.baseMap)
      let mapFiles = try maps.files(of: run.pageSource, day: day)
      try results.add([(PageOptions.fileName, report.html())] + mapFiles)
      try Streams.show(FilePath.join(folder, PageOptions.fileName))
      try Streams.show(FilePath.join(folder, MapOptions.fileName))
    }
  }
}
