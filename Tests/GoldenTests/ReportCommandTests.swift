import Foundation
import Testing

@Suite("The page of a finished run", .serialized)
struct ReportCommandTests {
  private func page(in results: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: results + "/report.html"))
  }

  @Test(
    "is written again from the folder, byte for byte",
    arguments: [
      ["Scenarios/quickstart.yaml"],
      ["Scenarios/senboku/trial-2.yaml", "--days", "3"],
      ["Scenarios/senboku/trial-2-target.yaml", "--days", "2", "--set", "service.diversion=true"],
    ])
  func again(scenario: [String]) throws {
    try withTemporaryFolder { folder in
      let results = folder + "/r"
      let run = try CommandLineRun(["run"] + scenario + ["--quiet", "--output", results])
      #expect(run.status == 0, "\(run.errors)")
      let first = try page(in: results)
      try FileManager.default.removeItem(atPath: results + "/report.html")
      let report = try CommandLineRun("report", results)
      #expect(report.status == 0, "\(report.errors)")
      #expect(report.output == results + "/report.html\n" + results + "/results.gpkg\n")
      #expect(try page(in: results) == first)
      // The folder is still one that a run of the same inputs may replace.
      let rerun = try CommandLineRun(["run"] + scenario + ["--quiet", "--output", results])
      #expect(rerun.status == 0, "\(rerun.errors)")
    }
  }

  @Test("comes to a folder without one, which stays a result folder")
  func missing() throws {
    try withTemporaryFolder { folder in
      let results = folder + "/r"
      let arguments = ["run", "Scenarios/quickstart.yaml", "--quiet", "--output", results]
      #expect(try CommandLineRun(arguments).status == 0)
      let manifest = results + "/manifest.json"
      let listed = try String(contentsOfFile: manifest, encoding: .utf8)
      var bare = try ForgedFolder(results)
      bare.files["report.html"] = nil
      bare.sign()
      try bare.write(to: results)
      #expect(try String(contentsOfFile: manifest, encoding: .utf8) != listed)
      #expect(try CommandLineRun("report", results).status == 0)
      #expect(try String(contentsOfFile: manifest, encoding: .utf8) == listed)
      #expect(try CommandLineRun(arguments).status == 0)
    }
  }

  @Test("has its new digest in the manifest, so that the audit finds the folder sound")
  func digests() throws {
    try withTemporaryFolder { folder in
      let results = folder + "/r"
      _ = try CommandLineRun(
        "run", "Scenarios/senboku/trial-2.yaml", "--days", "2", "--quiet", "--output", results)
      let first = try page(in: results)
      #expect(try CommandLineRun("report", results, "--day", "1", "--all-paths").status == 0)
      #expect(try page(in: results) != first)
      let audit = try CommandLineRun("audit", results)
      #expect(audit.status == 0, "\(audit.output)")
    }
  }

  @Test("shows the day that is asked for; says what is wrong with what it cannot use")
  func problems() throws {
    try withTemporaryFolder { folder in
      let results = folder + "/r"
      _ = try CommandLineRun(
        "run", "Scenarios/senboku/trial-2.yaml", "--days", "2", "--quiet", "--output", results)
      let typical = try page(in: results)
      #expect(try CommandLineRun("report", results, "--day", "1").status == 0)
      #expect(try page(in: results) != typical)
      let mapped = try CommandLineRun("report", results, "--base-map", "gsi")
      #expect(mapped.status == 0)
      #expect(
        String(decoding: try page(in: results), as: UTF8.self).contains("cyberjapandata.gsi.go.jp"))
      #expect(try CommandLineRun("report", results, "--day", "2").status == 64)
      #expect(try CommandLineRun("report", results, "--base-map", "moon").status == 64)
      let bare = try CommandLineRun("report", results, "--libraries", folder)
      #expect(bare.status == 66)
      #expect(bare.errors.contains("chart.min.js"))
      #expect(try CommandLineRun("report", folder + "/none").status == 66)
      try FileManager.default.removeItem(atPath: results + "/epochs.csv")
      #expect(try CommandLineRun("report", results).status == 66)
    }
  }
}
