import Importers
import Mobility
import RoadNetwork
import Testing

/// A square of residential streets with one more street across, from node 1 to node 3.
///
/// Dead ends at the other corners make them junctions, and only them when nobody can drive across.
private func square(_ tags: [String: String], middle: [String: String]? = nil) -> TinyMap {
  var map = TinyMap()
  map.node(1, 0, 0)
  map.node(2, 2, 0)
  map.node(3, 2, 2)
  map.node(4, 0, 2)
  map.node(6, 3, 0)
  map.node(7, -1, 2)
  map.way(10, [1, 2, 3, 4, 1])
  map.way(12, [2, 6])
  map.way(13, [4, 7])
  if let middle {
    map.node(5, 1, 1, middle)
    map.way(11, [1, 5, 3], tags)
  } else {
    map.way(11, [1, 3], tags)
  }
  return map
}

@Suite("Which ways vans may use")
struct DrivingRulesTests {
  @Test(
    "a one-way street leads one way",
    arguments: [
      ([:], true, true),
      (["oneway": "yes"], true, false), (["oneway": "true"], true, false),
      (["oneway": "1"], true, false), (["oneway": "no"], true, true),
      (["oneway": "-1"], false, true), (["oneway": "reverse"], false, true),
      (["oneway": "reversible"], false, false), (["oneway": "alternating"], true, true),
      (["junction": "roundabout"], true, false), (["junction": "circular"], true, false),
      (["junction": "roundabout", "oneway": "no"], true, true),
      (["highway": "motorway"], true, false),
      (["highway": "motorway", "oneway": "no"], true, true),
      (["highway": "motorway_link"], true, true),
      (["oneway": "yes", "oneway:bus": "no"], true, true),
      (["oneway": "yes", "oneway:psv": "no"], true, true),
      (["oneway": "yes", "oneway:bicycle": "no"], true, false),
      (["oneway": "yes", "busway": "opposite_lane"], true, true),
      (["motor_vehicle:backward": "no"], true, false), (["vehicle:forward": "no"], false, true),
    ] as [([String: String], Bool, Bool)])
  func oneway(_ tags: [String: String], _ forward: Bool, _ backward: Bool) throws {
    let network = try square(tags).imported()
    #expect((network.edge("1", "3") != nil) == forward)
    #expect((network.edge("3", "1") != nil) == backward)
    #expect(network.summary.reversibleWays == (tags["oneway"] == "reversible" ? 1 : 0))
  }

  @Test(
    "access tags open and close a street, the most specific first",
    arguments: [
      (["access": "no"], false), (["access": "private"], false),
      (["access": "destination"], true), (["access": "permissive"], true),
      (["access": "no", "motor_vehicle": "yes"], true),
      (["access": "yes", "motor_vehicle": "no"], false),
      (["motor_vehicle": "no", "motorcar": "yes"], true),
      (["motor_vehicle": "no", "psv": "yes"], true), (["access": "no", "bus": "designated"], true),
      (["vehicle": "no"], false), (["motor_vehicle": "agricultural"], false),
      (["access": "somebody's mood"], true), (["highway": "busway"], true),
      (["highway": "footway"], false), (["highway": "construction"], false),
      (["highway": "track"], false), (["highway": "track", "motor_vehicle": "yes"], true),
      (["highway": "track", "access": "yes"], false),
      (["highway": "pedestrian"], false), (["highway": "pedestrian", "psv": "yes"], true),
      (["highway": "service"], true), (["highway": "service", "service": "alley"], true),
      (["highway": "service", "service": "parking_aisle"], false),
      (["highway": "service", "service": "driveway", "psv": "yes"], true),
      (["area": "yes"], false),
    ] as [([String: String], Bool)])
  func access(_ tags: [String: String], _ isOpen: Bool) throws {
    #expect((try square(tags).imported().edge("1", "3") != nil) == isOpen)
  }

