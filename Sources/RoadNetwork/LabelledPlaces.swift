import Mobility

/// The places of a service on hub labels.
struct LabelledPlaces: Sendable {
  let labels: HubLabels
  private let rank: Column<Place, Int32>
  private let incoming: IncomingEdges

  init(_ places: Column<Place, NodeID>, labels: HubLabels, on network: RoadNetwork) {
    precondition(labels.rank.count == network.nodeCount, "labels of another network")
    self.labels = labels
    rank = Column(places.values.map { labels.rank[$0] })
    incoming = IncomingEdges(network)
  }

  /// Whether every place reaches every other: each reaches the first and is reached from it.
  var isTotal: Bool {
    guard let hub = rank.ids.first else { return true }
    return rank.ids.allSatisfy {
      weight(from: hub, to: $0) < .none && weight(from: $0, to: hub) < .none
    }
  }

  func weight(from origin: PlaceID, to destination: PlaceID) -> PathWeight {
    labels.weight(from: rank[origin], to: rank[destination])
  }

  /// Goes back from the destination over the first edge that lies on a shortest path.
  ///
  /// - Complexity: one pass over a label for each edge that ends on the path.
  func path(from origin: NodeID, to destination: NodeID, in network: RoadNetwork) -> [EdgeID] {
    var pinned = PinnedOrigin(labels)
    pinned.pin(origin)
    var path: [EdgeID] = []
    var node = destination
    var rest = pinned.weight(to: node)
    while node != origin {
      let step = incoming[node].lazy
        .map { (edge: $0, before: pinned.weight(to: network.tail(of: $0))) }
        .first { $0.before + network.weight(of: $0.edge) == rest }
      guard let step else { preconditionFailure("labels of another network") }
      path.append(step.edge)
      node = network.tail(of: step.edge)
      rest = step.before
    }
    return path.reversed()
  }
}
