import Foundation
import Mobility
import RoadNetwork
import ScenarioFiles
import ScenarioModel
import Testing

/// The synthetic town that the project carries.
@Suite struct SenbokuTests {
  private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Scenarios/senboku").standardizedFileURL
  private let specification: TownSpecification
  private let town: SyntheticTown
  private let stops: [SitedStop]

  init() throws {
    specification = try TownSpecification(
      path: folder.appendingPathComponent("synthesis.yaml").path)
    town = SyntheticTown(specification.plan, rules: specification.rules)
    stops = town.stops(for: specification.plan, rules: specification.rules.siting)
  }

  @Test func theFilesAreWhatTheRulesMake() throws {
    let made = TownFiles(town, stops: stops)
    for (name, bytes) in [("nodes", made.nodes), ("roads", made.roads), ("stops", made.stops)] {
      let path = folder.appendingPathComponent("data/\(name).csv")
      #expect(try Data(contentsOf: path) == bytes, "\(name).csv")
    }
  }

  @Test func everyJunctionReachesEveryOther() {
    let ways = town.roads.map { (from: $0.tail, to: $0.head, road: $0) }
    let back = ways.map {
      RoadNetwork.Road(
        from: $0.to, to: $0.from, duration: $0.road.duration, length: $0.road.length,
        roadClass: $0.road.roadClass)
    }
    for roads in [town.roads, back] {
      let network = RoadNetwork(coordinates: town.coordinates, roads: roads)
      let paths = ShortestPaths(from: NodeID(0), in: network)
      #expect(paths.duration.values.allSatisfy { $0 != nil })
    }
  }

  @Test func roadsHaveLengthAndJunctionsDiffer() {
    #expect((2000...6000).contains(town.coordinates.count))
    #expect(town.roads.allSatisfy { $0.length.count > 0 && $0.duration.milliseconds > 0 })
    #expect(town.roads.allSatisfy { $0.tail != $0.head })
    #expect(Set(town.coordinates.values).count == town.coordinates.count)
    let ways = Set(town.roads.map { [$0.tail, $0.head] })
    #expect(town.roads.contains { !ways.contains([$0.head, $0.tail]) })
  }

  /// Hills and few crossings make detours; a plane grid would have 1.27.
  @Test func detoursAndSpeedsAreThoseOfAHillyTown() {
    let network = town.network
    let nodes = specification.plan.blocks.map { nearest(to: $0.point) }
    var detours: [Double] = []
    var speeds: [Double] = []
    for origin in nodes {
      let paths = ShortestPaths(from: origin, in: network)
      for destination in nodes {
        let straight = town.coordinates[origin].distance(to: town.coordinates[destination])
        guard straight >= 300, let duration = paths.duration[destination] else { continue }
        let meters = Double(paths.length[destination].count)
        detours.append(meters / straight)
        speeds.append(meters / duration.inSeconds * 3.6)
      }
    }
    #expect((1.3...1.6).contains(quantile(0.5, of: detours)))
    #expect((1.8...3.0).contains(quantile(0.95, of: detours)))
    #expect((20...28).contains(speeds.reduce(0, +) / Double(speeds.count)))
  }

  @Test func fiftyStopsStandAtJunctionsOfTheirOwnOffTheTrunkRoad() {
    #expect(stops.count == 50)
    #expect(Set(stops.map(\.node)).count == 50)
    #expect(Set(stops.map(\.key)).count == 50)
    #expect(stops.prefix(3).allSatisfy { $0.kind == "station" })
    #expect(stops.count { $0.kind == "centre" } == 11)
    let trunk = Set(
      town.roads.filter { $0.roadClass == .trunk }.flatMap { [$0.tail, $0.head] })
    #expect(stops.allSatisfy { !trunk.contains($0.node) })
  }

  @Test func mostServedResidentsHaveAStopWithinReach() {
    let served = town.homes.filter { specification.plan.blocks[$0.block].isServed }
    let residents = served.reduce(0) { $0 + $1.residents }
    func covered(within meters: Double) -> Double {
      served.filter { home in
        stops.contains {
          town.coordinates[$0.node].distance(to: town.coordinates[home.node]) <= meters
        }
      }.reduce(0) { $0 + $1.residents } / residents
    }
    // 300 m and 600 m on foot.
    #expect((0.55...0.7).contains(covered(within: 230)))
    #expect(covered(within: 460) > 0.95)
  }

  @Test func anotherSeedMakesAnotherTownOnTheSameMainRoads() {
    var rules = specification.rules
    rules.seed += 1
    let other = SyntheticTown(specification.plan, rules: rules)
    func length(of roadClass: RoadClass, in town: SyntheticTown) -> Int {
      town.roads.filter { $0.roadClass == roadClass }.reduce(0) { $0 + Int($1.length.count) }
    }
    #expect(other.roads != town.roads)
    #expect(length(of: .primary, in: other) == length(of: .primary, in: town))
    #expect(length(of: .local, in: other) != length(of: .local, in: town))
  }

  private func nearest(to point: Coordinate) -> NodeID {
    town.coordinates.ids.min {
      town.coordinates[$0].distance(to: point) < town.coordinates[$1].distance(to: point)
    } ?? NodeID(0)
  }

  private func quantile(_ share: Double, of values: [Double]) -> Double {
    values.sorted()[Int(share * Double(values.count - 1))]
  }
}
