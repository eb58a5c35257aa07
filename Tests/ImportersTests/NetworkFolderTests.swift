import Foundation
import Importers
import Mobility
import RoadNetwork
import ScenarioFiles
import Testing

@Suite("Network folders and profiles")
struct NetworkFolderTests {
  private func map() -> TinyMap {
    var map = TinyMap()
    for id in 1...4 { map.node(Int64(id), Double(id), id == 4 ? 1 : 0) }
    map.way(1, [1, 2, 3], ["highway": "tertiary"])
    map.way(2, [2, 4])
    return map
  }

  private func write(
    _ network: OSMImport, to path: String, replacing: NetworkFolder.Replacing = .nothing
  ) throws(InputErrors) {
    try NetworkFolder.write(OSMImport.fileNames, to: path, replacing: replacing) { name, sink in
      try network.write(name, to: sink)
    }
  }

  @Test("what goes wrong while writing leaves nothing behind")
  func failing() throws {
    struct Failure: Error {}
    let path = Scratch.path("network")
    #expect(throws: InputErrors.self) {
      try NetworkFolder.write(["nodes.csv"], to: path, replacing: .nothing) { _, sink in
        try sink("half a ta")
        throw Failure()
      }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try partial(path).isEmpty)
  }

  private func partial(_ path: String) throws -> [String] {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.contains(".partial") && $0.contains(path.suffix(36)) }
  }

  @Test("a folder reads back as the network that was imported")
  func roundTrip() throws {
    let network = try map().imported()
    let path = Scratch.path("network")
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(network, to: path)
    let folder = try NetworkFolder(reading: path)
    #expect(folder.keys == network.nodeKeys)
    #expect(folder.network.coordinates == network.network.coordinates)
    #expect(folder.network.firstOut == network.network.firstOut)
    #expect(folder.network.head == network.network.head)
    #expect(folder.network.duration == network.network.duration)
    #expect(folder.network.length == network.network.length)
    #expect(folder.network.roadClass == network.network.roadClass)
    #expect(folder.digest.count == 64)

    // Other names, the same network; another time, another network.
    func changed(_ file: String, _ old: String, _ new: String) throws -> String {
      let copy = Scratch.path("network")
      defer { try? FileManager.default.removeItem(atPath: copy) }
      try NetworkFolder.write(OSMImport.fileNames, to: copy, replacing: .nothing) { name, sink in
        try network.write(name) { try sink(name == file ? $0.replacing(old, with: new) : $0) }
      }
      return try NetworkFolder(reading: copy).digest
    }
    #expect(try changed("walk_roads.csv", "street", "path") == folder.digest)
    #expect(try changed("roads.csv", ",collector", ",primary") != folder.digest)
  }

  @Test("a folder is replaced only when that is asked for, and only if it is a network")
  func replacing() throws {
    let network = try map().imported()
    let path = Scratch.path("network")
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(network, to: path + "/")
    #expect(throws: InputErrors.self) { try write(network, to: path) }
    try write(network, to: path, replacing: .sameFiles)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path + "/stops.csv"))
    do {
      try write(network, to: path, replacing: .sameFiles)
      Issue.record("a file of the user is gone")
    } catch {
      #expect(error.exitCode == 73)
      #expect("\(error)".contains("stops.csv"))
    }
    #expect(FileManager.default.fileExists(atPath: path + "/stops.csv"))
    #expect(try partial(path).isEmpty)
  }

  @Test("a missing or broken table is reported with its place")
  func broken() throws {
    let path = Scratch.path("network")
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: InputErrors.self) { try NetworkFolder(reading: path) }
    let names = ["nodes.csv", "roads.csv"]
    try NetworkFolder.write(names, to: path, replacing: .nothing) { name, sink in
      try sink(
        name == "nodes.csv"
          ? "node,latitude_deg,longitude_deg\na,1,2\n"
          : "from,to,duration_ms,length_m,class\na,b,1,1,local\n")
    }
    do {
      _ = try NetworkFolder(reading: path)
      Issue.record("node b is nowhere")
    } catch {
      #expect(error.exitCode == 65)
      #expect("\(error)".contains("roads.csv:2:3: to: expected a node of the network, found \"b\""))
    }
  }

  private func profile(_ text: String) throws -> ImportProfile {
    let path = Scratch.path("profile")
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return try ImportProfile(reading: path)
  }

  @Test("a profile changes what it names and nothing else")
  func profiles() throws {
    #expect(try profile("") == .standard)
    let changed = try profile(
      """
      speeds_kmh:
        residential: 22.5
        track: 0
      maxspeed_share: 0.9
      walking_pace_kmh: 7
      excluded_services: [alley]
      access_values: {destination: closed, customers: open}
      locked_gates: open
      walking_kmh: 4.8
      steps_kmh: 1.5
      """)
    var expected = ImportProfile.standard
    expected.speedKmh[.residential] = 22.5
    expected.speedKmh[.track] = nil
    expected.maxspeedShare = 0.9
    expected.walkingPaceKmh = 7
    expected.excludedServices = ["alley"]
    expected.accessValues["destination"] = .closed
    expected.accessValues["customers"] = .open
    expected.lockedGates = .open
    expected.walkingKmh = 4.8
    expected.stepsKmh = 1.5
    #expect(changed == expected)
  }

  @Test(
    "slips in a profile are reported with what may be meant",
    arguments: [
      ("speeds_kmh:\n  residental: 20", "nearest known key: residential"),
      ("speed_kmh:\n  residential: 20", "nearest known key: speeds_kmh"),
      ("speeds_kmh:\n  residential: fast", "a speed in km/h"),
      ("speeds_kmh:\n  residential: 0.5", "0 or a speed of at least 1 km/h"),
      ("access_values:\n  destination: shut", "one of open, closed"),
      ("locked_gates: shut", "one of open, closed"),
      ("maxspeed_share: 3", "from 0.1"), ("excluded_services: alley", "a list"),
    ])
  func slips(_ text: String, _ expected: String) {
    do {
      _ = try profile(text)
      Issue.record("nothing was reported")
    } catch {
      #expect("\(error)".contains(expected))
    }
  }
}
