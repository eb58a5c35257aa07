import Importers
import ScenarioFiles
import Testing

/// A street 1-2-3-4 and back with dead ends at 2 and 4, and another from 1 by node 5 to 3.
private func map(_ tags: [String: String], middle: [String: String] = [:]) -> TinyMap {
  var map = TinyMap()
  let places = [(1, 0.0, 0.0), (2, 2, 0), (3, 2, 2), (4, 0, 2), (6, 3, 0), (7, -1, 2)]
  for (id, east, north) in places {
    map.node(Int64(id), east, north)
  }
  map.node(5, 1, 1, middle)
  map.way(10, [1, 2, 3, 4, 1])
  map.way(11, [1, 5, 3], tags)
  map.way(12, [2, 6])
  map.way(13, [4, 7])
  return map
}

private func isOpen(
  _ tags: [String: String], middle: [String: String] = [:], _ profile: ImportProfile = .standard
) throws -> Bool {
  try map(tags, middle: middle).imported(ImportOptions(profile: profile)).edge("1", "3") != nil
}

@Suite("Tags with lists of values")
struct AccessListTests {
  private static let lists = [
    ("private;delivery", false), ("no;permit", false), ("private;residents", false),
    ("no ; permit", false), (" private", false), ("delivery; private;", false),
    ("agricultural;forestry", false), ("no;no;no", false), ("no;yes", true),
    ("private;destination", true), ("private; permissive", true), ("yes;no", true),
    ("private;strangers", true), ("strangers;rumours", true), (";", true),
  ]

  @Test(
    "a list closes a street only if all of its values do, whichever key it has",
    arguments: ["access", "vehicle", "motor_vehicle", "motorcar"])
  func ways(_ key: String) throws {
    for (list, expected) in Self.lists {
      #expect(try isOpen([key: list]) == expected, "\(key)=\(list)")
    }
  }

  @Test("of the names of buses, one open value opens", arguments: ["psv", "bus"])
  func buses(_ key: String) throws {
    for (list, expected) in [
      ("yes;no", true), ("no; designated", true), ("private;delivery", false),
    ] {
      #expect(try isOpen(["motor_vehicle": "no", key: list]) == expected, "\(key)=\(list)")
    }
  }

  @Test("barriers and directions read lists in the same way")
  func barriers() throws {
    for (list, expected) in Self.lists {
      #expect(try isOpen([:], middle: ["barrier": "gate", "access": list]) == expected, "\(list)")
    }
    #expect(try !isOpen([:], middle: ["barrier": "gate;bollard"]))
    #expect(try isOpen([:], middle: ["barrier": "gate; lift_gate"]))
    let network = try map(["motor_vehicle:backward": "private; delivery"]).imported()
    #expect(network.edge("1", "3") != nil)
    #expect(network.edge("3", "1") == nil)
  }

  @Test("walkers read lists, too")
  func walkers() throws {
    for (list, expected) in [("private;no", false), ("no; permissive", true)] {
      let rows = try map(["foot": list]).imported().file("walk_roads.csv")
      #expect(rows.contains("\n1,3,") == expected, "\(list)")
    }
  }

  @Test("other tags with lists say what their values agree on")
  func others() throws {
    for (tags, forward, backward) in [
      (["oneway": "yes;yes"], true, false), (["oneway": " -1"], false, true),
      (["oneway": "yes;no"], true, true), (["highway": "residential;service"], true, true),
      (["highway": "strange; tertiary"], true, true),
      (["highway": "strange;stranger"], false, false),
      (["highway": "service", "service": "driveway;parking_aisle"], false, false),
      (["highway": "service", "service": "driveway;alley"], true, true),
      (["junction": "roundabout;crossing"], true, false),
    ] {
      let network = try map(tags).imported()
      #expect((network.edge("1", "3") != nil) == forward, "\(tags)")
      #expect((network.edge("3", "1") != nil) == backward, "\(tags)")
    }
  }

  @Test("a profile says what a value means to vans, and walkers do not mind")
  func values() throws {
    var profile = ImportProfile.standard
    for key in ["access", "motor_vehicle"] {
      #expect(try isOpen([key: "destination"]))
      #expect(try isOpen([key: "customers"]))
      #expect(try !isOpen([key: "delivery"]))
    }
    profile.accessValues["destination"] = .closed
    profile.accessValues["customers"] = .closed
    profile.accessValues["delivery"] = .open
    for key in ["access", "motor_vehicle"] {
      #expect(try !isOpen([key: "destination"], profile))
      #expect(try !isOpen([key: "customers"], profile))
      #expect(try isOpen([key: "delivery"], profile))
      #expect(try isOpen([key: "private;delivery"], profile))
    }
    let network = try map(["access": "destination"]).imported(ImportOptions(profile: profile))
    #expect(try network.file("walk_roads.csv").contains("\n1,3,"))
  }

  @Test("locked gates stop vans and walkers, unless they open by name or the profile says so")
  func locked() throws {
    var profile = ImportProfile.standard
    let gate = ["barrier": "gate", "locked": "yes"]
    func walks(_ tags: [String: String], _ profile: ImportProfile) throws -> Bool {
      try map([:], middle: tags).imported(ImportOptions(profile: profile))
        .file("walk_roads.csv").contains("\n1,3,")
    }
    #expect(try !isOpen([:], middle: gate, profile))
    #expect(try !walks(gate, profile))
    #expect(try !isOpen([:], middle: gate.merging(["access": "yes"]) { $1 }, profile))
    #expect(try isOpen([:], middle: gate.merging(["psv": "yes"]) { $1 }, profile))
    #expect(try isOpen([:], middle: gate.merging(["locked": "no"]) { $1 }, profile))
    #expect(try walks(gate.merging(["foot": "yes"]) { $1 }, profile))
    profile.lockedGates = .open
    #expect(try isOpen([:], middle: gate, profile))
    #expect(try walks(gate, profile))
  }
}

@Suite("Tags with conditions")
struct ConditionalTagTests {
  @Test(
    "ways and barriers with conditions on what the rules read are counted",
    arguments: [
      ("access", 1), ("vehicle", 1), ("motor_vehicle", 1), ("motorcar", 1), ("psv", 1),
      ("bus", 1), ("foot", 1), ("oneway", 1), ("oneway:bus", 1), ("maxspeed", 1),
      ("maxspeed:forward", 1), ("motor_vehicle:backward", 1), ("hgv", 0), ("bicycle", 0),
      ("oneway:bicycle", 0), ("maxspeed:hgv", 0), ("parking:lane", 0),
    ])
  func counted(_ key: String, _ count: Int) throws {
    let tags = ["\(key):conditional": "no @ (07:00-08:30)"]
    let ways = try map(tags).imported()
    #expect(ways.summary.conditionalWays == count)
    #expect(ways.summary.conditionalBarriers == 0)
    // They are not honoured.
    #expect(try ways.tables() == map([:]).imported().tables())
    let gate = ["barrier": "gate"]
    let barriers = try map([:], middle: gate.merging(tags) { $1 }).imported()
    #expect(barriers.summary.conditionalBarriers == count)
    #expect(barriers.summary.conditionalWays == 0)
    #expect(try map([:], middle: tags).imported().summary.conditionalBarriers == 0)
  }
}
