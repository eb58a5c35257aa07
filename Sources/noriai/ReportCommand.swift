import ArgumentParser
import Reports
import ScenarioFiles

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write report.html from finished results: everything on one page.",
    discussion: """
      The page opens from disk without a network, in English and Japanese: the answer in words, \
      strategies with intervals, waits, a map, an animated day, vehicles, refusals, equity, and how \
      to reproduce the run. It is the one that noriai run writes, made again.

      Example: noriai report results/senboku-trial-2 --day 12
      """)

  @Argument(help: "A result folder.")
  var folder: String

  @Option(help: "The day to animate, as trips.csv numbers them; a typical one unless given.")
  var day: Int?

  @OptionGroup var page: PageOptions

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
      try results.add(PageOptions.fileName, bytes: report.html())
      print(FilePath.join(folder, PageOptions.fileName))
    }
  }
}
