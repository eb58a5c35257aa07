import Foundation
import Testing

@Suite("Why a rider was refused, on the command line", .serialized)
struct ExplainCommandTests {
  private let town = "Scenarios/senboku/trial-2.yaml"

  @Test("a refusal is told for every strategy, in both languages and for programs")
  func refusal() throws {
    let english = try CommandLineRun("run", town, "--explain", "8:4")
    #expect(english.status == 0, "\(english.errors)")
    let lines = english.output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("Request 4 of day 8 ("))
    #expect(lines.filter { ["greedy", "batch"].contains($0) } == ["greedy", "batch"])
    #expect(lines.count { $0.contains("Refused at 09:02:39: no vehicle in time.") } == 2)
    #expect(lines.contains { $0.hasPrefix("    wait up to 2 min longer  ") })
    #expect(lines.contains { $0.hasPrefix("    one more van from 9:00  ") })
    let japanese = try CommandLineRun("run", town, "--explain", "8:4", "--language", "ja")
    #expect(japanese.output.contains("待ち時間の上限を2分延ばす"))
    let json = try CommandLineRun("run", town, "--explain", "8:4", "--json")
    let record = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((record["strategies"] as? [Any])?.count == 2)
  }

  @Test("a request that is not there is an error that names the nearest")
  func unknown() throws {
    let beyond = try CommandLineRun("run", town, "--explain", "8:99")
    #expect(beyond.status == 64 && beyond.errors.contains("nearest known: 8:18"))
    #expect(try CommandLineRun("run", town, "--explain", "30:1").status == 64)
    #expect(try CommandLineRun("run", town, "--explain", "1").status == 64)
    #expect(try CommandLineRun("run", town, "--explain", "1:x").status == 64)
    #expect(try CommandLineRun("run", town, "--explain", "8:4", "--force").status == 64)
    let single = try CommandLineRun("run", "Scenarios/quickstart.yaml", "--explain", "3")
    #expect(single.status == 0 && single.output.contains("Accepted at 09:02:00 by van 1"))
  }

  @Test("fixes are kept in the folder, so that the page can be written again")
  func fixes() throws {
    try withTemporaryFolder { folder in
      for (days, count) in [("none", 0), ("all", 6)] {
        let results = folder + "/" + days
        let run = try CommandLineRun(
          "run", town, "--days", "6", "--fixes", days, "--quiet", "--output", results)
        #expect(run.status == 0, "\(run.errors)")
        let table = try String(contentsOfFile: results + "/fixes.csv", encoding: .utf8)
        #expect(table.split(separator: "\n").count == 1 + count)
        let page = try Data(contentsOf: URL(fileURLWithPath: results + "/report.html"))
        #expect(try CommandLineRun("report", results).status == 0)
        let again = try Data(contentsOf: URL(fileURLWithPath: results + "/report.html"))
        #expect(again == page)
        // A whole page is no message.
        let says = String(decoding: page, as: UTF8.self).contains(#""fixDays":"\#(days)""#)
        #expect(says, "\(days)")
      }
    }
  }
}
