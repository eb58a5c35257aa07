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

  @Test("a request is also found by the id that its list gives it, which stands in the results")
  func ownId() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/ids.yaml"
      let root = CommandLineRun.root.path
      let text = """
        extends: \(root)/Scenarios/quickstart.yaml
        name: ids
        demand:
          boarding: 10 s
          requests:
            - {id: "0", booked: "08:50", desired: "09:05", from: hill, to: clinic}
            - {id: KS-4, booked: "08:40", desired: "09:25", from: shrine, to: station}

        """
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let results = folder + "/o"
      #expect(try CommandLineRun("run", path, "--output", results, "--quiet").status == 0)
      for file in ["trips.csv", "inputs/requests.csv", "geojson/trips.geojson"] {
        let text = try String(contentsOfFile: results + "/" + file, encoding: .utf8)
        #expect(text.contains("KS-4"), "\(file)")
      }
      for address in ["KS-4", "0:KS-4"] {
        let run = try CommandLineRun("run", path, "--explain", address)
        #expect(run.output.hasPrefix("Request 0 KS-4 of day 0"), "\(run.output)\(run.errors)")
      }
      // An id that reads like a number is the id.
      let named = try CommandLineRun("run", path, "--explain", "0", "--json")
      #expect(named.output.contains(#""request" : 1"#))
      let misspelt = try CommandLineRun("run", path, "--explain", "KS-5")
      #expect(misspelt.status == 64 && misspelt.errors.contains("nearest known id: KS-4"))
      let twice = try CommandLineRun("run", path, "--explain", "KS-4", "--days", "2")
      #expect(twice.status == 64 && twice.errors.contains("as in 0:KS-4"))
      #expect(try CommandLineRun("run", path, "--explain", "1:KS-4", "--days", "2").status == 0)
    }
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

  @Test("fixes that would take much longer than the run are left out, which is said")
  func limitedFixes() throws {
    try withTemporaryFolder { folder in
      var tables: [String] = []
      for threads in ["1", "2"] {
        let results = folder + "/" + threads
        let run = try CommandLineRun(
          "run", town, "--days", "1", "--strategies", "greedy", "--set",
          "demand.bookings_per_day=200", "--threads", threads, "--output", results)
        #expect(run.status == 0, "\(run.errors)")
        tables.append(try String(contentsOfFile: results + "/fixes.csv", encoding: .utf8))
        let trips = try String(contentsOfFile: results + "/trips.csv", encoding: .utf8)
        let refused = trips.split(separator: "\n").count { $0.contains(",refused,") }
        let fixed = tables[0].split(separator: "\n").count - 1
        #expect(fixed > 0 && fixed * 4 < refused)
        #expect(run.output.contains("looked for at \(fixed) of \(refused) refusals"))
        let page = try Data(contentsOf: URL(fileURLWithPath: results + "/report.html"))
        let says = String(decoding: page, as: UTF8.self).contains(#""fixDays":"some""#)
        #expect(says)
      }
      #expect(tables[0] == tables[1])
    }
  }
}
