import Foundation
import Testing

@Suite("The benchmark command")
struct BenchmarkCommandTests {
  private static let files = [
    "nodes.csv": "node,x,y\n0,0,0\n1,100,0\n2,200,0\n",
    "edges.csv": "from,to,seconds,meters\n0,1,10,100\n1,2,10,100\n2,1,10,100\n1,0,10,100\n",
    "vehicles.csv": "id,start_node,capacity\n0,2,8\n",
    "requests.csv":
      "id,t_request_s,from_node,to_node,passengers\n0,5,0,2,3\n1,60,1,1,1\n2,90,0,1,9\n",
    "params.json":
      """
    {"max_wait_s": 600, "max_detour_factor": 1.5, "max_detour_add_s": 0, "boarding_s": 30}
    """,
  ]

  private func withInstance(_ body: (_ path: String, _ cache: String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/three"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for (name, text) in Self.files {
        try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
      }
      try body(path, folder + "/cache")
    }
  }

  @Test("prints the agreed figures as JSON, by hand 20 s of waiting and of riding")
  func json() throws {
    try withInstance { path, cache in
      for _ in 0..<2 {
        let run = try CommandLineRun("benchmark", path, "--cache", cache, "--json")
        #expect(run.status == 0)
        #expect(run.errors == "")
        let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let figures = try #require(read as? [String: Any])
        #expect(
          Set(figures.keys) == [
            "instance", "strategy", "requests", "served", "wait_mean_s", "wait_p90_s",
            "wait_p95_s", "ride_mean_s", "vkm", "cost_mean", "cpu_s", "wall_s", "peak_mb",
            "us_per_request", "trace_sha256",
          ])
        #expect(figures["instance"] as? String == "three")
        #expect(figures["strategy"] as? String == "greedy")
        #expect(figures["requests"] as? Int == 3)
        #expect(figures["served"] as? Int == 1, "one goes nowhere, and nine are too many")
        // From node 2 to node 0, and back.
        #expect(figures["wait_mean_s"] as? Double == 20)
        #expect(figures["wait_p95_s"] as? Double == 20)
        #expect(figures["ride_mean_s"] as? Double == 20)
        #expect(figures["vkm"] as? Double == 0.4)
        #expect((figures["trace_sha256"] as? String)?.count == 64)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: cache).count == 1)
    }
  }

  @Test("takes settings of the benchmark, and suggests the known one")
  func settings() throws {
    try withInstance { path, cache in
      func run(_ setting: String) throws -> CommandLineRun {
        try CommandLineRun("benchmark", path, "--cache", cache, "--set", setting)
      }
      #expect(try run("preset=karri").status == 0)
      #expect(try run("weights.wait=2.5").status == 0)
      let unknown = try run("weights.wiat=2")
      #expect(unknown.status == 64)
      #expect(unknown.errors.contains("nearest known setting: weights.wait"))
      let wrong = try run("preset=soft")
      #expect(wrong.status == 64)
      #expect(wrong.errors.contains("expected one of hard, karri, dial-a-ride, found \"soft\""))
      let strategy = try CommandLineRun("benchmark", path, "--strategy", "gredy")
      #expect(strategy.status == 64)
      #expect(strategy.errors.contains("nearest known strategy: greedy"))
      let other = try CommandLineRun("benchmark", path, "--strategy", "shortest-path")
      #expect(other.errors.contains("known strategies: nearest, greedy, batch, lns"))
      let missing = try CommandLineRun("benchmark", path + "s")
      #expect(missing.status == 66)
    }
  }
}
