import Mobility

/// The places of a service on hub labels.
final class LabelledPlaces: Sendable {
  let labels: HubLabels
  let places: TravelPlaces
  /// The rank of each place's node; of a place of several nodes, -1 less its number among those.
  let rank: FixedArray<Int32>
  /// The ranks of places of several nodes.
  private let ranksOfSplit: [[Int32]]

  init(_ places: TravelPlaces, labels: HubLabels) {
    precondition(labels.rank.count == places.network.nodeCount, "labels of another network")
    self.labels = labels
    self.places = places
    var split: [[Int32]] = []
    var ranks: ContiguousArray<Int32> = []
    for place in places.given.values {
      if place.nodes.count > 1 { split.append(place.nodes.map { labels.rank[$0] }) }
      ranks.append(place.nodes.count > 1 ? -Int32(split.count) : labels.rank[place.node])
    }
    switch places.turningPoints {
    case .none: break
    case .nodes: ranks += labels.rank.values
    case .edges: ranks += places.network.head.values.map { labels.rank[$0] }
    }
    rank = FixedArray(ranks)
    ranksOfSplit = split
  }

  func weight(from origin: PlaceID, to destination: PlaceID) -> PathWeight {
    let (target, approach) = target(of: destination)
    if approach > .zero, places.isSameSpot(origin, destination) { return .zero }
    let rank = rank(of: origin)
    guard rank < 0 || target < 0 else { return labels.weight(from: rank, to: target) + approach }
    var best = PathWeight.none
    for from in ranks(rank) {
      for to in ranks(target) { best = min(best, labels.weight(from: from, to: to)) }
    }
    return best + approach
  }

  func drive(from origin: PlaceID, to destination: PlaceID) -> TimeSpan {
    let (target, approach) = target(of: destination)
    if approach > .zero, places.isSameSpot(origin, destination) { return .zero }
    let rank = rank(of: origin)
    guard rank >= 0 && target >= 0 else { return weight(from: origin, to: destination).duration }
    let way = labels.milliseconds(from: rank, to: target)
    return TimeSpan(milliseconds: way) + approach.duration
  }

  func rank(of place: PlaceID) -> Int32 {
    precondition(place.index < places.count, "no place of these travel times")
    return rank[place.index]
  }

  /// The ranks of the nodes that an entry of `rank` stands for.
  func ranks(_ entry: Int32) -> [Int32] { entry < 0 ? ranksOfSplit[Int(-1 - entry)] : [entry] }

  /// The entry of `rank` to which a place is searched, and what comes behind it.
  func target(of place: PlaceID) -> (rank: Int32, approach: PathWeight) {
    guard let edge = places.approach(of: place) else { return (rank(of: place), .zero) }
    let network = places.network
    return (labels.rank[network.tail(of: edge)], network.weight(of: edge))
  }
}
