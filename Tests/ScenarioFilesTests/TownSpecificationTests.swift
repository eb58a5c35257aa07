import Foundation
import Mobility
import RoadNetwork
import ScenarioFiles
import ScenarioModel
import TestSupport
import Testing

@Suite("A town's specification is read with its tables")
struct TownSpecificationTests {
  @Test("as it stands")
  func sound() throws {
    let folder = try TemporaryFolder(TownPlanSample.files)
    let town = try withExtendedLifetime(folder) {
      try TownSpecification(path: folder["synthesis.yaml"])
    }
    #expect(town.rules.seed == 1)
    #expect(town.rules.paces.local.speedKmh == 18.5)
    #expect(town.rules.paces.local.junctionDelay == TimeSpan(milliseconds: 500))
    #expect(town.rules.paces.primary.junctionDelay == .seconds(12))
    #expect(town.rules.streets.metersPerRootResident == 2.8)
    #expect(town.rules.links.longestNeighbourLink == Meters(500))
    #expect(town.rules.siting.categories == ["shop", "station"])
    #expect(town.rules.siting.detourThousandths == 1300)
    #expect(town.plan.blocks.map { $0.isServed } == [true, false])
    #expect(town.plan.blocks.map { $0.population } == [4000, 400])
    #expect(town.plan.villages == [Coordinate(latitude: -0.0022, longitude: 0)])
    #expect(town.plan.courses.map { $0.name } == ["lane", "road"])
    #expect(town.plan.courses.map { $0.points.count } == [2, 2])
    #expect(town.plan.courses.map { $0.isValley } == [true, false])
    #expect(town.plan.courses.map { $0.roadClass } == [.local, .primary])
    #expect(town.plan.destinations.map { $0.name } == ["市場, 東"])
    #expect(town.plan.destinations.map { $0.latinName } == [""])
  }

