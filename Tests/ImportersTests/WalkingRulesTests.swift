import Foundation
import Importers
import Testing

@Suite("Where people may walk")
struct WalkingRulesTests {
  /// A street 1-2-3 that all may use, and another way from 1 to 3.
  private func map(_ tags: [String: String], barrier: [String: String] = [:]) -> TinyMap {
    var map = TinyMap()
    map.node(1, 0, 0)
    map.node(2, 1, 1)
    map.node(3, 2, 0)
    map.node(4, 1, 0, barrier)
    map.node(5, -1, 0)
    map.node(6, 3, 0)
    map.way(1, [5, 1, 2, 3, 6])
    map.way(2, [1, 4, 3], tags)
    return map
  }

  /// The row of the walk from 1 to 3 by the other way.
  private func row(_ map: TinyMap) throws -> [String]? {
    let meters = Int((map.distance(1, 4) + map.distance(4, 3)).rounded())
    return try map.imported().file("walk_roads.csv").split(separator: "\n")
      .map { $0.split(separator: ",").map(String.init) }
      .first { $0[0] == "1" && $0[1] == "3" && $0[3] == "\(meters)" }
  }

  @Test(
    "a way is a street, path or flight of steps to walkers, or nothing",
    arguments: [
      (["highway": "residential"], "street"), (["highway": "footway"], "path"),
      (["highway": "path"], "path"), (["highway": "pedestrian"], "path"),
      (["highway": "track"], "path"), (["highway": "steps"], "steps"),
      (["highway": "residential", "oneway": "yes"], "street"),
      (["highway": "residential", "foot": "no"], nil),
      (["highway": "residential", "foot": "use_sidepath"], nil),
      (["highway": "residential", "access": "private"], nil),
      (["highway": "residential", "access": "no", "foot": "yes"], "street"),
      (["highway": "residential", "motor_vehicle": "no"], "street"),
      (["highway": "cycleway"], nil), (["highway": "cycleway", "foot": "designated"], "path"),
      (["highway": "motorway"], nil), (["highway": "trunk"], nil),
      (["highway": "trunk", "sidewalk": "both"], "street"),
      (["highway": "trunk", "sidewalk": "no"], nil),
      (["highway": "primary"], "street"), (["highway": "primary", "motorroad": "yes"], nil),
      (["highway": "primary", "sidewalk": "no"], "street"),
      (["highway": "busway"], nil), (["highway": "construction"], nil),
    ] as [([String: String], String?)])
  func classes(_ tags: [String: String], _ expected: String?) throws {
    #expect(try row(map(tags))?.last == expected)
  }

  @Test("people walk at 4 km/h, and at 2 km/h on steps, unless a profile says otherwise")
  func paces() throws {
    for (highway, kmh) in [("footway", 4.0), ("steps", 2.0)] {
      let map = map(["highway": highway])
      let meters = map.distance(1, 4) + map.distance(4, 3)
      #expect(try row(map)?[2] == "\(Int((meters * 3600 / kmh).rounded()))")
    }
  }

  @Test("bollards let walkers through, walls and locked gates do not")
  func barriers() throws {
    for (tags, passes) in [
      (["barrier": "bollard"], true), (["barrier": "gate"], true), (["barrier": "wall"], false),
      (["barrier": "gate", "access": "private"], false),
      (["barrier": "gate", "access": "private", "foot": "yes"], true),
    ] {
      #expect((try row(map(["highway": "footway"], barrier: tags)) != nil) == passes, "\(tags)")
    }
  }

  @Test("vans see nothing of footways")
  func vans() throws {
    let network = try map(["highway": "footway"]).imported()
    #expect(network.edgeNames.sorted() == ["5>6", "6>5"])
    #expect(network.summary.walking.nodes == 4)
  }
}
