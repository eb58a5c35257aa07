import ArgumentParser
import Mobility
import ScenarioFiles

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Re-derive every rule and figure of finished results from their traces and inputs.",
    discussion: """
      Works on its own: paths, timings, limits and KPIs are computed by code that the simulator \
      does not share. Every file of the folder is looked at, and at the end it says how: traces are \
      lived again, tables and summary.json worked out again, all others compared with their digests \
      in manifest.json. Ends with status 1 when anything differs.
      """)

  @Argument(help: "A result folder.")
  var folder: String

  @Flag(help: "Print nothing but what differs.")
  var quiet = false

  func run() async throws {
    try await Failure.reporting {
      let results = try ResultFolder.open(folder)
      let files = AuditedFiles(of: results)
      let audit = try AuditedResults(results)
      let findings = files.findings + audit.findings
      for finding in findings { try Streams.show(finding.visible) }
      if !findings.isEmpty {
        Streams.complain("\(folder): \(findings.count) differences")
        throw Failure.checkSaysNo
      }
      if !quiet {
        for (coverage, names) in files.covered {
          try Streams.show("\(coverage.rawValue): \(names.joined(separator: ", ").visible)")
        }
        let (runs, days) = (results.manifest.runs.count, results.manifest.days)
        try Streams.show(
          "\(folder): \(runs) strategies, \(days) days, \(audit.records) records: sound")
      }
    }
  }
}
