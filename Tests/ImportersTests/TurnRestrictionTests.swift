import Importers
import Mobility
import RoadNetwork
import Testing

/// A crossing 5 with arms to 1 (north), 2 (east), 3 (south) and 4 (west), whose ends a ring joins.
///
/// Way 10 + n is the arm to node n.
private func crossing() -> TinyMap {
  var map = TinyMap()
  for (id, east, north) in [(1, 2.0, 4.0), (2, 4, 2), (3, 2, 0), (4, 0, 2), (5, 2, 2)] {
    map.node(Int64(id), east, north)
  }
  for arm in 1...4 { map.way(Int64(10 + arm), [Int64(arm), 5]) }
  map.way(20, [1, 2, 3, 4, 1])
  return map
}

private struct Turn: Hashable, CustomStringConvertible {
  let from: Int
  let to: Int

  var description: String { "\(from)>\(to)" }

  static let all = (1...4).flatMap { from in (1...4).map { Turn(from: from, to: $0) } }
}

private func forbidden(in map: TinyMap) throws -> Set<Turn> {
  let network = try map.imported()
  return Set(Turn.all.filter { !network.allows("\($0.from)", "5", "\($0.to)") })
}

@Suite("Turn restrictions")
struct TurnRestrictionTests {
  @Test("without restrictions all turns are possible, and nothing is split")
  func none() throws {
    #expect(try forbidden(in: crossing()).isEmpty)
    let network = try crossing().imported()
    #expect(network.summary.roads.splitNodes == 0)
    #expect(network.network.nodeCount == 5)
  }

  @Test(
    "a forbidden turn is impossible, and others stay possible",
    arguments: [
      ("no_left_turn", 1, 2), ("no_right_turn", 1, 4), ("no_straight_on", 1, 3),
      ("no_u_turn", 1, 1), ("no_entry", 3, 2), ("no_exit", 2, 3), ("no_left_turn", 4, 1),
    ])
  func no(_ kind: String, _ from: Int, _ to: Int) throws {
    var map = crossing()
    map.restriction(kind, from: [Int64(10 + from)], via: 5, to: [Int64(10 + to)])
    #expect(try forbidden(in: map) == [Turn(from: from, to: to)])
    let summary = try map.imported().summary
    #expect(summary.restrictions.honoured == 1)
    #expect(summary.roads.splitNodes == 1)
    // Streets do not become longer by being split.
    #expect(summary.roads.km == (try crossing().imported().summary.roads.km))
  }

  @Test("the only turn allowed leaves no other", arguments: [1, 2, 3, 4])
  func only(_ to: Int) throws {
    var map = crossing()
    map.restriction("only_straight_on", from: [11], via: 5, to: [Int64(10 + to)])
    let expected = Turn.all.filter { $0.from == 1 && $0.to != to }
    #expect(try forbidden(in: map) == Set(expected))
  }

  @Test("several restrictions at one junction add up")
  func several() throws {
    var map = crossing()
    map.restriction("no_left_turn", from: [11], via: 5, to: [12])
    map.restriction("no_right_turn", from: [11], via: 5, to: [14])
    map.restriction("only_straight_on", from: [12], via: 5, to: [14])
    map.restriction("no_entry", from: [13, 14], via: 5, to: [11])
    let expected = Set(
      [(1, 2), (1, 4), (2, 1), (2, 2), (2, 3), (3, 1), (4, 1)].map { Turn(from: $0.0, to: $0.1) })
    #expect(try forbidden(in: map) == expected)
    #expect(try map.imported().summary.restrictions.honoured == 4)
  }

