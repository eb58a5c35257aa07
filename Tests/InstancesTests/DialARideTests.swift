import Foundation
import Instances
import Journal
import Mobility
import TestSupport
import Testing

/// Published instances, if they are beside the project.
private let published = URL(fileURLWithPath: #filePath)
  .appendingPathComponent("../../../../shared/data/darp").standardizedFileURL.path

@Suite("A dial-a-ride instance")
struct DialARideTests {
  /// Two vehicles of two seats and three requests; the third must be let off from 60 to 70.
  private static let small = """
    2 3 240 2 30
    0   0.000   0.000   0   0    0  240
    1   3.000   4.000   3   1   10   25
    2   6.000   8.000   3   1    0  240
    3  -3.000   0.000   3   1    0  240
    4   6.000   0.000   3  -1    0  240
    5   0.000   1.000   3  -1   30   45
    6  -3.000   8.000   3  -1   60   70
    7   0.000   0.000   0   0    0  240

    """

  @Test("is served so that windows, rides, seats and distances hold in the figures of the file")
  func smallIsFeasible() throws {
    let folder = try TemporaryFolder(["small.txt": Self.small])
    #expect(try check(folder["small.txt"]) == 3)
  }

  @Test(
    "of the published ones is served so, too",
    .enabled(if: FileManager.default.fileExists(atPath: published), "../shared is absent"),
    arguments: [
      "cordeau-2006-a/a2-16.txt", "cordeau-2006-a/a4-48.txt", "cordeau-2006-a/a8-96.txt",
      "cordeau-laporte-2003/pr01", "cordeau-laporte-2003/pr05",
    ])
  func publishedAreFeasible(name: String) throws {
    let served = try check(published + "/" + name)
    let instance = try InstanceSource(at: published + "/" + name).read()
    #expect(served * 100 >= instance.requests.count * 95)
  }

  @Test("that is damaged is described by line and column")
  func damaged() throws {
    func problem(_ old: String, _ new: String) throws -> String {
      let text = Self.small.replacingOccurrences(of: old, with: new)
      let folder = try TemporaryFolder(["small.txt": text])
      return try folder.problems("small.txt").split(separator: "\n").first.map(String.init) ?? ""
    }
    #expect(
      try problem("1   3.000", "1   three")
        == "small.txt:3:5: x: expected a number, found \"three\"")
    #expect(
      try problem("   3   1   10   25", "   3   1   10")
        == "small.txt:3:1: expected number, x, y, service, load, opens, closes, found 6 numbers")
    #expect(
      try problem("2 3 240 2 30", "2 4 240 2 30")
        == "small.txt:1:1: requests: expected 4 requests or locations, found 7 locations beside "
        + "the depot")
    #expect(
      try problem("3  -1    0  240", "3  -2    0  240").hasPrefix("small.txt: location 1: expected")
    )
  }

  @Test(
    "with numbers beyond its limits is refused at the number",
    arguments: [
      ("2 3 240 2 30", "0 3 240 2 30", "1:1: vehicles: expected at least 1, found 0"),
      ("2 3 240 2 30", "2 3 240 0 30", "1:9: seats: expected at least 1, found 0"),
      ("2 3 240 2 30", "99999 3 240 2 30", "1:1: vehicles: expected at most 10000, found 99999"),
      ("2 3 240 2 30", "2 3 -1 2 30", "1:5: longest route: expected at least 0, found -1"),
      ("2 3 240 2 30", "2 3 240 2 1e400", "1:11: longest ride: expected a number, found \"1e400\""),
      ("1   3.000", "1   nan  ", "3:5: x: expected a number, found \"nan\""),
      ("1   3.000", "1   inf  ", "3:5: x: expected a number, found \"inf\""),
      ("1   3.000", "1   0x1p3", "3:5: x: expected a number, found \"0x1p3\""),
      ("1   3.000", "1   99999", "3:5: x: expected at most 1000, found 99999"),
      ("1   3.000", "1   -1001", "3:5: x: expected at least -1000, found -1001"),
      ("3   1   10   25", "3   1   10   90000", "3:34: closes: expected at most 2880, found 90000"),
      ("3   1   10   25", "3   1   -1   25", "3:29: opens: expected at least 0, found -1"),
      ("3   1   10   25", "3   10001   10   25", "3:25: load: expected at most 10000, found 10001"),
      (
        "    2   6.000", "    3   6.000",
        "4:1: number: expected 2, as locations are numbered in order from 0, found 3"
      ),
      (
        "    2   6.000", "    1   6.000",
        "4:1: number: expected 2, as locations are numbered in order from 0, found 1"
      ),
      (
        "0   0.000   0.000   0   0    0  240", "0   0.000   0.000   0   0    9    8",
        " location 0: expected a window that opens before it closes"
      ),
    ])
  func limits(old: String, new: String, problem: String) throws {
    // The lines of the file are not indented.
    let (old, new) = (
      old.trimmingCharacters(in: .whitespaces), new.trimmingCharacters(in: .whitespaces)
    )
    try #require(Self.small.contains(old))
    let text = Self.small.replacingOccurrences(of: old, with: new)
    let folder = try TemporaryFolder(["small.txt": text])
    let found = try folder.problems("small.txt").split(separator: "\n").first.map(String.init)
    #expect(found == "small.txt:" + problem)
  }

  @Test("whose longest ride and route are endless is served as without limits")
  func endless() throws {
    let text = Self.small.replacingOccurrences(of: "2 3 240 2 30", with: "2 3 99999 2 99999")
    let folder = try TemporaryFolder(["small.txt": text])
    let instance = try folder.read("small.txt")
    #expect(try instance.greedyDay(in: instance.service()).records.isEmpty == false)
  }

  /// Runs `greedy` and checks the trace against the file, read once more here; the number served.
  private func check(_ path: String) throws -> Int {
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: " ").compactMap { Double($0) } }.filter { !$0.isEmpty }
    let (seats, longestRide) = (rows[0][3], rows[0][4])
    let locations = rows.dropFirst().map { $0 }
    let count = (locations.count - 1) / 2
    let instance = try InstanceSource(at: path).read()
    #expect(instance.requests.count == count)
    let trace = try instance.greedyDay(in: instance.service())

    func minutes(_ time: Instant) -> Double { Double(time.milliseconds) / 60_000 }
    func distance(_ a: Int, _ b: Int) -> Double {
      hypot(locations[a][1] - locations[b][1], locations[a][2] - locations[b][2])
    }
    // Where each vehicle was last served, and when it could leave.
    var last = [VehicleID: (location: Int, free: Double)]()
    var load = [VehicleID: Double]()
    var left = [Int: Double]()
    var served = 0
    var driven = 0.0
    var claimed = 0
    func serve(_ location: Int, by vehicle: VehicleID, at begin: Double) {
      let before = last[vehicle] ?? (0, 0)
      driven += distance(before.location, location)
      #expect(begin >= before.free + distance(before.location, location) - 1e-6)
      #expect(begin >= locations[location][5] - 1e-6)
      #expect(begin <= locations[location][6] + 1e-6)
      load[vehicle, default: 0] += locations[location][4]
      #expect(load[vehicle, default: 0] <= seats)
      last[vehicle] = (location, begin + locations[location][3])
    }
    for record in trace.records {
      switch record.event {
      case .boarded(_, let vehicle, let place):
        serve(place.index, by: vehicle, at: minutes(record.time))
        left[place.index] = minutes(record.time) + locations[place.index][3]
      case .alighted(_, let vehicle, let place):
        let begin = max(minutes(record.time), locations[place.index][5])
        serve(place.index, by: vehicle, at: begin)
        let start = try #require(left[place.index - count])
        #expect(begin - start <= longestRide + 1e-4)
        served += 1
      case .arrived(_, _, let length): claimed += Int(length.count)
      default: break
      }
    }
    for (location, _) in last.values { driven += distance(location, 0) }
    #expect(abs(driven - Double(claimed) / 1000) < 0.001 * Double(2 * count + 8))
    #expect(load.values.allSatisfy { $0 == 0 })
    return served
  }
}
