import Mobility
import RoadNetwork
import Testing

@Suite("A trail")
struct TrailTests {
  /// A turning point on a path, by hand.
  private struct Reached: Equatable {
    let place: PlaceID
    let time: Instant
    let driven: Meters

    init(place: PlaceID, time: Instant, driven: Meters) {
      self.place = place
      self.time = time
      self.driven = driven
    }

    init(_ trail: Trail) { self.init(place: trail.place, time: trail.time, driven: trail.driven) }
  }

  private let departing = Instant(hour: 9)

  @Test(
    "stands at every moment where walking the path by hand comes next",
    arguments: TurningPoints.allCases)
  func everyMoment(turningPoints: TurningPoints) throws {
    var trails = 0
    for seed in 0..<300 {
      let world = RandomPlaces(seed: seed)
      guard world.isTotal else { continue }
      let places = world.all(with: turningPoints)
      for backend in TravelTimes.Backend.allCases {
        let times = try #require(
          TravelTimes(
            world.roads.network, between: world.places, turningPoints: turningPoints,
            backend: backend))
        var scratch = times.makeScratch()
        for origin in places.indices {
          for destination in world.places.ids {
            let to = places[destination.index]
            guard world.weight(from: places[origin], to: to) < .none else { continue }
            let stages = stages(of: world, times, from: PlaceID(origin), to: destination)
            check(times, stages, from: PlaceID(origin), to: destination, &scratch, seed)
            trails += 1
          }
        }
      }
    }
    #expect(trails > 1000)
  }

  /// The origin and all turning points up to the destination.
  private func stages(
    of world: RandomPlaces, _ times: TravelTimes, from origin: PlaceID, to destination: PlaceID
  ) -> [Reached] {
    let path = world.path(from: times.place(origin), to: times.place(destination))
    var stages = [Reached(place: origin, time: departing, driven: .zero)]
    var (time, driven) = (departing, Meters.zero)
    for (k, edge) in path.enumerated() {
      time += world.roads.network.duration[edge]
      driven += world.roads.network.length[edge]
      if k + 1 == path.count {
        stages.append(Reached(place: destination, time: time, driven: driven))
      } else if let place = times.turningPoint(after: edge) {
        stages.append(Reached(place: place, time: time, driven: driven))
      }
    }
    return stages
  }

  private func check(
    _ times: TravelTimes, _ stages: [Reached], from origin: PlaceID, to destination: PlaceID,
    _ scratch: inout TravelTimes.Scratch, _ seed: Int
  ) {
    let last = stages[stages.count - 1]
    let moments = stages.flatMap { stage in
      [-1, 0, 1, 500].map { stage.time + TimeSpan(milliseconds: $0) }
    }
    var followed = Trail(from: origin, to: destination, departing: departing)
    #expect(Reached(followed) == stages[0])
    for now in Set(moments).sorted() {
      followed.advance(to: now, in: times, using: &scratch)
      var fresh = Trail(from: origin, to: destination, departing: departing)
      fresh.advance(to: now, in: times, using: &scratch)
      for trail in [followed, fresh] {
        var expected = stages.first { $0.time >= now } ?? last
        // Two places at one spot: the vehicle is at the other once it has left.
        if stages.count == 1, now > departing {
          expected = Reached(place: destination, time: departing, driven: .zero)
        }
        #expect(Reached(trail) == expected, "seed \(seed), \(times.backend), \(now)")
      }
    }
  }
}
