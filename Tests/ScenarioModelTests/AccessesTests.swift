import Mobility
import RoadNetwork
import ScenarioModel
import Testing

@Suite struct AccessesTests {
  private let door = Coordinate(latitude: 34.48, longitude: 135.49)

  /// Places this many metres north of the door.
  private func accesses(
    _ distances: [Double], riders: [Bool] = [], choices: Int = 3, detour: Int32 = 1300
  ) -> Accesses {
    let places = distances.enumerated().map { number, meters in
      NamedPlace(
        key: "\(number)", name: "", latinName: nil,
        place: Place(
          node: NodeID(number),
          coordinate: Coordinate(latitude: 34.48 + meters / 111_195.08, longitude: 135.49)),
        servesRiders: riders.isEmpty || riders[number])
    }
    return Accesses(
      places: Column(places), walking: .init(choices: choices, detourThousandths: detour))
  }

  @Test func theNearestComeFirstAndAreCutToTheChoices() {
    let found = accesses([300, 100, 200, 250], choices: 3)
      .nearest(to: door, walkingSpeedKmh: 4, limit: Meters(1000))
    #expect(found.map(\.place.index) == [1, 2, 3])
    #expect(found.map(\.distance.count) == [130, 260, 325])
  }

  @Test func aWalkTakesTheDetourAndIsRoundedUpToAMillisecond() {
    let found = accesses([100]).nearest(to: door, walkingSpeedKmh: 3.4, limit: Meters(600))
    // 130 m at 3.4 km/h take 137,647.06 ms.
    #expect(found.map(\.walk) == [TimeSpan(milliseconds: 137_648)])
  }

  @Test func placesBeyondTheLimitAreLeftOutAndThoseAtItKept() {
    let places = accesses([100, 100.9])
    #expect(places.nearest(to: door, walkingSpeedKmh: 4, limit: Meters(129)).isEmpty)
    #expect(places.nearest(to: door, walkingSpeedKmh: 4, limit: Meters(130)).count == 1)
  }

  @Test func depotsServeNoRiders() {
    let found = accesses([50, 100], riders: [false, true])
      .nearest(to: door, walkingSpeedKmh: 4, limit: Meters(600))
    #expect(found.map(\.place.index) == [1])
  }

  @Test func ofTwoPlacesAsNearTheFirstListedWins() {
    let found = accesses([100, 100], choices: 1)
      .nearest(to: door, walkingSpeedKmh: 4, limit: Meters(600))
    #expect(found.map(\.place.index) == [0])
  }

  @Test func straightLinesAreShorterAcrossAMeridianFurtherNorth() {
    let east = Coordinate(latitude: 60, longitude: 1)
    #expect(abs(Coordinate(latitude: 60, longitude: 0).distance(to: east) - 55_597.54) < 0.1)
    let equator = Coordinate(latitude: 0, longitude: 1)
    #expect(abs(Coordinate(latitude: 0, longitude: 0).distance(to: equator) - 111_195.08) < 0.1)
  }
}