  @Test("neighbouring junctions with restrictions keep all of them")
  func neighbours() throws {
    // Seeds of which turns are forbidden at each end of the arm between the two crossings.
    for first in 1...4 {
      for second in 6...8 {
        var map = crossing()
        for (id, east, north) in [(6, 8.0, 4.0), (7, 10.0, 2.0), (8, 8.0, 0.0)] {
          map.node(Int64(id), east, north)
        }
        map.node(9, 8, 2)
        map.ways.removeAll { $0.id == 12 || $0.id == 20 }
        // The street between the crossings 5 and 9.
        map.way(12, [9, 5])
        for arm in 6...8 { map.way(Int64(10 + arm), [Int64(arm), 9]) }
        map.way(20, [1, 6, 7, 8, 3, 4, 1])
        map.restriction("no_u_turn", from: [12], via: 9, to: [Int64(10 + second)])
        map.restriction("no_left_turn", from: [Int64(10 + first)], via: 5, to: [12])
        let network = try map.imported()
        let copies = network.nodeKeys.values.filter { $0 == "5" || $0.hasPrefix("5-") }
        #expect(
          copies.allSatisfy { !network.allows($0, "9", "\(second)") }, "\(first), \(second)")
        #expect(network.allows("5", "9", second == 6 ? "7" : "6"))
        let from = first == 2 ? "9" : "\(first)"
        let isLeft = network.edgeNames.filter { $0.hasPrefix("\(from)>5") }.contains { edge in
          let copy = edge.split(separator: ">")[1]
          return network.edgeNames.contains { $0.hasPrefix("\(copy)>9") }
        }
        #expect(!isLeft || first == 2, "\(first), \(second)")
      }
    }
  }

  @Test("a way that passes through the junction leaves the end in doubt, unless it is one-way")
  func passing() throws {
    var map = crossing()
    map.ways.removeAll { $0.id == 11 || $0.id == 13 }
    map.way(11, [1, 5, 3])
    map.restriction("no_left_turn", from: [11], via: 5, to: [12])
    #expect(try map.imported().summary.restrictions.ambiguous == 1)
    #expect(try forbidden(in: map).isEmpty)

    map.ways.removeAll { $0.id == 11 }
    map.way(11, [1, 5, 3], ["oneway": "yes"])
    let network = try map.imported()
    #expect(network.summary.restrictions.honoured == 1)
    #expect(!network.allows("1", "5", "2"))
    #expect(network.allows("1", "5", "3"))
  }

  @Test(
    "restrictions by vehicle bind a van by the names that also free it",
    arguments: [
      ("restriction:bus", nil, true), ("restriction:psv", nil, true),
      ("restriction:motorcar", nil, true), ("restriction:motor_vehicle", nil, true),
      ("restriction:vehicle", nil, true), ("restriction:hgv", nil, false),
      ("restriction:bicycle", nil, false), ("restriction:bus", "psv", false),
      ("restriction", "bus", false), ("restriction", "hgv; bus", false),
      ("restriction", "bus;psv", false), ("restriction", "motorcar", false),
      ("restriction", "motor_vehicle", false), ("restriction", "vehicle", false),
      ("restriction", "hgv;bicycle", true), ("restriction:motor_vehicle", "bicycle", true),
    ] as [(String, String?, Bool)])
  func vehicles(_ key: String, _ except: String?, _ isHonoured: Bool) throws {
    var map = crossing()
    map.restriction("no_left_turn", from: [11], via: 5, to: [12])
    map.relations[0].tags["restriction"] = nil
    map.relations[0].tags[key] = "no_left_turn"
    map.relations[0].tags["except"] = except
    #expect(try forbidden(in: map) == (isHonoured ? [Turn(from: 1, to: 2)] : []))
    let counts = try map.imported().summary.restrictions
    #expect(counts.honoured == (isHonoured ? 1 : 0))
    #expect(counts.notForVans == (isHonoured ? 0 : 1))
  }

  @Test("the most specific name decides, and conditions are counted by name")
  func specific() throws {
    for (other, honoured, notForVans, conditional) in [
      (["restriction:bus": "none"], 0, 1, 0), (["restriction:hgv": "none"], 1, 0, 0),
      (
        ["restriction": "", "restriction:bus:conditional": "no_left_turn @ (07:00-09:00)"], 0, 0, 1
      ),
      (
        ["restriction": "", "restriction:hgv:conditional": "no_left_turn @ (07:00-09:00)"], 0, 1, 0
      ),
    ] {
      var map = crossing()
      map.restriction("no_left_turn", from: [11], via: 5, to: [12], other)
      if other["restriction"] != nil { map.relations[0].tags["restriction"] = nil }
      let counts = try map.imported().summary.restrictions
      #expect(counts.honoured == honoured, "\(other)")
      #expect(counts.notForVans == notForVans, "\(other)")
      #expect(counts.conditional == conditional, "\(other)")
    }
  }

  @Test("a list of kinds is one restriction, if it does not contradict itself")
  func lists() throws {
    for (kinds, to, expected) in [
      ("no_left_turn;no_u_turn", 2, [2]), ("no_left_turn; no_straight_on", 2, [2]),
      ("no_straight_on;no_u_turn", 1, [1]), ("only_left_turn;only_right_turn", 2, [1, 3, 4]),
      ("only_left_turn;no_u_turn", 2, []), ("no_left_turn;perhaps", 2, []),
    ] {
      var map = crossing()
      map.restriction(kinds, from: [11], via: 5, to: [Int64(10 + to)])
      #expect(try forbidden(in: map) == Set(expected.map { Turn(from: 1, to: $0) }), "\(kinds)")
      let counts = try map.imported().summary.restrictions
      #expect(counts.incomplete == (expected.isEmpty ? 1 : 0))
    }
  }

  @Test("those that cannot or need not be honoured are counted")
  func counted() throws {
    var map = crossing()
    let (left, right) = ([Int64(11)], [Int64(12)])
    map.restriction("no_left_turn", from: left, via: 5, to: right, ["except": "bicycle;psv"])
    map.restriction("no_left_turn", from: left, via: 5, to: right, ["hour_on": "07:00"])
    map.restriction("no_left_turn", from: left, via: 5, to: [99])
    map.restriction("no_left_turn", from: left, via: 99, to: right)
    map.restriction("no_left_turn", from: [], via: 5, to: right)
    map.restriction("give_way", from: left, via: 5, to: right)
    map.relations.append(
      .init(
        id: 90, members: [("way", 11, "from"), ("way", 12, "via"), ("way", 13, "to")],
        tags: ["type": "restriction", "restriction": "no_u_turn"]))
    map.relations.append(
      .init(
        id: 91, members: [("way", 11, "from"), ("node", 5, "via"), ("way", 13, "to")],
        tags: ["type": "restriction", "restriction:conditional": "no_u_turn @ (07:00-09:00)"]))
    map.relations.append(
      .init(
        id: 92, members: [("way", 11, "from"), ("node", 5, "via"), ("way", 13, "to")],
        tags: ["type": "restriction", "restriction:hgv": "no_straight_on"]))
    map.relations.append(.init(id: 93, members: [("way", 11, "")], tags: ["type": "route"]))
    #expect(try forbidden(in: map).isEmpty)
    let counts = try map.imported().summary.restrictions
    #expect(counts.honoured == 0)
    #expect(counts.notForVans == 2)
    #expect(counts.conditional == 2)
    #expect(counts.withoutEffect == 2)
    #expect(counts.incomplete == 2)
    #expect(counts.viaWays == 1)
  }
}
