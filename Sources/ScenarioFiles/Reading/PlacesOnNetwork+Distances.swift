import Mobility
import RoadNetwork
import ScenarioModel

extension PlacesOnNetwork {
  /// Reports a place that lies far from its node: most often its coordinates are wrong.
  func checkDistance(of place: Place, _ entry: PlacesSections.Entry) {
    let distance = roads.network.coordinates[place.node].distance(to: place.coordinate)
    guard distance > Double(roads.farthestPlace.count) else { return }
    var node = "the nearest node"
    if case .node = entry.position { node = "its node" }
    findings.add(
      at: entry.origin, entry.field,
      "expected a place within \(Quantity.text(roads.farthestPlace)) of the network, found "
        + "\"\(entry.key)\" \(Quantity.text(distance: distance)) from \(node)",
      hint: "where its coordinates are right, state `network.farthest_place`")
  }

  /// The longest drive that is planned with, so that the times of a route can be added up.
  static let longestDrive = TimeSpan.hours(24)

  /// Reports two places between which a drive is too long to be planned with.
  func checkDrives(
    _ places: Column<Place, NamedPlace>, _ entries: [PlacesSections.Entry], by times: TravelTimes
  ) {
    guard let first = places.ids.first else { return }
    let ahead = ShortestPaths(from: times.node(of: first), in: roads.network)
    let farthest = places.ids.map { id in
      (
        out: ahead.duration[times.node(of: id)] ?? .unlimited,
        back: times.drive(from: id, to: first, departing: Instant(hour: 0))
      )
    }
    // Over the first place every drive is at least as long: mostly nothing more need be asked.
    let out = farthest.map(\.out).max() ?? .zero
    let back = farthest.map(\.back).max() ?? .zero
    guard out + back > Self.longestDrive else { return }
    for origin in places.ids {
      for destination in places.ids {
        let drive = times.drive(from: origin, to: destination, departing: Instant(hour: 0))
        guard drive > Self.longestDrive else { continue }
        let entry = entries[destination.index]
        findings.add(
          at: entry.origin, entry.field,
          "expected a drive of at most \(Quantity.text(Self.longestDrive)) between all places, "
            + "found \(Quantity.text(drive)) from \"\(places[origin].key)\" to \"\(entry.key)\"")
        return
      }
    }
  }
}
