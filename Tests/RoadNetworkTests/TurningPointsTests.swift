import Mobility
import RoadNetwork
import TestSupport
import Testing

@Suite("Places at the ends of edges and turning points")
struct TurningPointsTests {
  private let now = Instant(hour: 9)

  /// Enough of the worlds are total, and enough are not.
  private func forEachWorld(
    _ turningPoints: TurningPoints, _ body: (RandomPlaces, [TravelTimes], Comment) throws -> Void
  ) throws {
    var (total, cutOff) = (0, 0)
    for seed in 0..<500 {
      let world = RandomPlaces(seed: seed)
      let times = TravelTimes.Backend.allCases.map {
        TravelTimes(
          world.roads.network, between: world.places, turningPoints: turningPoints, backend: $0)
      }
      #expect(times.allSatisfy { ($0 != nil) == world.isTotal }, "seed \(seed)")
      guard world.isTotal else {
        cutOff += 1
        continue
      }
      total += 1
      try body(world, times.compactMap { $0 }, "seed \(seed)")
    }
    #expect(total > 100 && cutOff > 100)
  }

  @Test(
    "have the times, lengths and paths of comparing all ways", arguments: TurningPoints.allCases)
  func everyPair(turningPoints: TurningPoints) throws {
    try forEachWorld(turningPoints) { world, backends, comment in
      let places = world.all(with: turningPoints)
      for times in backends {
        #expect(times.placeCount == places.count, comment)
        #expect(times.givenPlaceCount == world.places.count, comment)
        var pinned = PinnedPlace(times)
        var other = pinned
        for (i, origin) in places.enumerated() {
          let from = PlaceID(i)
          #expect(times.place(from) == origin, comment)
          pinned.pin(from)
          // A copy keeps what it has pinned.
          let pinnedBefore = pinned
          for (j, destination) in places.enumerated() {
            let to = PlaceID(j)
            let expected = world.weight(from: origin, to: destination)
            let drive = times.drive(from: from, to: to, departing: now)
            guard expected < .none else {
              #expect(drive >= .unlimited && pinned.drive(to: to) >= .unlimited, comment)
              continue
            }
            #expect(drive == expected.duration, comment)
            #expect(times.length(from: from, to: to, departing: now) == expected.length, comment)
            #expect(pinned.drive(to: to) == expected.duration, comment)
            other.pin(to)
            #expect(other.drive(from: from) == expected.duration, comment)
            #expect(pinnedBefore.drive(to: to) == expected.duration, comment)
            let path = times.path(from: from, to: to, departing: now)
            #expect(path == world.path(from: origin, to: destination), comment)
          }
        }
      }
    }
  }

  @Test("have among many at once the times of each pair", arguments: TurningPoints.allCases)
  func manyAtOnce(turningPoints: TurningPoints) throws {
    try forEachWorld(turningPoints) { world, backends, comment in
      let places = world.all(with: turningPoints)
      let given = Array(world.places.ids)
      let all = places.indices.map { PlaceID($0) }
      for times in backends {
        var scratch = times.makeScratch()
        var drives: ContiguousArray<TimeSpan> = []
        times.drives(from: all, to: given, departing: now, into: &drives, using: &scratch)
        let expected = all.map { from in
          given.map { times.drive(from: from, to: $0, departing: now) }
        }
        #expect(drives.count == expected.count * given.count, comment)
        for (k, drive) in drives.enumerated() {
          let one = expected[k / given.count][k % given.count]
          #expect(drive == one || min(drive, one) >= .unlimited, comment)
        }
        for (k, from) in all.enumerated() {
          times.drives(from: from, to: given, departing: now, into: &drives, using: &scratch)
          let isEqual = zip(drives, expected[k]).allSatisfy {
            $0 == $1 || min($0, $1) >= .unlimited
          }
          #expect(isEqual, comment)
          let path = times.path(from: given[0], to: given[0], departing: now, using: &scratch)
          #expect(path == [], comment)
        }
      }
    }
  }

  @Test("are found by node or by edge")
  func lookUp() throws {
    let grid = StreetGrid(side: 3, seed: 1)
    func times(_ turningPoints: TurningPoints) throws -> TravelTimes {
      try #require(TravelTimes(grid.network, between: grid.places, turningPoints: turningPoints))
    }
    let (node, edge) = (NodeID(4), EdgeID(7))
    let none = try times(.none)
    #expect(none.turningPoint(at: node) == nil && none.turningPoint(after: edge) == nil)
    let nodes = try times(.nodes)
    let head = grid.network.head[edge]
    #expect(nodes.turningPoint(at: node) == PlaceID(9 + 4))
    #expect(nodes.turningPoint(after: edge) == PlaceID(9 + head.index))
    let edges = try times(.edges)
    #expect(edges.turningPoint(at: node) == nil)
    #expect(edges.turningPoint(after: edge) == PlaceID(9 + 7))
    #expect(edges.node(of: PlaceID(9 + 7)) == head)
    #expect(edges.approach(of: PlaceID(9 + 7)) == edge)
  }
}
