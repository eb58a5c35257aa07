import ArgumentParser
import Audit
import Journal
import Mobility
import Reports
import ScenarioFiles
import ScenarioModel

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Re-derive every rule and figure of finished results from their traces and inputs.",
    discussion: """
      Works on its own: paths, timings, limits and KPIs are computed by code that the simulator \
      does not share. Ends with status 1 when anything differs.
      """)

  @Argument(help: "A result folder.")
  var folder: String

  @Flag(help: "Print nothing but what differs.")
  var quiet = false

  func run() async throws {
    try await Failure.reporting {
      let results = try ResultFolder.open(folder)
      let inputs = try results.inputs()
      let auditor = Auditor(AuditInputs(inputs))
      let claimed = try ClaimedFigures(in: results)
      var (count, records) = (0, 0)
      for run in results.manifest.runs {
        let id = run.settings.id
        let traces = try results.traces(of: id)
        // A day without records is a trace that lacks them all.
        let days = inputs.days.map { day in
          AuditedDay(
            trace: traces.first { $0.day == day.number } ?? Trace(day: day.number),
            requests: Column(day.bookings.map(\.request)))
        }
        var findings = days.flatMap { auditor.findings(in: $0) }
        // Figures of a day that broke the rules mean nothing.
        if findings.isEmpty {
          findings += Auditor.differences(
            between: try claimed.figures(of: id), and: auditor.figures(of: days))
        }
        for finding in findings { try Streams.show("\(id): \(finding)") }
        count += findings.count
        records += traces.reduce(0) { $0 + $1.records.count }
      }
      if count > 0 {
        Streams.complain("\(folder): \(count) differences")
        throw Failure.checkSaysNo
      }
      if !quiet {
        let runs = results.manifest.runs.count
        try Streams.show(
          "\(folder): \(runs) strategies, \(inputs.days.count) days, \(records) records: sound")
      }
    }
  }
}
