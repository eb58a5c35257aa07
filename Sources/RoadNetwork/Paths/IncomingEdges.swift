import Mobility

/// The edges that end at each node, in order of id.
struct IncomingEdges: Sendable {
  /// The first edge that ends at each node; count = nodes + 1.
  private let first: ContiguousArray<Int32>
  let edges: ContiguousArray<EdgeID>
  /// Where each of the edges begins.
  let tails: ContiguousArray<NodeID>

  init(_ network: RoadNetwork) {
    var first = ContiguousArray<Int32>(repeating: 0, count: network.nodeCount + 1)
    for head in network.head.values { first[head.index + 1] += 1 }
    for node in first.indices.dropFirst() { first[node] += first[node - 1] }
    self.first = first
    var edges = ContiguousArray<EdgeID>(repeating: EdgeID(0), count: network.edgeCount)
    var tails = ContiguousArray<NodeID>(repeating: NodeID(0), count: network.edgeCount)
    for tail in network.coordinates.ids {
      for edge in network.edges(from: tail) {
        let head = network.head[edge].index
        edges[Int(first[head])] = edge
        tails[Int(first[head])] = tail
        first[head] += 1
      }
    }
    self.edges = edges
    self.tails = tails
  }

  func range(of node: NodeID) -> Range<Int> {
    Int(first[node.index])..<Int(first[node.index + 1])
  }
}
