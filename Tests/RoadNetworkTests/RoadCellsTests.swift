import Mobility
import RoadNetwork
import TestSupport
import Testing

@Suite("Parts of a town")
struct RoadCellsTests {
  @Test("have the least of all times between their nodes", arguments: [1, 2, 4, 9])
  func leastOfRandomRoads(most: Int) {
    for seed in 0..<200 {
      let roads = RandomRoads(seed: seed)
      let least = roads.leastWeights
      let labels = RoutingIndex(roads.network).labels
      let cells = NodeCells(roads.network, labels: labels, atMost: most)
      #expect(cells.count <= most && cells.count > 0)
      for from in 0..<cells.count {
        for to in 0..<cells.count {
          let pairs = roads.nodes.filter { Int(cells.cell[$0]) == from }.flatMap { origin in
            roads.nodes.filter { Int(cells.cell[$0]) == to }.map { least[origin.index][$0.index] }
          }
          let expected = pairs.min()?.duration.milliseconds
          #expect(cells.least[from * cells.count + to] == expected, "seed \(seed)")
        }
      }
    }
  }

  @Test("bound the drives of a grid, and are met", arguments: TurningPoints.allCases)
  func boundsOfTravelTimes(turningPoints: TurningPoints) throws {
    let grid = StreetGrid(side: 18, seed: 2)
    let times = try #require(
      TravelTimes(
        grid.network, between: grid.places, turningPoints: turningPoints, backend: .labels))
    let cells = times.cells
    #expect(cells.count > 4 && cells.count <= 324 / 25)
    var least = [Int32](repeating: .max, count: cells.count * cells.count)
    for from in grid.places.ids {
      let paths = ShortestPaths(from: NodeID(from.index), in: grid.network)
      for to in grid.places.ids {
        let pair = Int(cells.cell(of: from)) * cells.count + Int(cells.cell(of: to))
        let drive = try #require(paths.duration[NodeID(to.index)])
        least[pair] = min(least[pair], drive.milliseconds)
      }
    }
    for from in 0..<Int32(cells.count) {
      for to in 0..<Int32(cells.count) {
        let expected = least[Int(from) * cells.count + Int(to)]
        #expect(cells.least(from: from, to: to).milliseconds == expected)
        #expect(cells.leastTo(to)[Int(from)] == expected)
        #expect(cells.leastFrom(from)[Int(to)] == expected)
      }
    }
    for place in grid.places.count..<times.placeCount {
      let node = times.node(of: PlaceID(place))
      #expect(cells.cell(of: PlaceID(place)) == cells.cell(of: PlaceID(node.index)))
    }
  }

  @Test("are one where there is no routing index")
  func singlePart() throws {
    let grid = StreetGrid(side: 12, seed: 3)
    let times = try #require(TravelTimes(grid.network, between: grid.places, backend: .matrix))
    #expect(times.cells.count == 1)
    #expect(times.cells.cell(of: PlaceID(143)) == 0)
    #expect(times.cells.least(from: 0, to: 0) == .zero)
  }
}
