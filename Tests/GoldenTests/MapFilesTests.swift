import Foundation
import Journal
import ScenarioFiles
import Testing

@Suite(
  "Map files, read back by GDAL", .serialized,
  .enabled(if: MapReader.isToBeUsed, "needs ogrinfo and ogr2ogr of Debian's gdal-bin"))
struct MapFilesTests {
  private static let layers = ["network", "zones", "stops", "vehicle_paths", "trips"]

  /// Three days of trial 2 with more riders than it had, and what GDAL reads of them.
  private func withResults(
    _ more: [String] = [], _ body: (String, MapReader) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let results = folder + "/r"
      let run = try CommandLineRun(
        [
          "run", "Scenarios/senboku/trial-2-target.yaml", "--days", "3", "--quiet", "--output",
          results,
        ]
          + more)
      #expect(run.status == 0, "\(run.errors)")
      try body(results, MapReader(path: results + "/results.gpkg"))
    }
  }

  @Test("the GeoPackage is one by its own tables, with every layer on the globe")
  func standard() throws {
    try withResults { results, reader in
      let bytes = try Data(contentsOf: URL(fileURLWithPath: reader.path))
      #expect(String(decoding: bytes[68..<72], as: UTF8.self) == "GPKG")
      // 10300, big-endian.
      #expect([UInt8](bytes[60..<64]) == [0, 0, 0x28, 0x3C])
      let systems = try reader.query(
        "SELECT group_concat(srs_id, ' ') AS ids FROM (SELECT srs_id FROM gpkg_spatial_ref_sys "
          + "ORDER BY srs_id)")
      #expect(systems.contains("= -1 0 4326"))
      let styled = try reader.query(
        "SELECT count(*) AS number FROM layer_styles JOIN gpkg_contents ON f_table_name = "
          + "table_name WHERE useAsDefault AND styleQML LIKE '%<renderer-v2%'")
      #expect(styled.contains("= 5"))
      let overview = try reader.overview()
      let parts = overview.components(separatedBy: "Layer name: ").dropFirst()
      #expect(parts.map { String($0.prefix { $0 != "\n" }) } == Self.layers + ["layer_styles"])
      for part in parts.prefix(5) { #expect(part.contains("ID[\"EPSG\",4326]]")) }
      let nodes = try rows(of: results + "/inputs/nodes.csv")
      let longitudes = nodes.compactMap { Double($0["longitude_deg"] ?? "") }
      let latitudes = nodes.compactMap { Double($0["latitude_deg"] ?? "") }
      let extent = String(
        format: "Extent: (%.6f, %.6f) - (%.6f, %.6f)", longitudes.min() ?? 0, latitudes.min() ?? 0,
        longitudes.max() ?? 0, latitudes.max() ?? 0)
      #expect(try #require(parts.first).contains(extent))

      // A geometry by hand: little-endian, 4326, an envelope without extent, a point.
      let stop = try #require(try rows(of: results + "/inputs/places.csv").first)
      let (x, y) = (
        try #require(Double(stop["longitude_deg"] ?? "")),
        try #require(Double(stop["latitude_deg"] ?? ""))
      )
      let blob = try reader.query("SELECT hex(geom) AS bytes FROM stops LIMIT 1")
      let numbers = [x, x, y, y].map(Self.hexadecimal).joined()
      let point = [x, y].map(Self.hexadecimal).joined()
      #expect(blob.contains("= 47500003E6100000\(numbers)0101000000\(point)"))
    }
  }

  @Test("layers hold what inputs and tables hold")
  func content() throws {
    try withResults { results, reader in
      let roads = try rows(of: results + "/inputs/roads.csv")
      let network = try reader.features(of: "network").map(\.properties)
      #expect(network.map { $0["length_m"] } == roads.map { $0["length_m"] })
      #expect(network.map { $0["from_node"] } == roads.map { $0["from"] })
      #expect(network.map { $0["class"] } == roads.map { $0["class"] })
      let stops = try reader.features(of: "stops")
      let places = try rows(of: results + "/inputs/places.csv")
      #expect(stops.map { $0.properties["name"] } == places.map { $0["name"] })
      #expect(
        stops.map { $0.properties["serves_riders"] }
          == places.map {
            $0["serves_riders"] == "yes" ? "1" : "0"
          })
      #expect(
        stops.compactMap { $0.points[0].first }
          == places.compactMap {
            Double($0["longitude_deg"] ?? "")
          })

      let stated = try rows(of: results + "/trips.csv")
      let trips = try reader.features(of: "trips")
      #expect(trips.count == stated.count)
      #expect(stated.contains { $0["answer"] == "refused" })
      let columns = [
        "strategy", "day", "request", "id", "answer", "reason", "riders", "booked", "desired",
        "channel", "age", "purpose", "origin_zone", "destination_zone", "vehicle", "pickup",
        "dropoff", "promised", "boarded", "alighted",
      ]
      let figures = [
        "wait_booking_s", "wait_desired_s", "wait_promise_s", "wait_penalised_s", "ride_time_s",
        "detour_ratio", "walk_m", "journey_time_s",
      ]
      for (trip, row) in zip(trips, stated) {
        for column in columns { #expect(trip.properties[column] == row[column]) }
        for figure in figures {
          #expect(trip.properties[figure].flatMap(Double.init) == Double(row[figure] ?? ""))
        }
        #expect(trip.points.count == (row["answer"] == "served" ? 4 : 2))
        let doors = try [
          "origin_longitude_deg", "origin_latitude_deg", "destination_longitude_deg",
          "destination_latitude_deg",
        ].map { try #require(Double(row[$0] ?? "")) }
        let ends = trip.points[0] + trip.points[trip.points.count - 1]
        // GDAL writes 15 digits.
        #expect(zip(ends, doors).allSatisfy { abs($0 - $1) < 1e-12 }, "\(ends) \(doors)")
      }
      for id in ["greedy", "batch"] {
        for stop in stops {
          let riders = stated.filter {
            $0["strategy"] == id && $0["pickup"] == stop.properties["key"]
          }.compactMap { Int($0["riders"] ?? "") }.reduce(0, +)
          #expect(stop.properties["boarded_\(id)"] == String(riders))
        }
        let zones = try reader.features(of: "zones")
        for zone in zones {
          let asked = stated.filter {
            $0["strategy"] == id && $0["origin_zone"] == zone.properties["name"]
          }
          let refused = asked.filter { $0["answer"] == "refused" }
            .compactMap { Int($0["riders"] ?? "") }.reduce(0, +)
          #expect(zone.properties["refused_\(id)"] == String(refused))
          #expect(!asked.isEmpty)
        }
        #expect(zones.count == Set(stated.compactMap { $0["origin_zone"] }).count)
      }
    }
  }

  @Test("each drive runs along roads that are as long and take as long as it says")
  func paths() throws {
    try withResults(["--all-paths", "--set", "service.diversion=true"]) { results, reader in
      let nodes = try rows(of: results + "/inputs/nodes.csv").map {
        "\($0["longitude_deg"] ?? "") \($0["latitude_deg"] ?? "")"
      }
      var node: [String: Int] = [:]
      for (position, point) in nodes.enumerated() { node[point] = position }
      var roads: [[Int]: (meters: Int, milliseconds: Int)] = [:]
      for road in try rows(of: results + "/inputs/roads.csv") {
        let ends = ["from", "to"].compactMap { Int(road[$0] ?? "") }
        let (meters, milliseconds) = (
          try #require(Int(road["length_m"] ?? "")), try #require(Int(road["duration_ms"] ?? ""))
        )
        // Of two roads from node to node the faster one is driven, then the shorter one.
        if let other = roads[ends], (other.milliseconds, other.meters) < (milliseconds, meters) {
          continue
        }
        roads[ends] = (meters, milliseconds)
      }
      let drives = try reader.features(of: "vehicle_paths")
      let folder = try ResultFolder.open(results)
      for id in ["greedy", "batch"] {
        let arrivals = try folder.traces(of: id).flatMap(\.records).filter {
          if case .arrived = $0.event { return true }
          return false
        }
        #expect(drives.count { $0.properties["strategy"] == id } == arrivals.count)
      }
      for drive in drives {
        let way = try drive.points.map { try #require(node["\($0[0]) \($0[1])"]) }
        var (meters, milliseconds) = (0, 0)
        for (from, to) in zip(way, way.dropFirst()) where from != to {
          let road = try #require(roads[[from, to]], "no road there")
          meters += road.meters
          milliseconds += road.milliseconds
        }
        #expect(drive.properties["driven_m"] == String(meters))
        let duration = try #require(drive.properties["duration_s"].flatMap(Double.init))
        #expect(Int((duration * 1000).rounded()) == milliseconds)
      }
      #expect(drives.count > 300)
    }
  }

  @Test("GeoJSON says the same; both are the same bytes again, from a run or from its folder")
  func again() throws {
    try withResults { results, reader in
      let names = ["results.gpkg"] + Self.layers.map { "geojson/\($0).geojson" }
      func bytes() throws -> [Data] {
        try names.map { try Data(contentsOf: URL(fileURLWithPath: results + "/" + $0)) }
      }
      let first = try bytes()
      for (layer, data) in zip(Self.layers, first.dropFirst()) {
        let packed = try reader.features(of: layer)
        let plain = try MapReader.features(inGeoJSON: data)
        #expect(plain.map(\.rounded) == packed.map(\.rounded), "\(layer)")
        for (a, b) in zip(plain, packed) {
          #expect(a.points.count == b.points.count)
          let gaps = zip(a.points.joined(), b.points.joined()).map { abs($0 - $1) }
          #expect(gaps.allSatisfy { $0 <= 0.51e-7 })
        }
        let read = try MapReader(path: results + "/geojson/\(layer).geojson").overview()
        #expect(read.contains("Layer name: \(layer)\n"))
        #expect(read.contains("Feature Count: \(packed.count)\n"))
      }
      for name in names { try FileManager.default.removeItem(atPath: results + "/" + name) }
      #expect(try CommandLineRun("report", results).status == 0)
      #expect(try bytes() == first)
      let day = try #require(try reader.features(of: "vehicle_paths").first?.properties["day"])
      #expect(try CommandLineRun("report", results, "--day", day).status == 0)
      #expect(try bytes() == first)
      let another = String((try #require(Int(day)) + 1) % 3)
      #expect(try CommandLineRun("report", results, "--day", another).status == 0)
      let days = try reader.features(of: "vehicle_paths").map { $0.properties["day"] }
      #expect(Set(days) == [another])
      #expect(try reader.overview().contains("Drives of the vehicles of day \(another) /"))
    }
  }

  @Test("a stop is called what it is called; what there is not is no layer")
  func names() throws {
    try withTemporaryFolder { folder in
      let name = #"'); DROP TABLE stops;-- "<script>" & \ 駅"#
      let source = try String(
        contentsOf: CommandLineRun.root.appendingPathComponent("Scenarios/quickstart.yaml"),
        encoding: .utf8)
      let scenario = folder + "/hostile.yaml"
      let quoted = name.replacingOccurrences(of: "'", with: "''")
      try source.replacingOccurrences(of: "name: 駅前,", with: "name: '\(quoted)',")
        .write(toFile: scenario, atomically: true, encoding: .utf8)
      let results = folder + "/r"
      let run = try CommandLineRun("run", scenario, "--quiet", "--output", results)
      #expect(run.status == 0, "\(run.errors)")
      let reader = MapReader(path: results + "/results.gpkg")
      let packed = try reader.features(of: "stops").map { $0.properties["name"] }
      #expect(packed.first == name)
      let file = results + "/geojson/stops.geojson"
      let plain = try MapReader.features(inGeoJSON: Data(contentsOf: URL(fileURLWithPath: file)))
      #expect(plain.map { $0.properties["name"] } == packed)
      #expect(try MapReader(path: file).features(of: "stops").first?.properties["name"] == name)
      let zones = try reader.overview().contains("Layer name: zones")
      #expect(zones == FileManager.default.fileExists(atPath: results + "/geojson/zones.geojson"))
      let trips = try rows(of: results + "/trips.csv")
      #expect(zones == trips.contains { $0["origin_zone"] != "" })
    }
  }

  private static func hexadecimal(_ number: Double) -> String {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes in
      bytes.map { String(format: "%02X", $0) }.joined()
    }
  }
}
