import Mobility

/// The weights of the shortest paths from all nodes to one of some, by Dijkstra's algorithm backwards.
struct DestinationSearch {
  /// `none` where there is no path, and after the `origin` was reached.
  private(set) var weights: Column<Node, PathWeight>

  /// With an `origin`, nodes farther from the destination than it may stay without a weight.
  init(
    to destinations: [NodeID], from origin: NodeID? = nil, in network: RoadNetwork,
    incoming: IncomingEdges
  ) {
    weights = Column(repeating: .none, count: network.nodeCount)
    var queue = WeightQueue()
    for destination in destinations {
      weights[destination] = .zero
      queue.insert(.init(key: 0, node: Int32(destination.index)))
    }
    while let next = queue.popFirst() {
      let head = NodeID(Int(next.node))
      let rest = PathWeight(packed: next.key)
      guard rest == weights[head] else { continue }
      // Whatever lies on a path from the origin is nearer, and has its weight.
      if head == origin { return }
      for k in incoming.range(of: head) {
        let weight = rest + network.weight(of: incoming.edges[k])
        let tail = incoming.tails[k]
        guard weight < weights[tail] else { continue }
        weights[tail] = weight
        queue.insert(.init(key: weight.packed, node: Int32(tail.index)))
      }
    }
  }
}
