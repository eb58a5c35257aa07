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

  /// Reports two places between which a drive is too long to be planned with.
  func checkDrives(
    _ places: Column<Place, NamedPlace>, _ entries: [PlacesSections.Entry], by times: TravelTimes
  ) {
    guard let (origin, destination, time) = times.firstTooLongDrive else { return }
    let entry = entries[destination.index]
    findings.add(
      at: entry.origin, entry.field,
      "expected a drive of at most \(Quantity.text(TravelTimes.longestDrive)) between all places, "
        + "found \(Quantity.text(time)) from \"\(places[origin].key)\" to \"\(entry.key)\"")
  }
}
