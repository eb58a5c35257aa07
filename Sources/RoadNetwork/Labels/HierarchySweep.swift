public import Mobility

/// Shortest paths between one of some nodes and all others, in one sweep down the levels of the hierarchy.
///
/// The labels of those nodes take the place of the upward search. Scratch space of one thread.
/// - SeeAlso: Delling, Goldberg, Nowatzyk, Werneck (2013), "PHAST: hardware-accelerated shortest
///   path trees", Journal of Parallel and Distributed Computing 73(7), 940–952,
///   doi:10.1016/j.jpdc.2012.02.007.
public struct HierarchySweep: Sendable {
  private let index: RoutingIndex
  /// By rank.
  private var weights: ContiguousArray<PathWeight>

  public init(_ index: RoutingIndex) {
    self.index = index
    weights = .init(repeating: .none, count: index.hierarchy.nodeCount)
  }

  /// From the nearest of these nodes to all others.
  ///
  /// - Complexity: O(n + edges of the hierarchy).
  public mutating func run(from origins: [NodeID]) {
    sweep(from: origins, label: index.labels.out, over: index.hierarchy.into)
  }

  /// To the nearest of these nodes from all others; at the same price.
  public mutating func run(to destinations: [NodeID]) {
    sweep(from: destinations, label: index.labels.into, over: index.hierarchy.out)
  }

  private mutating func sweep(from nodes: [NodeID], label: LabelTable, over edges: UpwardEdges) {
    for rank in weights.indices { weights[rank] = .none }
    for node in nodes {
      label.forEachWeight(of: index.labels.rank[node]) { weights[$0] = min(weights[$0], $1) }
    }
    var edge = 0
    for rank in weights.indices {
      var best = weights[rank]
      let end = Int(edges.first[rank + 1])
      while edge < end {
        best = min(best, weights[Int(edges.upper[edge])] + edges.weight[edge])
        edge += 1
      }
      weights[rank] = best
    }
  }

  /// The shortest path of the last run; `none` where there is none.
  public subscript(node: NodeID) -> PathWeight {
    weights[Int(index.hierarchy.rank[node])]
  }
}