  @Test(
    "a point far from the town is told at its row",
    arguments: [
      ("data/blocks.csv", "0.0027,0.0054", "45.5,0.0054", "3:22: latitude_deg", "5060 km"),
      ("data/blocks.csv", "0.0027,0.0054", "0.0027,135.5", "3:29: longitude_deg", "15067 km"),
      ("data/villages.csv", "-0.0022,", "34.4801,", "latitude_deg", "3834 km"),
    ])
  func outlier(file: String, old: String, new: String, place: String, distance: String) throws {
    var files = TownPlanSample.files
    try #require(files[file]?.contains(old) == true)
    files[file] = files[file]?.replacingOccurrences(of: old, with: new)
    let folder = try TemporaryFolder(files)
    let error = try #require(throws: InputErrors.self) {
      try TownSpecification(path: folder["synthesis.yaml"])
    }
    let text = folder.text(of: error)
    #expect(text.hasPrefix(file + ":"))
    #expect(text.contains(place), "\(text)")
    #expect(
      text.contains("expected a point within 50 km of the middle of the town, found one"),
      "\(text)")
  }

  @Test("streets that are too close to be laid out are told")
  func endlessStreets() throws {
    var files = TownPlanSample.files
    files["synthesis.yaml"] = TownPlanSample.specification
      .replacingOccurrences(of: "spacing_along: 80 m", with: "spacing_along: 1 m")
      .replacingOccurrences(of: "spacing_across: 60 m", with: "spacing_across: 1 m")
      .replacingOccurrences(of: "smallest_radius: 150 m", with: "smallest_radius: 10 km")
      .replacingOccurrences(of: "village_radius: 100 m", with: "village_radius: 10 km")
    let folder = try TemporaryFolder(files)
    let error = try #require(throws: InputErrors.self) {
      try TownSpecification(path: folder["synthesis.yaml"])
    }
    let text = folder.text(of: error)
    #expect(text.contains("streets: expected streets whose corners can be looked at"), "\(text)")
  }

  @Test("a file that is not there ends with code 66")
  func missingFile() throws {
    let error = try #require(throws: InputErrors.self) {
      try TownSpecification(path: "nowhere/synthesis.yaml")
    }
    #expect(error.exitCode == 66)
    #expect(
      error.description == """
        nowhere/synthesis.yaml: expected a file that can be read, found none at \
        "nowhere/synthesis.yaml"
        """)
  }

  @Test("all problems of the rules are told at once")
  func rules() throws {
    var files = TownPlanSample.files
    files["synthesis.yaml"] = TownPlanSample.specification
      .replacing("jitter: 10 m", with: "jitter: 10").replacing("  gates: 2\n", with: "")
      .replacing("village_radius: 100 m", with: "village_radius: 0 m")
      .replacing("speed: 50 km/h", with: "speed: 500 km/h")
      .replacing("resident: 2.8 m", with: "resident: 2.8 km")
      .replacing("detour:", with: "detuor:")
    #expect(
      try problems(files) == """
        synthesis.yaml:9:18: paces.trunk.speed: expected a speed such as "40 km/h", from 1 to \
        120 km/h, found "500 km/h"
              trunk: {speed: 500 km/h, junction_delay: 5 s}
                             ^
        synthesis.yaml:16:11: streets.jitter: expected a length from 1 m up to 10 km, such as \
        "500 m" or "1.2 km", found "10"
              jitter: 10
                      ^
        synthesis.yaml:21:29: streets.meters_per_root_resident: expected a length such as \
        "2.8 m", up to 50 m, found "2.8 km"
              meters_per_root_resident: 2.8 km
                                        ^
        synthesis.yaml:22:19: streets.village_radius: expected a length from 1 m up to 10 km, \
        such as "500 m" or "1.2 km", found "0 m"
              village_radius: 0 m
                              ^
        synthesis.yaml:25:1: links.gates: expected a whole number from 1 to 20, found nothing
            links:
            ^
        synthesis.yaml:32:1: siting.detour: expected a number from 1 to 10 with at most three \
        decimals, found nothing
            siting:
            ^
        synthesis.yaml:37:3: siting.detuor: expected a known key, found "detuor"
              detuor: 1.3
              ^
        nearest known key: detour
        """)
  }

  @Test("cells that cannot be read, in several tables")
  func cells() throws {
    var files = TownPlanSample.files
    files["data/blocks.csv"] = TownPlanSample.blocks.replacing("0.0027,0.0054", with: "north,0")
    files["data/courses.csv"] = TownPlanSample.courses.replacing(
      "road,primary,no,0,0.018", with: "road,path,maybe,0,0.018")
    #expect(
      try problems(files) == """
        data/blocks.csv:3:22: latitude_deg: expected a latitude in degrees from -85 to 85, found \
        "north"
            small,小丁,Small,小,all,north,0,400,no
                                    ^
        data/courses.csv:5:6: class: expected one of trunk, primary, collector, local, found "path"
            road,path,maybe,0,0.018
                 ^
        data/courses.csv:5:11: valley: expected true or false, found "maybe"
            road,path,maybe,0,0.018
                      ^
        """)
  }

  @Test("a column that is not there")
  func column() throws {
    var files = TownPlanSample.files
    files["data/courses.csv"] = TownPlanSample.courses.replacing("road,class", with: "roads,class")
    files["synthesis.yaml"] = TownPlanSample.specification.replacing("trial,", with: "trail,")
    #expect(
      try problems(files) == """
        data/courses.csv:1:1: expected a column "road", found none
            roads,class,valley,latitude_deg,longitude_deg
            ^
        nearest known column: roads
        synthesis.yaml:7:20: plan.served.column: expected a column of data/blocks.csv, found "trail"
              served: {column: trail, value: yes}
                               ^
        nearest known column: trial
        synthesis.yaml:7:20: plan.served.column: expected a column of data/places.csv, found "trail"
              served: {column: trail, value: yes}
                               ^
        nearest known column: trial
        """)
  }

  @Test("a road of one point, one that stands still, and a table without rows")
  func courses() throws {
    var files = TownPlanSample.files
    files["data/courses.csv"] = TownPlanSample.courses
      .replacing("lane,local,yes,-0.004,-0.01\n", with: "")
      .replacing("road,primary,no,0,0.018", with: "road,primary,no,0,-0.018")
    files["data/villages.csv"] = "name,latitude_deg,longitude_deg\n"
    #expect(
      try problems(files) == """
        data/courses.csv:2:1: road: expected at least two lines for "lane", found one
            lane,local,yes,0,-0.01
            ^
        data/courses.csv:4:1: road: expected another point, found that of the line before again
            road,primary,no,0,-0.018
            ^
        data/villages.csv: expected at least one row, found none
        """)
  }

  /// The whole message, with paths as seen from the folder.
  private func problems(_ files: [String: String]) throws -> String {
    let folder = try TemporaryFolder(files)
    let error = try #require(throws: InputErrors.self) {
      try TownSpecification(path: folder["synthesis.yaml"])
    }
    #expect(error.exitCode == 65)
    return folder.text(of: error)
  }
}