  @Test(
    "a barrier stops vans unless it can be passed",
    arguments: [
      (["barrier": "bollard"], false), (["barrier": "block"], false),
      (["barrier": "gate"], true), (["barrier": "gate", "access": "private"], false),
      (["barrier": "bollard", "bus": "yes"], true), (["barrier": "lift_gate"], true),
      (["barrier": "cycle_barrier"], false), (["barrier": "toll_booth"], true),
      (["barrier": "nobody_knows"], false), (["highway": "crossing"], true),
    ] as [([String: String], Bool)])
  func barriers(_ tags: [String: String], _ passes: Bool) throws {
    let map = square([:], middle: tags)
    let network = try map.imported()
    #expect((network.edge("1", "3") != nil) == passes)
    // One can still drive up to it, from both sides.
    #expect((network.edge("1", "5") != nil) == !passes)
    #expect((network.edge("3", "5-2") != nil) == !passes)
    #expect(network.summary.roads.barriers == (passes ? 0 : 1))
    let start = try #require(network.node("1"))
    let end = try #require(network.node("3"))
    let meters = ShortestPaths(from: start, in: network.network).length[end].count
    let across = (map.distance(1, 5) + map.distance(5, 3)).rounded()
    let around = map.distance(1, 2).rounded() + map.distance(2, 3).rounded()
    #expect(meters == Int32(passes ? across : around))
  }

  @Test(
    "limits are read with their units",
    arguments: [
      ([:], 30), (["maxspeed": "50"], 50), (["maxspeed": "30 mph"], 30 * 1.609344),
      (["maxspeed": "30mph"], 30 * 1.609344), (["maxspeed": "20 km/h"], 20),
      (["maxspeed": "10 knots"], 18.52), (["maxspeed": "walk"], 5), (["maxspeed": "DE:walk"], 5),
      (["maxspeed": "none"], 30), (["maxspeed": "signals"], 30), (["maxspeed": "JP:urban"], 30),
      (["maxspeed": "60;40"], 40), (["maxspeed": "fast"], 30), (["maxspeed": "0"], 30),
      (["maxspeed": "5000"], 30), (["maxspeed": "-20"], 30), (["maxspeed": "7.5"], 7.5),
      (["maxspeed": "50", "maxspeed:forward": "20"], 20),
      (["maxspeed": "50", "maxspeed:backward": "20"], 50),
      (["highway": "secondary"], 50), (["highway": "living_street"], 10),
    ] as [([String: String], Double)])
  func speeds(_ tags: [String: String], _ kmh: Double) throws {
    let map = square(tags)
    let network = try map.imported()
    let edge = try #require(network.edge("1", "3"))
    let meters = map.distance(1, 3)
    #expect(network.network.length[edge] == Meters(Int32(meters.rounded())))
    #expect(network.network.duration[edge].milliseconds == Int32((meters * 3600 / kmh).rounded()))
  }

  @Test("a profile changes speeds and leaves classes out")
  func profile() throws {
    var profile = ImportProfile.standard
    profile.speedKmh[.tertiary] = 20
    profile.maxspeedShare = 0.5
    let options = ImportOptions(profile: profile)
    for (tags, kmh) in [
      (["highway": "tertiary"], 20.0), (["highway": "tertiary", "maxspeed": "60"], 30.0),
    ] {
      let map = square(tags)
      let network = try map.imported(options)
      let edge = try #require(network.edge("1", "3"))
      let expected = Int32((map.distance(1, 3) * 3600 / kmh).rounded())
      #expect(network.network.duration[edge].milliseconds == expected)
    }
    profile.speedKmh[.tertiary] = nil
    let without = try square(["highway": "tertiary"]).imported(ImportOptions(profile: profile))
    #expect(without.edge("1", "3") == nil)
  }

  @Test("classes are those of scenarios")
  func classes() throws {
    for (highway, roadClass) in [
      ("motorway_link", RoadClass.trunk), ("trunk", .trunk), ("primary", .primary),
      ("secondary_link", .collector), ("tertiary", .collector), ("unclassified", .local),
    ] {
      let map = square(["highway": highway])
      let network = try map.imported()
      let edge = try #require(network.edge("1", "3"))
      #expect(network.network.roadClass[edge] == roadClass)
      #expect(network.summary.roads.kmByHighway[highway] == map.distance(1, 3).rounded() / 1000)
    }
  }
}
