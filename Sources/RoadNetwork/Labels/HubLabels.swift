public import Mobility

/// For each node the hubs it reaches and those that reach it: two labels give a shortest path.
///
/// The most important node of all shortest paths between two nodes is in the label of both, hence
/// the least sum over common hubs is exact. A hub is left out where a more important one lies on a
/// path as short, so labels are as small as the order of the nodes allows.
/// - SeeAlso: Abraham, Delling, Goldberg, Werneck (2012), "Hierarchical hub labelings for shortest
///   paths", ESA 2012, 24–35, doi:10.1007/978-3-642-33090-2_4.
public struct HubLabels: Equatable, Sendable {
  public let rank: Column<Node, Int32>
  /// From each node to its hubs.
  public let out: LabelTable
  /// To each node from its hubs.
  public let into: LabelTable

  /// - Complexity: for each node, the labels of its upper neighbours and those of all their hubs.
  public init(_ hierarchy: ContractionHierarchy) {
    var builder = LabelBuilder(nodeCount: hierarchy.nodeCount)
    var out = LabelTable()
    var into = LabelTable()
    for rank in 0..<hierarchy.nodeCount {
      builder.collect(from: out, over: hierarchy.out, at: rank)
      builder.append(to: &out, checkedBy: into)
      builder.collect(from: into, over: hierarchy.into, at: rank)
      builder.append(to: &into, checkedBy: out)
    }
    self.init(rank: hierarchy.rank, out: out, into: into)
  }

  /// Labels made earlier, as a cache has them.
  public init(rank: Column<Node, Int32>, out: LabelTable, into: LabelTable) {
    precondition(out.first.count == rank.count + 1, "one label for each node")
    precondition(into.first.count == rank.count + 1, "one label for each node")
    self.rank = rank
    self.out = out
    self.into = into
  }

  /// The shortest path from one node to another; `none` where there is no path.
  ///
  /// - Complexity: O(the lengths of the two labels).
  public func weight(from origin: NodeID, to destination: NodeID) -> PathWeight {
    weight(from: rank[origin], to: rank[destination])
  }

  /// The same by rank: one step in one or both labels at a time, without a branch that depends on it.
  func weight(from origin: Int32, to destination: Int32) -> PathWeight {
    var i = Int(out.first[Int(origin)])
    var j = Int(into.first[Int(destination)])
    var best = PathWeight.none
    while true {
      let a = out.hubs[i]
      let b = into.hubs[j]
      if a == b {
        if a == LabelTable.end { return best }
        best = min(best, out.weights[i] + into.weights[j])
      }
      i += a <= b ? 1 : 0
      j += b <= a ? 1 : 0
    }
  }
}
