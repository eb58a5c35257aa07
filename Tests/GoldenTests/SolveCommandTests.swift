import Foundation
import Testing

@Suite("The command that solves dial-a-ride instances")
struct SolveCommandTests {
  /// Two riders on a line who can share a vehicle: 10 there and 10 back.
  private static let shared = """
    2 2 100 2 30
    0   0.0   0.0   0   0    0  100
    1   2.0   0.0   1   1    0  100
    2   4.0   0.0   1   1    0  100
    3   8.0   0.0   1  -1    0  100
    4  10.0   0.0   1  -1    0  100
    5   0.0   0.0   0   0    0  100

    """

  private func solve(_ text: String, _ arguments: String...) throws -> CommandLineRun {
    var result: CommandLineRun?
    try withTemporaryFolder { folder in
      let path = folder + "/shared.txt"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let costs = folder + "/best.csv"
      try "# Costs.\ninstance,bks,by\nshared,16.00,hand\n".write(
        toFile: costs, atomically: true, encoding: .utf8)
      result = try CommandLineRun(
        "solve", "darp", path, "--iterations", "100", arguments.first ?? "--quiet",
        arguments.count > 1 ? costs : "--quiet")
    }
    return try #require(result)
  }

  @Test("prints the agreed figures as JSON, the cost by hand")
  func json() throws {
    let run = try solve(Self.shared, "--json")
    #expect(run.status == 0)
    #expect(run.errors == "")
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let solutions = try #require(read as? [[String: Any]])
    let figures = try #require(solutions.first)
    #expect(
      Set(figures.keys) == [
        "instance", "cost", "vehicles", "feasible", "lower_bound", "proved_optimal", "iterations",
        "cpu_s",
      ])
    #expect(figures["instance"] as? String == "shared")
    #expect(figures["cost"] as? Double == 20)
    #expect(figures["vehicles"] as? Int == 1)
    #expect(figures["feasible"] as? Bool == true)
    #expect(figures["proved_optimal"] as? Bool == true)
    let iterations = try #require(figures["iterations"] as? Int)
    #expect((1...100).contains(iterations), "none are made once the optimum is proved")
  }

  @Test("prints how far the costs are from the best known ones")
  func gap() throws {
    let run = try solve(Self.shared, "--best-known", "best.csv")
    #expect(run.status == 0)
    #expect(run.output.contains(#/shared +20\.00 +16\.00 +25\.000 +20\.00 +optimal/#))
  }

  @Test("says where a file is damaged, and that one is missing")
  func problems() throws {
    let damaged = try solve(Self.shared.replacingOccurrences(of: "4.0   0.0", with: "4.0   zero"))
    #expect(damaged.status == 65)
    #expect(damaged.errors.contains("shared.txt:4:11: y: expected a number, found \"zero\""))
    let fraction = try solve(Self.shared.replacingOccurrences(of: "2 2 100", with: "2.5 2 100"))
    #expect(fraction.errors.contains("1:1: vehicles: expected a whole number, found \"2.5\""))
    #expect(try solve("").errors.contains("expected a dial-a-ride instance, found nothing"))
    #expect(try CommandLineRun("solve", "darp", "nowhere.txt").status == 66)
    #expect(try CommandLineRun("solve", "darp").status == 64)
  }

  /// Published instances, if they are beside the project.
  private static let published = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../../shared/data/darp/cordeau-laporte-2003").standardizedFileURL
    .path

  /// Its windows are too wide for a bound of column generation: only the search can find this.
  @Test(
    "comes within 2 % of the best known cost of a published instance in a short search",
    .enabled(if: FileManager.default.fileExists(atPath: published), "../shared is absent"))
  func shortSearch() throws {
    let run = try CommandLineRun(
      "solve", "darp", Self.published + "/pr03", "--iterations", "3000", "--json")
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let figures = try #require((read as? [[String: Any]])?.first)
    let cost = try #require(figures["cost"] as? Double)
    #expect(figures["feasible"] as? Bool == true)
    #expect(cost < 532.00 * 1.02, "Cordeau and Laporte's instance has a solution of 532.00")
  }

  @Test(
    "names the request that proves that there is no solution, and ends with code 1",
    arguments: [
      ("100\n5", "3\n5", "request 2: no vehicle can be at both places in their time windows"),
      ("2 2 100 2 30", "2 2 100 2 5", "request 1: even its direct ride is over the longest ride"),
      (
        "2 2 100 2 30", "2 2 15 2 30",
        "request 1: even a route for it alone is over the longest route"
      ),
      (
        "0   1  -1    0  100\n", "0   1  -1    0  100\n",
        "request 1: its load of 9 is over the 2 seats of a vehicle"
      ),
    ])
  func infeasible(old: String, new: String, reason: String) throws {
    var text = Self.shared.replacingOccurrences(of: old, with: new)
    if reason.contains("load") {
      text = text.replacingOccurrences(of: "2.0   0.0   1   1", with: "2.0   0.0   1   9")
        .replacingOccurrences(of: "8.0   0.0   1  -1", with: "8.0   0.0   1  -9")
    }
    let run = try solve(text)
    #expect(run.status == 1)
    #expect(run.errors == "shared: infeasible: \(reason)\n")
    #expect(run.output.contains("infeasible"))
    #expect(!run.output.contains("optimal"))
    let json = try solve(text, "--json")
    #expect(json.status == 1)
    #expect(json.output.contains(#""infeasible" : "\#(reason)""#))
  }

  @Test("says so where it finds no solution and knows of none")
  func noneFound() throws {
    // One vehicle cannot be at both pickups at their only moments.
    let text = Self.shared.replacingOccurrences(of: "2 2 100", with: "1 2 100")
      .replacingOccurrences(of: "1   1    0  100", with: "1   1   10   10")
    let run = try solve(text)
    #expect(run.status == 1)
    #expect(run.output.contains("none found"))
    #expect(run.errors.hasSuffix("iterations, and no proof that there is none\n"))
  }
}
