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

  @Test("the summary counts what is not honoured and what is left out")
  func summary() throws {
    try withTemporaryFolder { folder in
      let extract = folder + "/town.osm"
      let more = """
        <way id="12" version="1"><nd ref="2"/><nd ref="4"/><tag k="highway" v="residential"/>
          <tag k="motor_vehicle:conditional" v="no @ (07:00-08:30)"/></way>
        <way id="13" version="1"><nd ref="2"/><nd ref="4"/><tag k="highway" v="service"/></way>
        <way id="13" version="2" visible="false"/>
        </osm>
        """
      try map.replacing("</osm>", with: more).write(
        toFile: extract, atomically: true, encoding: .utf8)
      let run = try CommandLineRun("import", "osm", extract, "--output", folder + "/network")
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        run.output.contains(
          "conditional tags (*:conditional), not honoured: on 1 ways, 0 barriers\n"
            + "left out: 1 older or repeated versions, 1 deleted elements\n"), "\(run.output)")
      let json = try CommandLineRun(
        "import", "osm", extract, "--output", folder + "/network", "--force", "--json")
      #expect(json.output.contains("\"conditional_ways\" : 1"), "\(json.output)")
    }
  }

  @Test("nodes without roads are components of their own")
  func withoutRoads() throws {
    try withTemporaryFolder { folder in
      let rows = ["a,34.48,135.49", "b,34.481,135.49", "c,34.482,135.49"]
      for (roads, expected) in [
        ([], "3, 1 node in"), (["a,b,1000,9,local"], "3, 1 node in"),
        (["b,c,1000,9,local", "c,b,1000,9,local"], "2, 2 nodes in"),
      ] {
        try (["node,latitude_deg,longitude_deg"] + rows).joined(separator: "\n").write(
          toFile: folder + "/nodes.csv", atomically: true, encoding: .utf8)
        try (["from,to,duration_ms,length_m,class"] + roads).joined(separator: "\n").write(
          toFile: folder + "/roads.csv", atomically: true, encoding: .utf8)
        let run = try CommandLineRun("network", "info", folder)
        #expect(
          run.output.contains("strongly connected components: \(expected) the largest"),
          "\(run.output), \(run.errors)")
      }
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
