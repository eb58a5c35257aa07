public import Mobility
import RoadNetwork

/// The places that riders can walk to.
public struct Accesses: Sendable {
  private let places: [(id: PlaceID, coordinate: Coordinate)]
  private let walking: DemandModel.Walking

  /// Places for vehicles only are left out.
  public init(places: Column<Place, NamedPlace>, walking: DemandModel.Walking) {
    self.places = places.ids.filter { places[$0].servesRiders }
      .map { ($0, places[$0].place.coordinate) }
    self.walking = walking
  }

  /// The nearest places within `limit` of walking, nearest first; of two as near, the first listed.
  ///
  /// A walk is the straight line times its detour in whole metres; its time is rounded up to a
  /// millisecond.
  public func nearest(
    to door: Coordinate, walkingSpeedKmh speed: Double, limit: Meters
  ) -> [Access] {
    precondition(speed > 0, "a rider does not move")
    let detour = Double(walking.detourThousandths) / 1000
    return
      places
      .map { (place: $0.id, walk: (door.distance(to: $0.coordinate) * detour).rounded()) }
      .filter { $0.walk <= Double(limit.count) }
      .sorted { ($0.walk, $0.place) < ($1.walk, $1.place) }
      .prefix(walking.choices)
      .map { place, walk in
        let milliseconds = (walk * 3600 / speed).rounded(.up)
        return Access(
          place: place, walk: TimeSpan(milliseconds: Int32(milliseconds)),
          distance: Meters(Int32(walk)))
      }
  }
}
