import Foundation
import Reports
import Testing

@Suite("The command line", .serialized)
struct CommandLineTests {
  private let quickstart = "Scenarios/quickstart.yaml"

  @Test("runs a scenario, leaves a folder that explains itself, and audits it")
  func runAndAudit() throws {
    try withTemporaryFolder { folder in
      let results = folder + "/results"
      let run = try CommandLineRun("run", quickstart, "--output", results)
      #expect(run.status == 0)
      #expect(run.errors == "", "no progress bar in a pipe")
      #expect(run.output.contains("Riders served"))
      let files = Set(try #require(FileManager.default.subpaths(atPath: results)))
      #expect(
        files.isSuperset(of: [
          "summary.json", "kpis.csv", "trips.csv", "vehicles.csv", "effort.csv", "epochs.csv",
          "trace/greedy.jsonl.gz", "trace/batch.jsonl.gz", "manifest.json", "inputs/requests.csv",
          "inputs/nodes.csv", "inputs/roads.csv", "inputs/vehicles.csv", "inputs/rules.json",
        ]))
      let audit = try CommandLineRun("audit", results)
      #expect(audit.status == 0)
      #expect(audit.output.hasSuffix(": sound\n"))

      let kpis = results + "/kpis.csv"
      let stated = try String(contentsOfFile: kpis, encoding: .utf8)
      let lines = stated.split(separator: "\n")
      let cells = lines[1].split(separator: ",", omittingEmptySubsequences: false)
      let column = try #require(
        lines[0].split(separator: ",").firstIndex(of: "wait_desired_s"))
      let value = try #require(Double(cells[column]))
      let forged = cells.indices.map { $0 == column ? "\(value + 1)" : String(cells[$0]) }
      try stated.replacingOccurrences(of: lines[1], with: forged.joined(separator: ","))
        .write(toFile: kpis, atomically: true, encoding: .utf8)
      let caught = try CommandLineRun("audit", results)
      #expect(caught.status == 1)
      #expect(caught.output.contains("wait_desired"))

      try "nothing".write(toFile: results + "/summary.json", atomically: true, encoding: .utf8)
      #expect(try CommandLineRun("audit", results).status == 65)
      try FileManager.default.removeItem(atPath: kpis)
      #expect(try CommandLineRun("audit", results).status != 0)
    }
  }

  @Test("promises no more bookings than a run draws, and says where the rules refuse most of them")
  func promises() throws {
    let town = "Scenarios/senboku/trial-2.yaml"
    let none = try CommandLineRun("validate", town, "--set", "demand.shortest_trip=50 km")
    #expect(none.status == 0, "\(none.errors)")
    #expect(none.output.contains("; 0.0 bookings a day on average;"))
    let note = "note: no trip is as long as demand.shortest_trip, 50000 m, for shopping, dining, "
    #expect(none.output.contains(note))
    try withTemporaryFolder { folder in
      let run = try CommandLineRun(
        "run", town, "--days", "2", "--set", "demand.shortest_trip=50 km", "--output", folder + "/o"
      )
      #expect(run.status == 0 && run.errors.contains(note))
    }
    let few = try CommandLineRun("validate", town, "--set", "demand.shortest_trip=4 km")
    #expect(few.status == 0, "\(few.errors)")
    #expect(few.output.contains("; 23.3 bookings a day on average;"))
    #expect(
      few.output.contains(
        "4000 m, for ward office; bookings a day: 23.3 of 24.5\n"))
    let sound = try CommandLineRun("validate", town)
    #expect(sound.output.contains("; 24.5 bookings a day on average;"))
    #expect(!sound.output.contains("note:"))
    let late = try CommandLineRun("validate", town, "--set", "service.hours=34:00-40:00")
    #expect(late.output.contains(" cannot be served: ") && late.output.contains(" outside_hours"))
    let seats = ["fleet.seats=1", "demand.party_sizes=[0,0,1]"].flatMap { ["--set", $0] }
    let many = try CommandLineRun(["validate", town] + seats)
    #expect(many.output.contains(" with more riders than seats in any van"), "\(many.errors)")
    let night = try CommandLineRun("validate", town, "--set", "fleet.shift=47:00-47:59")
    #expect(night.output.contains(" outside all shifts"), "\(night.errors)")
  }

  @Test("gives the same traces again, and on one thread as on two")
  func deterministic() throws {
    try withTemporaryFolder { folder in
      let digests = try ["1", "2", "2"].map { threads in
        let run = try CommandLineRun(
          "run", "Scenarios/senboku/trial-2.yaml", "--days", "4", "--threads", threads, "--json",
          "--output", folder + "/r")
        #expect(run.status == 0, "\(run.errors)")
        return try Summary(json: Data(run.output.utf8)).traceDigests
      }
      #expect(digests[0].count == 2)
      #expect(digests[0] == digests[1])
      #expect(digests[1] == digests[2])
      let other = try CommandLineRun(
        "run", "Scenarios/senboku/trial-2.yaml", "--days", "4", "--seed", "7", "--json",
        "--output", folder + "/other")
      #expect(try Summary(json: Data(other.output.utf8)).traceDigests != digests[0])
    }
  }

  @Test("gives the same traces however travel times are kept, and says how that was")
  func travelTimes() throws {
    try withTemporaryFolder { folder in
      let digests = try ["matrix", "labels"].map { backend in
        let results = "\(folder)/\(backend)"
        let run = try CommandLineRun(
          "run", "Scenarios/senboku/trial-2.yaml", "--days", "2", "--json", "--output", results,
          "--set", "network.travel_times=\(backend)")
        #expect(run.status == 0, "\(run.errors)")
        let manifest = try String(contentsOfFile: results + "/manifest.json", encoding: .utf8)
        #expect(manifest.contains("\"travel_times\" : \"\(backend)\""))
        return try Summary(json: Data(run.output.utf8)).traceDigests
      }
      #expect(digests[0] == digests[1])
    }
  }

  @Test("replaces results of the same inputs only, unless told to")
  func replacing() throws {
    try withTemporaryFolder { folder in
      let results = folder + "/r"
      #expect(try CommandLineRun("run", quickstart, "--output", results, "--quiet").output == "")
      #expect(try CommandLineRun("run", quickstart, "--output", results).status == 0)
      let changed = try CommandLineRun(
        "run", quickstart, "--output", results, "--set", "fleet.vans=3")
      #expect(changed.status == 73)
      #expect(changed.errors.contains("--force"))
      let forced = try CommandLineRun(
        "run", quickstart, "--output", results, "--set", "fleet.vans=3", "--force")
      #expect(forced.status == 0)
      try "mine".write(toFile: folder + "/notes.txt", atomically: true, encoding: .utf8)
      #expect(try CommandLineRun("run", quickstart, "--output", folder).status == 73)
      #expect(FileManager.default.fileExists(atPath: folder + "/notes.txt"))
    }
  }

  @Test("ends with a status that says what is wrong, and one clear error")
  func statuses() throws {
    try withTemporaryFolder { folder in
      #expect(try CommandLineRun("run").status == 64)
      #expect(try CommandLineRun("run", quickstart, "--strategies", "gredy").status == 64)
      #expect(try CommandLineRun("run", quickstart, "--set", "vans").status == 64)
      #expect(try CommandLineRun("run", folder + "/none.yaml").status == 66)
      #expect(try CommandLineRun("audit", folder).status == 66)
      #expect(try CommandLineRun("regress", "Scenarios/senboku/data/none.yaml").status == 66)
      #expect(
        try CommandLineRun("synthesize", folder + "/none.yaml", "--output", folder).status == 66)

      let text = try String(
        contentsOf: CommandLineRun.root.appendingPathComponent(quickstart), encoding: .utf8)
      let wrong = folder + "/wrong.yaml"
      try text.replacingOccurrences(of: "  vans: 1", with: "  vams: 1")
        .write(toFile: wrong, atomically: true, encoding: .utf8)
      let run = try CommandLineRun("run", wrong, "--output", folder + "/r")
      #expect(run.status == 65)
      #expect(run.errors.contains("wrong.yaml:"))
      #expect(run.errors.contains("fleet.vams: expected a known key, found \"vams\""))
      #expect(run.errors.contains("vans"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/r"))

      let set = try CommandLineRun("validate", quickstart, "--set", "fleet.seats=none")
      #expect(set.status == 65)
      #expect(set.errors.contains("--set fleet.seats=none"))
      #expect(try CommandLineRun("validate", quickstart).status == 0)
    }
  }

  @Test("lists every strategy with its parameters")
  func strategies() throws {
    let list = try CommandLineRun("strategies").output
    for word in ["greedy", "batch", "mode", "interval", "answer_within"] {
      #expect(list.contains(word))
    }
    #expect(try CommandLineRun("strategies", "--json").output.hasPrefix("[\n"))
  }

  @Test("holds a run against what is expected of it")
  func regress() throws {
    let same = try CommandLineRun("regress", quickstart)
    #expect(same.status == 0, "\(same.output)")
    let moved = try CommandLineRun("regress", quickstart, "--set", "service.halt=60 s")
    #expect(moved.status == 1)
    #expect(moved.output.contains("greedy: trace_sha256"))
    #expect(moved.output.contains("greedy: wait_desired: expected"))
    let tolerant = try CommandLineRun(
      "regress", quickstart, "--set", "service.halt=60 s", "--tolerance", "1000")
    #expect(tolerant.status == 0, "\(tolerant.output)")
  }
}
