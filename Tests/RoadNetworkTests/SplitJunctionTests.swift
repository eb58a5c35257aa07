import Mobility
import RoadNetwork
import TestSupport
import Testing

@Suite("A place at a junction that stands more than once")
struct SplitJunctionTests {
  private let now = Instant(hour: 9)

  @Test("is reached at any of its nodes and left from any", arguments: TurningPoints.allCases)
  func anyNode(turningPoints: TurningPoints) {
    var (total, split, shorter) = (0, 0, 0)
    for seed in 0..<600 {
      let town = SplitTown(seed: seed)
      for backend in TravelTimes.Backend.allCases {
        let times = TravelTimes(
          town.network, between: town.places, turningPoints: turningPoints, backend: backend)
        #expect((times != nil) == town.isTotal, "seed \(seed)")
        guard let times else { continue }
        total += 1
        let name = Comment("\(backend), seed \(seed)")
        var pinned = PinnedPlace(times)
        var scratch = times.makeScratch()
        var drives: ContiguousArray<TimeSpan> = []
        times.drives(
          from: Array(town.places.ids), to: Array(town.places.ids), departing: now, into: &drives,
          using: &scratch)
        for from in town.places.ids {
          pinned.pin(from)
          for to in town.places.ids {
            let expected = town.least(from: from, to: to)
            #expect(times.drive(from: from, to: to, departing: now) == expected.duration, name)
            #expect(times.length(from: from, to: to, departing: now) == expected.length, name)
            #expect(pinned.drive(to: to) == expected.duration, name)
            let position = from.index * town.places.count + to.index
            #expect(drives[position] == expected.duration, name)
            let path = times.path(from: from, to: to, departing: now)
            #expect(town.weight(of: path, from: from, to: to) == expected, name)
            let cells = times.cells
            #expect(
              cells.least(from: cells.spot(of: from), to: cells.spot(of: to)) <= expected.duration,
              name)
          }
          for to in town.places.ids {
            pinned.pin(to)
            #expect(
              pinned.drive(from: from) == times.drive(from: from, to: to, departing: now), name)
          }
        }
        if town.places.values.contains(where: { $0.nodes.count > 1 }) { split += 1 }
        guard turningPoints == .none else { continue }
        #expect(times.keepsTriangle == town.keepsTriangle, name)
        if !times.keepsTriangle { shorter += 1 }
      }
    }
    #expect(total > 100 && split > 50)
    #expect(turningPoints != .none || shorter > 10)
  }

  @Test("is so in a matrix filled by sweeps")
  func sweptMatrix() throws {
    let grid = StreetGrid(side: 24, seed: 8).network
    let points = grid.coordinates.ids.map { node in
      Coordinate(latitude: 0.001 * Double(node.index / 2 % 17), longitude: Double(node.index / 2))
    }
    let roads = grid.head.ids.map { edge in
      RoadNetwork.Road(
        from: grid.tail(of: edge), to: grid.head[edge], duration: grid.duration[edge],
        length: grid.length[edge], roadClass: .local)
    }
    let network = RoadNetwork(coordinates: Column(points), roads: roads)
    let nodes = NodesByLatitude(network)
    let places = Column<Place, Place>(
      (0..<points.count / 2).map {
        Place(nodes: nodes.junction(of: NodeID(2 * $0)), coordinate: points[2 * $0])
      })
    #expect(places.values.allSatisfy { $0.nodes.count == 2 } && places.count > 250)
    let matrix = try #require(TravelTimes(network, between: places, backend: .matrix))
    let labels = try #require(TravelTimes(network, between: places, backend: .labels))
    for from in places.ids where from.index % 9 == 0 {
      let paths = places[from].nodes.map { ShortestPaths(from: $0, in: network) }
      for to in places.ids {
        let expected = paths.flatMap { path in places[to].nodes.compactMap { path.duration[$0] } }
          .min()
        #expect(matrix.drive(from: from, to: to, departing: now) == expected)
        #expect(labels.drive(from: from, to: to, departing: now) == expected)
      }
    }
  }
}

/// Random roads whose nodes lie two or three at a point.
private struct SplitTown {
  let network: RoadNetwork
  let places: Column<Place, Place>
  private let weights: [[PathWeight]]

  init(seed: Int) {
    let roads = RandomRoads(seed: 40_000 + seed)
    var numbers = SeededGenerator(seed: 50_000 + seed)
    let share = Int.random(in: 2...4, using: &numbers)
    let points = roads.nodes.map { Coordinate(latitude: 0, longitude: Double($0.index / share)) }
    let network = RoadNetwork(
      coordinates: Column(points),
      roads: roads.network.head.ids.map { edge in
        RoadNetwork.Road(
          from: roads.network.tail(of: edge), to: roads.network.head[edge],
          duration: roads.network.duration[edge], length: roads.network.length[edge],
          roadClass: .local)
      })
    let nodes = NodesByLatitude(network)
    let count = min(points.count, 4)
    places = Column(
      (0..<count).map { _ in
        let node = NodeID(.random(in: points.indices, using: &numbers))
        return Place(nodes: nodes.junction(of: node), coordinate: points[node.index])
      })
    self.network = network
    weights = roads.leastWeights
  }

  func least(from origin: PlaceID, to destination: PlaceID) -> PathWeight {
    places[origin].nodes.flatMap { from in
      places[destination].nodes.map { weights[from.index][$0.index] }
    }.min() ?? .none
  }

  var isTotal: Bool {
    places.ids.allSatisfy { from in places.ids.allSatisfy { least(from: from, to: $0) < .none } }
  }

  var keepsTriangle: Bool {
    places.ids.allSatisfy { a in
      places.ids.allSatisfy { b in
        places.ids.allSatisfy {
          least(from: a, to: $0) <= least(from: a, to: b) + least(from: b, to: $0)
        }
      }
    }
  }

  func weight(of path: [EdgeID], from origin: PlaceID, to destination: PlaceID) -> PathWeight? {
    for from in places[origin].nodes {
      for to in places[destination].nodes {
        if let weight = network.weight(of: path, from: from, to: to) { return weight }
      }
    }
    return nil
  }
}
