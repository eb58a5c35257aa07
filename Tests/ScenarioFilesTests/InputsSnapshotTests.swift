import Foundation
import Mobility
import RoadNetwork
import ScenarioFiles
import ScenarioModel
import TestSupport
import Testing

@Suite("A snapshot keeps exactly what a run used")
struct InputsSnapshotTests {
  @Test("everything is read back as it was")
  func roundTrip() throws {
    let snapshot = try RunSample().snapshot
    let files = snapshot.files
    let copy = try InputsSnapshot(folder: "results") { path in
      files.first { $0.path == path }?.bytes
    }
    #expect(copy.places == snapshot.places)
    #expect(copy.vehicles == snapshot.vehicles)
    #expect(copy.vehicleNames == snapshot.vehicleNames)
    #expect(copy.rules == snapshot.rules)
    #expect(copy.weights == snapshot.weights)
    #expect(copy.refusalWait == snapshot.refusalWait)
    #expect(copy.days == snapshot.days)
    #expect(copy.network.coordinates == snapshot.network.coordinates)
    #expect(copy.network.firstOut == snapshot.network.firstOut)
    #expect(copy.network.head == snapshot.network.head)
    #expect(copy.network.duration == snapshot.network.duration)
    #expect(copy.network.length == snapshot.network.length)
    #expect(copy.network.roadClass == snapshot.network.roadClass)
    #expect(copy.digest(strategies: []) == snapshot.digest(strategies: []))
  }

  @Test("soft limits, diversion and weights are read back; at their standard, nothing is said")
  func presets() throws {
    func json(_ changes: String) throws -> (text: String, copy: InputsSnapshot) {
      var files = TownSample.files
      files["town.yaml"] = TownSample.scenario.replacing(
        "weights: {driving: 0.5, walk: 1.125}", with: changes)
      let scenario = try TemporaryFolder(files).read("town.yaml")
      let snapshot = InputsSnapshot(scenario, days: [])
      let written = snapshot.files
      let copy = try InputsSnapshot(folder: "results") { path in
        written.first { $0.path == path }?.bytes
      }
      #expect(copy.rules == scenario.rules)
      #expect(copy.weights == scenario.weights)
      let rules = try #require(written.first { $0.path == "inputs/rules.json" })
      return (String(decoding: rules.bytes, as: UTF8.self), copy)
    }
    let standard = try json("diversion: no")
    for word in ["limits", "diversion", "operation", "late"] {
      #expect(!standard.text.contains(word), "\(word)")
    }
    let soft = try json(
      """
      preset: karri
        diversion: yes
        weights: {late_boarding: 2, late_arrival: 3}
      """)
    #expect(soft.copy.rules.limits == .soft)
    #expect(soft.copy.rules.diversion)
    #expect(
      soft.copy.weights
        == Weights(driving: 0, operation: 1000, lateBoarding: 2000, lateArrival: 3000))
  }

  @Test("its tables explain themselves")
  func texts() throws {
    let files = try RunSample().snapshot.files
    func text(_ path: String) throws -> String {
      String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
    }
    #expect(files.map { $0.path } == files.map { $0.path }.sorted())
    #expect(
      try text("inputs/places.csv") == """
        place,key,name,name_latin,node,latitude_deg,longitude_deg,serves_riders
        0,west,西,West,0,34.4801,135.4901,yes
        1,east,"東, 出口",,2,34.4821,135.4899,yes

        """)
    #expect(
      try text("inputs/vehicles.csv") == """
        vehicle,name,start,end,seats,shift_opens_ms,shift_closes_ms
        0,red,0,,4,32400000,64800000
        1,blue,0,1,8,36000000,91800000

        """)
    #expect(
      try text("inputs/requests.csv").hasPrefix(
        """
        day,request,booked_ms,desired_ms,arrive_by_ms,riders,boarding_ms,\
        pickups_place:walk_ms:distance_m,dropoffs_place:walk_ms:distance_m,origin_latitude_deg,\
        origin_longitude_deg,destination_latitude_deg,destination_longitude_deg,channel,age,\
        purpose,origin_zone,destination_zone,id
        0,0,-1000,32400000,36000000,2,15000,0:30000:40|1:90000:120,,34.1,0.30000000000000004,\
        1e-07,-135.0,phone,70+,
        """))
    #expect(
      try text("inputs/rules.json").hasPrefix(
        """
        {
          "refusal_wait_ms" : 3600000,
          "service" : {
            "closes_ms" : 64800000,
            "halt_ms" : 500,
        """))
  }

  @Test("the inputs decide its digest, not how a scenario spells them")
  func digest() throws {
    func digest(_ files: [String: String]) throws -> String {
      let scenario = try TemporaryFolder(files).read("town.yaml")
      return InputsSnapshot(scenario, days: []).digest(strategies: scenario.strategies)
    }
    func changed(_ old: String, _ new: String) -> [String: String] {
      var files = TownSample.files
      files["town.yaml"] = TownSample.scenario.replacing(old, with: new)
      return files
    }
    let plain = try digest(TownSample.files)
    #expect(try digest(TownSample.files) == plain)
    #expect(try digest(changed("1 h 30 min", "90 min")) == plain)
    #expect(try digest(changed("halt: 500 ms", "halt: 501 ms")) != plain)
    #expect(try digest(changed("sets: 3", "sets: 4")) != plain)
    #expect(try digest(changed("interval: 45 s", "interval: 0.75 min")) == plain)
  }

  @Test("an edited snapshot is refused with the cell that is wrong")
  func edited() throws {
    let files = try RunSample().snapshot.files
    func problem(_ path: String, _ old: String, _ new: String) -> String {
      do throws(InputErrors) {
        _ = try InputsSnapshot(folder: "results") { name in
          guard let bytes = files.first(where: { $0.path == name })?.bytes else { return nil }
          guard name == path else { return bytes }
          return Data(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8)
        }
        return ""
      } catch {
        return error.diagnostics.map { "\($0.field): \($0.problem)" }.joined(separator: "\n")
      }
    }
    #expect(
      problem("inputs/vehicles.csv", "64800000", "1")
        == "shift_closes_ms: expected a shift that closes after it opens")
    #expect(
      problem("inputs/vehicles.csv", "red,0", "red,2")
        == "start: expected a number below 2, found \"2\"")
    #expect(
      problem("inputs/requests.csv", "0:30000:40|", "0:30000|")
        == "pickups_place:walk_ms:distance_m: expected places that serve riders as in \"3:60000:80|5:90000:120\", "
        + "numbers below 2, found \"0:30000|1:90000:120\"")
    #expect(
      problem("inputs/days.csv", "0,2", "0,3")
        == ": expected as many requests as days.csv counts, found 2")
    #expect(
      problem("inputs/rules.json", "{", "[")
        == ": expected the rules of a service, found something else")
  }
}
