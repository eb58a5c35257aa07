import Foundation
import Testing

@Suite("Bringing a town", .serialized)
struct ImportCommandTests {
  /// A block of streets, 1.1 km around.
  private let map = """
    <?xml version="1.0" encoding="UTF-8"?>
    <osm version="0.6">
      <node id="1" lat="34.480" lon="135.490"/>
      <node id="2" lat="34.480" lon="135.493"/>
      <node id="3" lat="34.4825" lon="135.493"/>
      <node id="4" lat="34.4825" lon="135.490"/>
      <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>
        <tag k="highway" v="residential"/></way>
      <way id="11"><nd ref="1"/><nd ref="3"/><tag k="highway" v="tertiary"/></way>
    </osm>
    """

  @Test("an extract becomes a network that can be asked for routes and named in a scenario")
  func importAndAsk() throws {
    try withTemporaryFolder { folder in
      let (extract, network) = (folder + "/town.osm", folder + "/network")
      try map.write(toFile: extract, atomically: true, encoding: .utf8)
      let run = try CommandLineRun("import", "osm", extract, "--output", network)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("OpenStreetMap contributors"))
      let nodes = try String(contentsOfFile: network + "/nodes.csv", encoding: .utf8)
      #expect(nodes.hasPrefix("node,latitude_deg,longitude_deg\n"))

      let info = try CommandLineRun("network", "info", network)
      #expect(info.status == 0)
      #expect(info.output.contains("nodes: "))
      // 278 m north and 275 m east: 391 m along the diagonal at the speed of a tertiary road.
      let route = try CommandLineRun(
        "network", "route", network, "--from", "34.480,135.490", "--to", "34.4825,135.493")
      #expect(route.status == 0, "\(route.errors)")
      #expect(route.output.contains("391 m"), "\(route.output)")
      #expect(try CommandLineRun("import", "osm", extract, "--output", network).status == 73)
    }
  }

  @Test("a damaged extract is one clear error, and nothing is written")
  func damaged() throws {
    try withTemporaryFolder { folder in
      let (extract, network) = (folder + "/town.osm", folder + "/network")
      try String(map.prefix(map.count / 2)).write(
        toFile: extract, atomically: true, encoding: .utf8)
      let run = try CommandLineRun("import", "osm", extract, "--output", network)
      #expect(run.status == 65)
      #expect(run.errors.hasPrefix(extract + ":"))
      #expect(!FileManager.default.fileExists(atPath: network))
      #expect(
        try CommandLineRun("import", "osm", folder + "/none.osm", "--output", network).status == 66)
      #expect(try CommandLineRun("network", "info", folder + "/none").status == 66)
    }
  }
}
