import Mobility

/// The places of a service on hub labels.
final class LabelledPlaces: Sendable {
  let labels: HubLabels
  let places: TravelPlaces
  /// The rank of each place's node.
  let rank: FixedArray<Int32>

  init(_ places: TravelPlaces, labels: HubLabels) {
    precondition(labels.rank.count == places.network.nodeCount, "labels of another network")
    self.labels = labels
    self.places = places
    var ranks = ContiguousArray(places.given.values.map { labels.rank[$0.node] })
    switch places.turningPoints {
    case .none: break
    case .nodes: ranks += labels.rank.values
    case .edges: ranks += places.network.head.values.map { labels.rank[$0] }
    }
    rank = FixedArray(ranks)
  }

  func weight(from origin: PlaceID, to destination: PlaceID) -> PathWeight {
    let (target, approach) = target(of: destination)
    if approach > .zero, places.isSameSpot(origin, destination) { return .zero }
    return labels.weight(from: rank(of: origin), to: target) + approach
  }

  func drive(from origin: PlaceID, to destination: PlaceID) -> TimeSpan {
    let (target, approach) = target(of: destination)
    if approach > .zero, places.isSameSpot(origin, destination) { return .zero }
    let way = labels.milliseconds(from: rank(of: origin), to: target)
    return TimeSpan(milliseconds: way) + approach.duration
  }

  func rank(of place: PlaceID) -> Int32 {
    precondition(place.index < places.count, "no place of these travel times")
    return rank[place.index]
  }

  /// The rank to which a place is searched, and what comes behind it.
  func target(of place: PlaceID) -> (rank: Int32, approach: PathWeight) {
    guard let edge = places.approach(of: place) else { return (rank(of: place), .zero) }
    let network = places.network
    return (labels.rank[network.tail(of: edge)], network.weight(of: edge))
  }
}
