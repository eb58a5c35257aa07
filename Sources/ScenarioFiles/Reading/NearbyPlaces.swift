import Mobility
import RoadNetwork
import ScenarioModel

/// The places that a party can walk to from a door.
struct NearbyPlaces {
  let places: Column<Place, NamedPlace>
  let walking: DemandModel.Walking

  /// Nearest first, the first listed of those as near, within the walk limit of the age class.
  ///
  /// A walk is the straight line times its detour in whole metres; its time is rounded up to a
  /// millisecond.
  func accesses(to door: Coordinate, for age: DemandModel.AgeClass) -> [Access] {
    let detour = Double(walking.detourThousandths) / 1000
    let limit = Double(age.walkLimit.count)
    var reached: [(walk: Double, place: PlaceID)] = []
    for id in places.ids where places[id].servesRiders {
      let line = FlatEarth.squaredDistance(door, places[id].place.coordinate).squareRoot()
      let walk = (line * detour).rounded()
      if walk <= limit { reached.append((walk, id)) }
    }
    return reached.sorted { ($0.walk, $0.place) < ($1.walk, $1.place) }.prefix(walking.choices)
      .map { walk, place in
        let milliseconds = (walk * 3600 / age.walkingSpeedKmh).rounded(.up)
        return Access(
          place: place, walk: TimeSpan(milliseconds: Int32(milliseconds)),
          distance: Meters(Int32(walk)))
      }
  }
}
