import Mobility
import RoadNetwork
import TestSupport
import Testing

@Suite("Travel times")
struct TravelTimesTests {
  private let now = Instant(hour: 9)

  @Test("are the same with both backends, paths too; none where a place cannot be reached")
  func backendsAgree() {
    var (total, cutOff) = (0, 0)
    for seed in 0..<1500 {
      let roads = RandomRoads(seed: seed)
      let least = roads.leastWeights
      let isConnected = least.allSatisfy { $0.allSatisfy { $0 < .none } }
      let matrix = TravelTimes(roads.network, between: roads.places, backend: .matrix)
      let labels = TravelTimes(roads.network, between: roads.places, backend: .labels)
      #expect((matrix != nil) == isConnected, "seed \(seed)")
      #expect((labels != nil) == isConnected, "seed \(seed)")
      guard let matrix, let labels else {
        cutOff += 1
        continue
      }
      if roads.nodes.count > 2 { total += 1 }
      for from in roads.places.ids {
        for to in roads.places.ids {
          let expected = least[from.index][to.index]
          for times in [matrix, labels] {
            let name = Comment("\(times.backend), seed \(seed)")
            #expect(times.drive(from: from, to: to, departing: now) == expected.duration, name)
            #expect(times.length(from: from, to: to, departing: now) == expected.length, name)
          }
          let path = matrix.path(from: from, to: to, departing: now)
          #expect(labels.path(from: from, to: to, departing: now) == path, "seed \(seed)")
          let weight = roads.network.weight(
            of: path, from: NodeID(from.index), to: NodeID(to.index))
          #expect(weight == expected, "seed \(seed)")
        }
      }
    }
    #expect(total > 100 && cutOff > 500)
  }

  @Test(
    "to and between many places are those of each pair", arguments: TravelTimes.Backend.allCases)
  func manyAtOnce(backend: TravelTimes.Backend) throws {
    let grid = StreetGrid(side: 14, seed: 3)
    let times = try #require(TravelTimes(grid.network, between: grid.places, backend: backend))
    var numbers = SeededGenerator(seed: 4)
    func places(_ count: Int) -> [PlaceID] {
      (0..<count).map { _ in PlaceID(.random(in: 0..<times.placeCount, using: &numbers)) }
    }
    var scratch = times.makeScratch()
    var drives: ContiguousArray<TimeSpan> = [.unlimited]
    for _ in 0..<20 {
      let (origins, destinations) = (places(7), places(30))
      for origin in origins {
        let expected = destinations.map { times.drive(from: origin, to: $0, departing: now) }
        times.drives(
          from: origin, to: destinations, departing: now, into: &drives, using: &scratch)
        #expect(Array(drives) == expected)
      }
      let expected = origins.flatMap { origin in
        destinations.map { times.drive(from: origin, to: $0, departing: now) }
      }
      times.drives(
        from: origins, to: destinations, departing: now, into: &drives, using: &scratch)
      #expect(Array(drives) == expected)
    }
  }

