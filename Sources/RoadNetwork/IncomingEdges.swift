import Mobility

/// The edges that end at each node, in order of id.
struct IncomingEdges: Sendable {
  /// The first edge that ends at each node; count = nodes + 1.
  private let first: ContiguousArray<Int32>
  private let edges: ContiguousArray<EdgeID>

  init(_ network: RoadNetwork) {
    var first = ContiguousArray<Int32>(repeating: 0, count: network.nodeCount + 1)
    for head in network.head.values { first[head.index + 1] += 1 }
    for node in first.indices.dropFirst() { first[node] += first[node - 1] }
    self.first = first
    var edges = ContiguousArray<EdgeID>(repeating: EdgeID(0), count: network.edgeCount)
    for edge in network.head.ids {
      let head = network.head[edge].index
      edges[Int(first[head])] = edge
      first[head] += 1
    }
    self.edges = edges
  }

  subscript(node: NodeID) -> some RandomAccessCollection<EdgeID> {
    edges[Int(first[node.index])..<Int(first[node.index + 1])]
  }
}
