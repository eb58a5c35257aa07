import Mobility

/// Leads to one place edge by edge: over the last by id of those that lie on a best path.
///
/// Scratch space of one thread.
struct WayAhead: Sendable {
  private let index: TravelTimesIndex
  private var destination: PlaceID?
  private var targets: [NodeID] = []
  private var approach: EdgeID?
  private var approachWeight = PathWeight.zero
  /// With labels.
  private var pinned: PinnedTarget?
  /// By node, with a matrix that has no columns for nodes.
  private var searched: Column<Node, PathWeight>?

  init(_ index: TravelTimesIndex) {
    self.index = index
    if case .labels(let labelled) = index.table { pinned = PinnedTarget(labelled.labels) }
  }

  /// The node at which the best way from a place to the destination begins, and its weight; the first
  /// of those as good.
  ///
  /// Whoever follows the way leads from there.
  mutating func start(
    from origin: PlaceID, to destination: PlaceID
  ) -> (node: NodeID, weight: PathWeight) {
    let first = index.places.node(of: origin)
    lead(to: destination, from: first)
    var best = (node: first, weight: weight(from: first))
    for node in index.places.furtherNodes(of: origin) {
      lead(to: destination, from: node)
      let weight = weight(from: node)
      if weight < best.weight { best = (node, weight) }
    }
    return best
  }

  /// From `origin` and from every node on the way.
  mutating func lead(to destination: PlaceID, from origin: NodeID) {
    let isSearched = pinned == nil && index.places.turningPoints == .none
    guard destination != self.destination || isSearched else { return }
    self.destination = destination
    approach = index.places.approach(of: destination)
    (targets, approachWeight) = index.places.targets(of: destination)
    pinned?.pin(targets)
    if isSearched {
      let network = index.places.network
      searched =
        DestinationSearch(
          to: targets, from: origin, in: network, incoming: IncomingEdges(network)
        ).weights
    }
  }

  /// The weight of the whole way that is left, with the approach.
  func weight(from node: NodeID) -> PathWeight {
    if let pinned { return pinned.weight(from: node) + approachWeight }
    if let searched { return searched[node] + approachWeight }
    return rowWeight(from: node)
  }

  /// The next edge where `rest` is left; `nil` at the end.
  ///
  /// A best path that came from another node never leads back there.
  func edge(from node: NodeID, rest: PathWeight, cameFrom previous: NodeID? = nil) -> EdgeID? {
    guard rest > .zero else { return nil }
    if rest == approachWeight, targets.contains(node) { return approach }
    let network = index.places.network
    let edges = Int(network.firstOut[node.index])..<Int(network.firstOut[node.index + 1])
    for edge in edges.reversed() {
      let edge = EdgeID(edge)
      guard network.head[edge] != previous else { continue }
      let onward = rest - network.weight(of: edge)
      if onward >= approachWeight, isWeight(onward, from: network.head[edge]) { return edge }
    }
    preconditionFailure("no way leads there")
  }

  /// Whether `rest` is left at a node, given that it is no less.
  private func isWeight(_ rest: PathWeight, from node: NodeID) -> Bool {
    if let pinned { return pinned.isWeight(rest - approachWeight, from: node) }
    if let searched { return searched[node] + approachWeight == rest }
    return rowWeight(from: node) == rest
  }

  private func rowWeight(from node: NodeID) -> PathWeight {
    guard case .rows(let rows) = index.table, let destination else {
      preconditionFailure("no way is prepared")
    }
    return rows.weight(from: node, in: rows.row(to: destination))
  }
}
