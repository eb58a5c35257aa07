import Foundation
import Importers
import Mobility
import RoadNetwork
import ScenarioFiles
import ScenarioModel
import TestSupport
import Testing

@Suite("320 origins to 320 destinations")
struct LargeNetworkTests {
  @Test("agree with searches on a grid", arguments: [100, 300])
  func grid(side: Int) throws {
    try check(StreetGrid(side: side, seed: 1).network, "\(side * side) nodes")
  }

  @Test("agree with searches in Senboku")
  func senboku() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Scenarios/senboku").standardizedFileURL
    let specification = try TownSpecification(
      path: folder.appendingPathComponent("synthesis.yaml").path)
    let town = SyntheticTown(specification.plan, rules: specification.rules)
    try check(RoadNetwork(coordinates: town.coordinates, roads: town.roads), "Senboku")
  }

  @Test(
    "agree with searches in real towns",
    arguments: [
      "porto_alegre_r5r.osm.pbf", "campo-grande_graphhopper.osm.gz", "andorra_graphhopper.osm.pbf",
      "liechtenstein_valhalla.osm.pbf",
    ])
  func realTowns(extract: String) throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared/data/osm/\(extract)").standardizedFileURL.path
    guard FileManager.default.fileExists(atPath: path) else {
      print("skipped: \(extract) is not there")
      return
    }
    try check(try OSMImport(path: path).network, extract)
  }

  /// Merges, sweeps, and every tenth path.
  private func check(_ network: RoadNetwork, _ name: String) throws {
    let index = RoutingIndex(network)
    let places = Column<Place, Place>(
      network.coordinates.ids.map { Place(node: $0, coordinate: network.coordinates[$0]) })
    let times = try #require(
      TravelTimes(network, between: places, backend: .labels) { _ in index })
    var numbers = SeededGenerator(seed: 320)
    func nodes() -> [NodeID] {
      (0..<320).map { _ in NodeID(.random(in: 0..<network.nodeCount, using: &numbers)) }
    }
    let destinations = nodes()
    let now = Instant(hour: 9)
    var sweep = HierarchySweep(index)
    for (k, origin) in nodes().enumerated() {
      let paths = ShortestPaths(from: origin, in: network)
      sweep.run(from: [origin])
      var wrong: [NodeID] = []
      for (j, node) in destinations.enumerated() {
        let (from, to) = (PlaceID(origin.index), PlaceID(node.index))
        let duration = times.drive(from: from, to: to, departing: now)
        let length = times.length(from: from, to: to, departing: now)
        let swept = sweep[node]
        if duration != paths.duration[node] || length != paths.length[node]
          || swept != PathWeight(duration: duration, length: length)
        {
          wrong.append(node)
        }
        guard j % 10 == k % 10 else { continue }
        let path = times.path(from: from, to: to, departing: now)
        if path != paths.path(to: node, in: network)
          || network.weight(of: path, from: origin, to: node) != swept
        {
          wrong.append(node)
        }
      }
      #expect(wrong.isEmpty, "\(name), from \(origin.index)")
    }
  }
}
