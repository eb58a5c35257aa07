import Foundation
import Mobility
import ScenarioFiles
import TestSupport
import Testing

@Suite("What cannot be planned with is refused at the border")
struct LimitTests {
  private func firstLine(_ text: String) -> String {
    text.split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test(
    "a grid that ends beyond the degrees of a map",
    arguments: [
      ("latitude: 34.48", "latitude: 85", "latitude", 85),
      ("longitude: 135.49", "longitude: 180", "longitude", 180),
    ])
  func gridBeyondTheMap(old: String, new: String, field: String, limit: Int) throws {
    let folder = try TemporaryFolder(["s.yaml": Samples.scenario(old, new)])
    let found = folder.problems()
    #expect(
      found.contains(
        "network.grid.south_west.\(field): expected a grid that ends at \(limit) degrees at most"),
      "\(found)")
    let inside = try TemporaryFolder([
      "s.yaml": Samples.scenario("longitude: 135.49", "longitude: -180")
    ])
    #expect(inside.problems() == "")
  }

  @Test("a grid whose blocks take longer than a road of a table may")
  func slowGrid() throws {
    let folder = try TemporaryFolder([
      "s.yaml": Samples.scenario("spacing_m: 100", "spacing_m: 10000")
    ])
    #expect(
      firstLine(folder.problems(set: [(key: "network.grid.speed_kmh", value: "1")]))
        == "--set network.grid.speed_kmh=1: network.grid.speed_kmh: expected a block that is driven "
        + "in at most 1 h, found 10 h")
    #expect(folder.problems(set: [(key: "network.grid.speed_kmh", value: "10")]) == "")
  }

  private static func town(_ file: String, _ old: String, _ new: String) throws -> TemporaryFolder {
    var files = TownSample.files
    try #require(files[file]?.contains(old) == true)
    files[file] = files[file]?.replacingOccurrences(of: old, with: new)
    return try TemporaryFolder(files)
  }

  @Test("a stop far from the network, unless that is allowed")
  func farStop() throws {
    let folder = try Self.town("data/stops.csv", "34.4821,135.4899", "35.68,139.76")
    let found = folder.problems("town.yaml")
    #expect(
      found == """
        data/stops.csv:3:1: key: expected a place within 2 km of the network, found "east" 411 km \
        from the nearest node
            east,"東, 出口",,35.68,139.76,corner
            ^
        where its coordinates are right, state `network.farthest_place`
        """)
    let allowed = [
      (key: "network.farthest_place", value: "500 km"), (key: "service.maximum_wait", value: "1 h"),
    ]
    #expect(folder.problems("town.yaml", set: allowed) == "")
    let near = [(key: "network.farthest_place", value: "10 m")]
    let sound = try TemporaryFolder(TownSample.files)
    #expect(sound.problems("town.yaml", set: near).contains("within 10 m of the network"))
  }

  @Test("a depot whose coordinates are not those of its node")
  func farDepot() throws {
    let files = TownSample.files
    let folder = try TemporaryFolder(files)
    let depots = """
      [{key: yard, name: 庫, node: a, latitude: 34.53, longitude: 135.49}]
      """
    let found = folder.problems("town.yaml", set: [(key: "depots", value: depots)])
    #expect(
      found.contains(
        "expected a place within 2 km of the network, found \"yard\" 5.6 km from its node"))
  }

  @Test("zones and attractions far from every stop")
  func farDemand() throws {
    let zone = try Self.town("data/blocks.csv", "34.48", "43.06")
    let found = zone.problems("town.yaml")
    #expect(found.contains("demand.zones: expected zone \""), "\(found)")
    #expect(found.contains("within 50 km of a stop, found the nearest, "), "\(found)")
    let attraction = try Self.town("data/attractions.csv", "34.48", "43.06")
    #expect(attraction.problems("town.yaml").contains("demand.attractions: expected "))
  }

  private static func requests(_ lines: String) -> [String: String] {
    let head = Samples.scenario.components(separatedBy: "demand:")[0]
    return [
      "s.yaml": head + """
        demand:
          ages: [{name: adult, walking_speed: 4 km/h, walk_limit: 500 m, boarding: 5 s}]
          walking: {choices: 1, detour: 1.3}
          requests: r.csv
        strategies: {greedy: {}}

        """,
      "r.csv": """
      booked,desired,from_stop,from_latitude_deg,from_longitude_deg,to_stop,to_latitude_deg,\
      to_longitude_deg,age
      \(lines)

      """,
    ]
  }

  @Test("a request with a stop and coordinates at one end")
  func stopAndCoordinates() throws {
    let folder = try TemporaryFolder(
      Self.requests(
        """
        09:00,09:10,clinic,34.5,135.5,shop,,,adult
        09:00,09:10,clinic,,,shop,,135.5,adult
        """))
    let found = folder.problems()
    #expect(
      found.contains(
        "r.csv:2:20: from_latitude_deg: expected either from_stop or coordinates, found both"))
    #expect(
      found.contains(
        "r.csv:3:28: to_longitude_deg: expected either to_stop or coordinates, found both"),
      "\(found)")
  }

  @Test("a door far from every stop")
  func farDoor() throws {
    let folder = try TemporaryFolder(
      Self.requests(
        "09:00,09:10,,35.68,139.76,shop,,,adult\n09:00,09:10,clinic,,,,34.48,135.49,adult"))
    #expect(
      firstLine(folder.problems()).hasPrefix(
        "r.csv:2:14: from_latitude_deg: expected a door within 50 km of a stop, found the nearest, "
      ))
  }

  /// A street of junctions an hour apart, with a stop at each end.
  private static func street(hours: Int) -> [String: String] {
    var files = TownSample.files
    let nodes = (0...hours).map { "n\($0),34.48,\(135.49 + 0.00001 * Double($0))" }
    let roads = (0..<hours).flatMap {
      ["n\($0),n\($0 + 1),3600000,10,local", "n\($0 + 1),n\($0),3600000,10,local"]
    }
    files["data/nodes.csv"] = "node,latitude_deg,longitude_deg\n" + nodes.joined(separator: "\n")
    files["data/roads.csv"] =
      "from,to,duration_ms,length_m,class\n" + roads.joined(separator: "\n")
    files["data/stops.csv"] = """
      key,name,latitude_deg,longitude_deg,node
      west,西,34.48,135.49,n0
      east,東,34.48,135.49,n\(hours)

      """
    return files
  }

  @Test("a drive that is too long for the times of a day, between two places that it names")
  func longDrive() throws {
    #expect(try TemporaryFolder(Self.street(hours: 7)).problems("town.yaml") == "")
    let day = try TemporaryFolder(Self.street(hours: 25)).problems("town.yaml")
    #expect(
      day.contains(
        "expected a drive of at most 24 h between all places, found 25 h from \"west\" to \"east\""),
      "\(day)")
    for backend in ["matrix", "labels"] {
      let month = try TemporaryFolder(Self.street(hours: 700))
        .problems("town.yaml", set: [(key: "network.travel_times", value: backend)])
      #expect(
        month.contains("expected roads between all places, found none from \"west\" to \"east\""))
      #expect(month.contains("a drive of more than 149 h counts as none"))
    }
  }

  @Test("a road that is driven faster than anything on wheels")
  func fastRoad() throws {
    let folder = try Self.town("data/roads.csv", "a,b,10000,111,local", "a,b,1,1000000,local")
    #expect(
      firstLine(folder.problems("town.yaml"))
        == "data/roads.csv:2:7: length_m: expected a road that is driven at 1000 km/h at most, "
        + "found 1000000 m in 1 ms")
  }

  @Test("a run that would take more memory than there is, with a figure")
  func memory() throws {
    let folder = try TemporaryFolder(TownSample.files)
    func problems(bookings: Int, days: Int) -> String {
      folder.problems(
        "town.yaml",
        set: [
          (key: "demand.bookings_per_day", value: "\(bookings)"), (key: "days", value: "\(days)"),
        ])
    }
    let found = problems(bookings: 100_000, days: 3660)
    #expect(
      firstLine(found)
        == "--set days=3660: days: expected a run that keeps at most 8 GB in memory, found about "
        + "2928 GB for 3660 days of 100000 bookings, 2 vehicles and 2 strategies")
    #expect(problems(bookings: 100_000, days: 5) == "")
    #expect(problems(bookings: 100, days: 3660) == "")
  }
}
