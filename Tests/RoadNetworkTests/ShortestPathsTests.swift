import Mobility
import RoadNetwork
import Testing

@Suite("A search from one node")
struct ShortestPathsTests {
  @Test("finds what comparing all ways finds, and a path of that time and length")
  func equalsFloydWarshall() {
    var (reached, unreached) = (0, 0)
    for seed in 0..<400 {
      let roads = RandomRoads(seed: seed)
      let least = roads.leastWeights
      for origin in roads.nodes {
        let paths = ShortestPaths(from: origin, in: roads.network)
        for destination in roads.nodes {
          let expected = least[origin.index][destination.index]
          let path = paths.path(to: destination, in: roads.network)
          guard expected < .none else {
            #expect(paths.duration[destination] == nil && path == nil, "seed \(seed)")
            unreached += 1
            continue
          }
          reached += 1
          #expect(paths.duration[destination] == expected.duration, "seed \(seed)")
          #expect(paths.length[destination] == expected.length, "seed \(seed)")
          let weight = path.flatMap {
            roads.network.weight(of: $0, from: origin, to: destination)
          }
          #expect(weight == expected, "seed \(seed)")
          if seed < 100 {
            #expect(path == roads.canonicalPath(from: origin, to: destination, least))
          }
          let stopped = ShortestPaths(from: origin, to: destination, in: roads.network)
          #expect(stopped.path(to: destination, in: roads.network) == path, "seed \(seed)")
        }
      }
    }
    #expect(reached > 10_000 && unreached > 5_000)
  }

  @Test("takes the last of two paths that are equally fast and long")
  func lastOfEqualPaths() {
    let points = (0..<4).map { Coordinate(latitude: 0, longitude: Double($0)) }
    let roads = [(0, 2), (0, 1), (1, 3), (2, 3)].map { from, to in
      RoadNetwork.Road(
        from: NodeID(from), to: NodeID(to), duration: .seconds(1), length: Meters(10),
        roadClass: .local)
    }
    let network = RoadNetwork(coordinates: Column(points), roads: roads)
    let paths = ShortestPaths(from: NodeID(0), in: network)
    // Edges by tail: 0 and 1 leave node 0, for 2 and 1; edge 2 leads from 1 to 3.
    #expect(paths.path(to: NodeID(3), in: network) == [EdgeID(1), EdgeID(2)])
    #expect(paths.path(to: NodeID(0), in: network) == [])
  }

  @Test("takes a way that no time of a day can be added to for none")
  func endlessWay() {
    let count = 700
    let roads = (1..<count).map { node in
      RoadNetwork.Road(
        from: NodeID(node - 1), to: NodeID(node), duration: .hours(1), length: Meters(100),
        roadClass: .local)
    }
    let network = RoadNetwork(
      coordinates: Column(repeating: Coordinate(latitude: 0, longitude: 0), count: count),
      roads: roads)
    let paths = ShortestPaths(from: NodeID(0), in: network)
    #expect(paths.duration[NodeID(149)] == .hours(149))
    #expect(paths.duration[NodeID(150)] == nil)
    #expect(paths.duration[NodeID(count - 1)] == nil)
  }
}
