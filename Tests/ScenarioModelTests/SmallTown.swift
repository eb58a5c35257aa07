import Mobility
import RoadNetwork
import ScenarioModel

/// Two blocks beside one main road that runs west to east, and a village.
enum SmallTown {
  static func point(_ east: Double, _ north: Double) -> Coordinate {
    Coordinate(latitude: north / 111_195.08, longitude: east / 111_195.08)
  }

  static func block(_ key: String, _ point: Coordinate, population: Double) -> TownPlan.Block {
    TownPlan.Block(
      key: key, name: key, latinName: key, neighbourhood: key, district: "all", point: point,
      population: population, isServed: true)
  }

  static var plan: TownPlan {
    TownPlan(
      blocks: [
        block("big", point(-600, 300), population: 4000),
        block("small", point(600, 300), population: 400),
      ],
      villages: [point(0, -250)],
      courses: [
        .init(
          name: "road", roadClass: .primary, isValley: false,
          points: [point(-2000, 0), point(2000, 0)])
      ],
      destinations: [])
  }

  static var rules: TownRules {
    TownRules(
      seed: 1,
      paces: .init(
        trunk: .init(speedKmh: 60, junctionDelay: .zero),
        primary: .init(speedKmh: 40, junctionDelay: .seconds(10)),
        collector: .init(speedKmh: 30, junctionDelay: .zero),
        local: .init(speedKmh: 20, junctionDelay: .zero)),
      streets: .init(
        spacingAlong: Meters(80), spacingAcross: Meters(60), jitter: Meters(10), shareAlong: 0.5,
        shareAcross: 0.3, shareBetween: 0.1, smallestRadius: Meters(150),
        metersPerRootResident: 1, villageRadius: Meters(100), valleySide: Meters(100),
        junctionsPerAccess: 10),
      links: .init(
        frontageCourse: "none", frontageOffset: Meters(50), frontageReach: Meters(500),
        rampSpacing: Meters(800), gates: 2, longestGate: Meters(600),
        longestNeighbourLink: Meters(500)),
      siting: .init(
        count: 3, categories: ["shop"], spacing: Meters(150), walk: Meters(300),
        detourThousandths: 1300))
  }
}
