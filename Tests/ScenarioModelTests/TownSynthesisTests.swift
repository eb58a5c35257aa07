import Mobility
import RoadNetwork
import ScenarioModel
import Testing

@Suite struct TownSynthesisTests {
  private let town = SyntheticTown(SmallTown.plan, rules: SmallTown.rules)

  @Test func everyBlockHasItsResidents() {
    for (block, population) in [4000.0, 400].enumerated() {
      let residents = town.homes.filter { $0.block == block }.reduce(0) { $0 + $1.residents }
      #expect(abs(residents - population) < 1e-6)
    }
    #expect(town.homes.count { $0.block == 0 } > town.homes.count { $0.block == 1 })
  }

  @Test func whatNoRoadReachesIsLeftOut() {
    var plan = SmallTown.plan
    let near = SyntheticTown(plan, rules: SmallTown.rules)
    plan.villages = [SmallTown.point(0, -3000)]
    let far = SyntheticTown(plan, rules: SmallTown.rules)
    #expect(near.coordinates.values.contains { $0.latitude < -0.0015 })
    #expect(far.coordinates.values.allSatisfy { $0.latitude > -0.0015 })
  }

  @Test func nothingButVillagesIsBuiltBesideAValleyRoad() {
    var plan = SmallTown.plan
    plan.blocks[0].point = SmallTown.point(-600, 80)
    func lowest(_ plan: TownPlan) -> Double {
      let town = SyntheticTown(plan, rules: SmallTown.rules)
      return town.homes.map { abs(town.coordinates[$0.node].latitude) * 111_195 }.min() ?? 0
    }
    #expect((38..<100).contains(lowest(plan)))
    plan.courses[0].isValley = true
    #expect(lowest(plan) >= 100 - 1e-6)
  }

  @Test func roadsTakeTheirSpeedAndTheDelayOfTheirJunction() {
    let main = town.roads.filter { $0.roadClass == .primary }
    let extras = main.map {
      Int($0.duration.milliseconds) - Int((Double($0.length.count) * 90).rounded())
    }
    #expect(Set(extras) == [0, 10_000])
  }

  @Test func frontageRoadsRunOneWayOnTheirLeft() {
    var plan = SmallTown.plan
    plan.courses[0].roadClass = .trunk
    plan.destinations = [
      .init(
        key: "station", name: "", latinName: "", category: "station",
        point: SmallTown.point(0, 0), isServed: true)
    ]
    var rules = SmallTown.rules
    rules.links.frontageCourse = "road"
    let town = SyntheticTown(plan, rules: rules)
    let ways = Set(town.roads.map { [$0.tail, $0.head] })
    let oneWay = town.roads.filter { !ways.contains([$0.head, $0.tail]) }
    #expect(!oneWay.isEmpty)
    for road in oneWay {
      let from = town.coordinates[road.tail]
      // Eastbound traffic is on the north side, its left.
      #expect((from.longitude < town.coordinates[road.head].longitude) == (from.latitude > 0))
    }
  }

  @Test func theFirstStopBringsTheMostResidents() {
    let stops = town.stops(for: SmallTown.plan, rules: SmallTown.rules.siting)
    #expect(stops.map(\.key).first == "big")
    #expect(stops.contains { $0.key == "small" } || stops.count == 3)
    let reach = 300 / 1.3
    let first = town.coordinates[stops[0].node]
    func brought(_ point: Coordinate) -> Double {
      town.homes.filter { town.coordinates[$0.node].distance(to: point) <= reach }
        .reduce(0) { $0 + $1.residents }
    }
    #expect(town.homes.allSatisfy { brought(town.coordinates[$0.node]) <= brought(first) + 1e-6 })
  }

  @Test func sitingEndsWhenEveryoneIsCovered() {
    var siting = SmallTown.rules.siting
    siting.count = 1000
    let stops = town.stops(for: SmallTown.plan, rules: siting)
    #expect((2..<20).contains(stops.count))
    #expect(Set(stops.map(\.key)).count == stops.count)
    for home in town.homes {
      #expect(
        stops.contains {
          town.coordinates[$0.node].distance(to: town.coordinates[home.node]) <= 300 / 1.3 + 0.01
        })
    }
  }

  @Test func destinationsComeFirstButNotTwoAtOnePlace() {
    var plan = SmallTown.plan
    func shop(_ key: String, _ east: Double, served: Bool = true) -> TownPlan.Destination {
      .init(
        key: key, name: "", latinName: "", category: "shop", point: SmallTown.point(east, 0),
        isServed: served)
    }
    plan.destinations = [
      shop("first", 0), shop("beside", 100), shop("closed", 500, served: false), shop("far", 900),
    ]
    let stops = town.stops(for: plan, rules: SmallTown.rules.siting)
    #expect(stops.map(\.key) == ["first", "far", "big"])
    #expect(abs(town.coordinates[stops[0].node].longitude) * 111_195 < 60)
  }
}
