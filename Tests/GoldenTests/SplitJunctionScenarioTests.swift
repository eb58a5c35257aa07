import Foundation
import Testing

@Suite("A stop at a junction that an import has split", .serialized)
struct SplitJunctionScenarioTests {
  /// A crossing in a ring of streets; what keeps its roads apart is put in.
  private static func map(crossing: String, relation: String) -> String {
    """
    <osm version="0.6">
      <node id="1" lat="34.5000" lon="135.5000">\(crossing)</node>
      <node id="2" lat="34.5000" lon="135.4960"/>
      <node id="3" lat="34.5030" lon="135.5000"/>
      <node id="4" lat="34.5000" lon="135.5040"/>
      <node id="5" lat="34.4970" lon="135.5000"/>
      <way id="12"><nd ref="2"/><nd ref="1"/><tag k="highway" v="residential"/></way>
      <way id="13"><nd ref="1"/><nd ref="3"/><tag k="highway" v="residential"/></way>
      <way id="14"><nd ref="1"/><nd ref="4"/><tag k="highway" v="residential"/></way>
      <way id="15"><nd ref="1"/><nd ref="5"/><tag k="highway" v="residential"/></way>
      <way id="20"><nd ref="2"/><nd ref="5"/><nd ref="4"/><nd ref="3"/><nd ref="2"/>
        <tag k="highway" v="residential"/></way>
      \(relation)
    </osm>
    """
  }

  private static let maps = [
    "forbidden turn": map(
      crossing: "",
      relation: """
        <relation id="1"><member type="way" ref="12" role="from"/>
        <member type="node" ref="1" role="via"/><member type="way" ref="13" role="to"/>
        <tag k="type" v="restriction"/><tag k="restriction" v="no_left_turn"/></relation>
        """),
    "only turn": map(
      crossing: "",
      relation: """
        <relation id="1"><member type="way" ref="13" role="from"/>
        <member type="node" ref="1" role="via"/><member type="way" ref="14" role="to"/>
        <tag k="type" v="restriction"/><tag k="restriction" v="only_left_turn"/></relation>
        """),
    "barrier": map(crossing: #"<tag k="barrier" v="bollard"/>"#, relation: ""),
  ]

  /// A depot at the crossing, and rides between it and the ends of its arms, one after the other.
  private static let stops = """
    key,name,latitude_deg,longitude_deg
    crossing,Crossing,34.5000,135.5000
    west,West,34.5000,135.4960
    north,North,34.5030,135.5000
    south,South,34.4970,135.5000
    """

  private static let pairs = [
    ("west", "crossing"), ("crossing", "north"), ("west", "north"), ("north", "crossing"),
    ("crossing", "west"), ("south", "crossing"), ("north", "south"), ("west", "south"),
  ]

  private static func scenario(_ backend: String, diversion: Bool) -> String {
    """
    name: crossing
    title: {en: Crossing, ja: 交差点}
    days: 1
    seed: 1
    network: {nodes: nodes.csv, roads: roads.csv, travel_times: \(backend)}
    stops: stops.csv
    service:
      hours: "09:00-12:00"
      minimum_lead: 0 min
      maximum_wait: 15 min
      ride_limit: {factor: 1.5, allowance: 5 min}
      halt: 20 s
      diversion: \(diversion)
    fleet: {vans: 2, seats: 8, start: crossing, shift: "08:45-12:30"}
    demand: {boarding: 10 s, requests: requests.csv}
    strategies: {nearest: {}, greedy: {}, batch: {}, lns: {}}
    """
  }

  @Test(
    "is reached and left by whichever of its nodes is nearest, as a route asked for is",
    arguments: maps.keys.sorted(), ["matrix", "labels"])
  func everyWay(map: String, backend: String) throws {
    try withTemporaryFolder { folder in
      func write(_ text: String, _ name: String) throws {
        try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
      }
      try write(try #require(Self.maps[map]), "town.osm")
      let network = folder + "/network"
      let imported = try CommandLineRun("import", "osm", folder + "/town.osm", "--output", network)
      #expect(imported.status == 0, "\(imported.errors)")
      for name in ["nodes.csv", "roads.csv"] {
        try FileManager.default.copyItem(
          atPath: network + "/" + name, toPath: folder + "/" + name)
      }
      let nodes = try rows(of: folder + "/nodes.csv")
      #expect(nodes.contains { $0["node"] == "1-2" }, "the crossing is split")
      try write(Self.stops, "stops.csv")
      let requests = Self.pairs.enumerated().map { k, pair in
        "09:\(10 + 2 * k),09:\(20 + 2 * k),\(pair.0),\(pair.1)\n"
      }
      try write("booked,desired,from_stop,to_stop\n" + requests.joined(), "requests.csv")

      let points = Dictionary(
        uniqueKeysWithValues: try rows(of: folder + "/stops.csv").map { row in
          (row["key"] ?? "", "\(row["latitude_deg"] ?? ""),\(row["longitude_deg"] ?? "")")
        })
      let heading = "from_latitude_deg,from_longitude_deg,to_latitude_deg,to_longitude_deg\n"
      try write(
        heading + Self.pairs.map { "\(points[$0.0] ?? ""),\(points[$0.1] ?? "")\n" }.joined(),
        "pairs.csv")
      let asked = try CommandLineRun(
        "network", "route", network, "--pairs", folder + "/pairs.csv")
      try write(asked.output, "routes.csv")
      let routes = try rows(of: folder + "/routes.csv")
      // 0.004 degrees of longitude: nobody is kept from halting at the crossing.
      #expect(routes.first?["metres"] == "367")

      for diversion in [false, true] {
        try write(Self.scenario(backend, diversion: diversion), "crossing.yaml")
        let results = folder + "/results"
        let run = try CommandLineRun(
          "run", folder + "/crossing.yaml", "--output", results, "--force", "--quiet")
        #expect(run.status == 0, "\(run.errors)")
        let served = try rows(of: results + "/trips.csv").filter { $0["direct_s"] != "" }
        #expect(served.count >= 4 * Self.pairs.count - 4)
        for trip in served {
          let request = try #require(trip["request"].flatMap { Int($0) })
          #expect(
            trip["direct_s"].flatMap(Double.init)
              == routes[request]["seconds"].flatMap(Double.init),
            "\(Self.pairs[request]), \(trip["strategy"] ?? "")")
        }
        let audit = try CommandLineRun("audit", results)
        #expect(audit.status == 0, "\(audit.output)")
      }
    }
  }
}
