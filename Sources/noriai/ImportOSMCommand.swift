import ArgumentParser
import Foundation
import Importers
import Mobility
import ScenarioFiles

struct ImportOSMCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "osm",
    abstract: "Make a road and a walking network from an OpenStreetMap extract.",
    discussion: """
      Writes nodes.csv and roads.csv, which scenarios name as they are, walk_nodes.csv and \
      walk_roads.csv, geometry.geojson and walk_geometry.geojson to look at, and summary.json. \
      The folder is written whole or not at all.

      A profile (YAML) may set speeds_kmh by highway class (0 leaves a class out), maxspeed_share \
      (how much of a signed limit vans drive; 1 unless set), walking_pace_kmh (what maxspeed=walk \
      means), excluded_services, access_values (open or closed by value of an access tag: \
      destination is open, delivery and permit are closed unless set), locked_gates (open or \
      closed: what locked=yes makes of a barrier; closed unless set), walking_kmh and steps_kmh.

      Example: noriai import osm town.osm.pbf --bbox 135.4,34.4,135.6,34.6 --output town
      """)

  @Argument(help: "The extract: .osm, .osm.gz or .osm.pbf.")
  var file: String

  @Option(name: [.short, .long], help: "The folder to write.")
  var output: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Import only what is in this box, in degrees.", valueName: "W,S,E,N"))
  var bbox: String?

  @Option(help: "Import only what is in the polygons of this GeoJSON file.")
  var polygon: String?

  @Option(help: "Speeds and choices that differ from the standard (YAML).")
  var profile: String?

  @Option(help: "Keep a node on roads longer than this many metres, so that stops find one.")
  var longestEdge: Int32?

  @Flag(help: "Replace a network that is in the folder.")
  var force = false

  @Flag(help: "Print summary.json instead of text.")
  var json = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    guard bbox == nil || polygon == nil else {
      throw ValidationError("expected either --bbox or --polygon, found both")
    }
    if let bbox, box(bbox) == nil {
      throw ValidationError("--bbox expects west,south,east,north in degrees, found \"\(bbox)\"")
    }
    if let longestEdge, longestEdge < 1 {
      throw ValidationError("--longest-edge expects a number of at least 1")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      let names = OSMImport.fileNames
      let replacing: NetworkFolder.Replacing = force ? .sameFiles : .nothing
      try NetworkFolder.checkRoom(at: output, for: names, replacing: replacing)
      if let obstacle = InputFile.obstacle(at: file) { throw InputErrors(obstacle, in: file) }
      guard InputFile.isPlain(file) else {
        throw InputErrors(.missingFile, at: file, "expected a file, found a pipe or a device")
      }
      let options = ImportOptions(
        profile: try profile.map { try ImportProfile(reading: $0) } ?? .standard,
        area: try area(), longestEdge: longestEdge.map { Meters($0) })
      let network: OSMImport
      do throws(ImportError) {
        network = try OSMImport(path: file, options: options)
      } catch {
        throw InputErrors(error, in: file)
      }
      try NetworkFolder.write(names, to: output, replacing: replacing) { name, sink in
        try network.write(name, to: sink)
      }
      if json {
        try Streams.show(
          String(decoding: try network.summary.json(), as: UTF8.self), terminator: "")
      } else if !quiet {
        try Streams.show(network.summary.text)
        try Streams.show("\(output)/")
      }
    }
  }

  private func area() throws -> ImportArea? {
    if let bbox { return box(bbox) }
    guard let polygon else { return nil }
    let bytes: Data
    do throws(InputFile.Unreadable) {
      bytes = try InputFile.bytes(at: polygon)
    } catch {
      throw InputErrors(error, in: polygon)
    }
    do throws(ImportError) {
      return try ImportArea(geoJSON: bytes)
    } catch {
      throw InputErrors(error, in: polygon)
    }
  }

  private func box(_ text: String) -> ImportArea? {
    let sides = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    guard sides.count == 4, let west = sides[0], let south = sides[1], let east = sides[2],
      let north = sides[3]
    else { return nil }
    return ImportArea(west: west, south: south, east: east, north: north)
  }
}