  @Test("in a matrix filled by sweeps are those of labels", arguments: TurningPoints.allCases)
  func sweptMatrix(turningPoints: TurningPoints) throws {
    let network = StreetGrid(side: 20, seed: 5).network
    // Every third edge has a place at its end.
    let places = Column<Place, Place>(
      network.head.ids.filter { $0.index % 3 == 0 }.map { edge in
        let node = network.head[edge]
        return Place(
          node: node, approach: edge.index % 2 == 0 ? edge : nil,
          coordinate: network.coordinates[node])
      })
    func times(_ backend: TravelTimes.Backend) throws -> TravelTimes {
      try #require(
        TravelTimes(network, between: places, turningPoints: turningPoints, backend: backend))
    }
    let (matrix, labels) = (try times(.matrix), try times(.labels))
    var scratch = matrix.makeScratch()
    for from in (0..<matrix.placeCount).map({ PlaceID($0) }) {
      for to in places.ids where (from.index + to.index) % 4 == 0 {
        let drive = matrix.drive(from: from, to: to, departing: now)
        let length = matrix.length(from: from, to: to, departing: now)
        #expect(drive == labels.drive(from: from, to: to, departing: now))
        #expect(length == labels.length(from: from, to: to, departing: now))
      }
      guard from.index % 100 == 0 else { continue }
      let path = matrix.path(from: from, to: PlaceID(7), departing: now, using: &scratch)
      #expect(path == labels.path(from: from, to: PlaceID(7), departing: now))
    }
  }

  @Test("need an index only for labels, or for a matrix of more than 250 places")
  func indexOnlyWhereNeeded() {
    let grid = StreetGrid(side: 16, seed: 6)
    func needsIndex(_ count: Int, _ backend: TravelTimes.Backend) -> Bool {
      var isAsked = false
      let places = Column<Place, Place>(grid.places.values.prefix(count))
      let times = TravelTimes(grid.network, between: places, backend: backend) { network in
        isAsked = true
        return RoutingIndex(network)
      }
      #expect(times?.backend == backend)
      return isAsked
    }
    #expect(!needsIndex(250, .matrix))
    #expect(needsIndex(251, .matrix))
    #expect(needsIndex(2, .labels))
  }

  @Test("are a matrix while places and rows are few, unless the caller says otherwise")
  func automaticBackend() throws {
    func automatic(_ destinations: Int, columns: Int) -> TravelTimes.Backend {
      .automatic(destinationCount: destinations, columnCount: columns)
    }
    #expect(automatic(6000, columns: 6000) == .matrix)
    #expect(automatic(6001, columns: 10) == .labels)
    #expect(automatic(400, columns: 90_400) == .matrix)
    #expect(automatic(420, columns: 90_420) == .labels)
    let grid = StreetGrid(side: 3, seed: 7)
    let turns = TravelTimes(grid.network, between: Column([]), turningPoints: .nodes)
    #expect(turns?.backend == .matrix)
    let large = StreetGrid(side: 80, seed: 7)
    let many = TravelTimes(large.network, between: Column([]), turningPoints: .nodes)
    #expect(many?.backend == .labels)
    #expect(TravelTimes(grid.network, between: grid.places)?.backend == .matrix)
    let labels = TravelTimes(grid.network, between: grid.places, backend: .labels)
    #expect(labels?.backend == .labels)
  }

  @Test("of a matrix are the same when several threads fill its rows at once")
  func rowsFromSeveralThreads() async throws {
    let grid = StreetGrid(side: 60, seed: 9)
    // Few, so that each row is a search, which takes long enough for others to come.
    let places = Column<Place, Place>(grid.places.values.prefix(40))
    let labels = try #require(TravelTimes(grid.network, between: places, backend: .labels))
    for _ in 0..<10 {
      let matrix = try #require(TravelTimes(grid.network, between: places, backend: .matrix))
      await withTaskGroup(of: Bool.self) { group in
        for thread in 0..<8 {
          group.addTask {
            // All begin at the same rows.
            places.ids.allSatisfy { to in
              let from = PlaceID((to.index * 7 + thread) % places.count)
              return matrix.drive(from: from, to: to, departing: now)
                == labels.drive(from: from, to: to, departing: now)
                && matrix.length(from: from, to: to, departing: now)
                  == labels.length(from: from, to: to, departing: now)
            }
          }
        }
        for await isRight in group { #expect(isRight) }
      }
    }
  }

  @Test("hold for places that share a node, and for no place at all")
  func sharedNodes() throws {
    let grid = StreetGrid(side: 3, seed: 8)
    for backend in TravelTimes.Backend.allCases {
      let shared = Column<Place, Place>([grid.places.values[4], grid.places.values[4]])
      let times = try #require(TravelTimes(grid.network, between: shared, backend: backend))
      #expect(times.drive(from: PlaceID(0), to: PlaceID(1), departing: now) == .zero)
      #expect(times.path(from: PlaceID(0), to: PlaceID(1), departing: now) == [])
      #expect(TravelTimes(grid.network, between: Column([]), backend: backend) != nil)
    }
  }
}
