import Mobility
import RoadNetwork
import ScenarioModel

/// How far the doors of parties are from the stops: where that is too far, coordinates are wrong.
struct DoorDistances {
  private let stops: [NamedPlace]
  private let limit: Meters

  /// Nobody walks as far, but a party may ask in vain.
  private static let farthest = Meters(50_000)

  /// Places may lie as far from the network as `farthestPlace`, and doors no less.
  init(to places: Column<Place, NamedPlace>, farthestPlace: Meters) {
    stops = places.values.filter(\.servesRiders)
    limit = max(Self.farthest, farthestPlace)
  }

  /// What is wrong with a point, if something is.
  func problem(of point: Coordinate, _ what: String) -> String? {
    var nearest: (distance: Double, key: String)?
    for stop in stops {
      let distance = point.distance(to: stop.place.coordinate)
      if distance <= Double(limit.count) { return nil }
      if distance < nearest?.distance ?? .infinity { nearest = (distance, stop.key) }
    }
    return nearest.map {
      "expected \(what) within \(Quantity.text(limit)) of a stop, found the nearest, "
        + "\"\($0.key)\", \(Quantity.text(distance: $0.distance)) away"
    }
  }
}
