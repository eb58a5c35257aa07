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
    var out = GrowingLabels()
    var into = GrowingLabels()
    for rank in 0..<hierarchy.nodeCount {
      builder.collect(from: out, over: hierarchy.out, at: rank)
      builder.append(to: &out, checkedBy: into)
      builder.collect(from: into, over: hierarchy.into, at: rank)
      builder.append(to: &into, checkedBy: out)
    }
    self.init(rank: hierarchy.rank, out: LabelTable(out), into: LabelTable(into))
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

  func weight(from origin: Int32, to destination: Int32) -> PathWeight {
    let (outLengths, intoLengths) = (out.lengths.start, into.lengths.start)
    var best = PathWeight.none
    merge(from: origin, to: destination) { milliseconds, i, j in
      guard milliseconds <= best.duration.milliseconds else { return }
      best = min(
        best, PathWeight(milliseconds: milliseconds, meters: outLengths[i] &+ intoLengths[j]))
    }
    return best
  }

  /// The duration of the shortest path alone, in milliseconds.
  func milliseconds(from origin: Int32, to destination: Int32) -> Int32 {
    var best = PathWeight.none.duration.milliseconds
    merge(from: origin, to: destination) { milliseconds, _, _ in best = min(best, milliseconds) }
    return best
  }

  /// One step in one or both labels at a time, without a branch that depends on it.
  @inline(__always)
  private func merge(
    from origin: Int32, to destination: Int32, common: (Int32, Int, Int) -> Void
  ) {
    let (outEntries, intoEntries) = (out.entries.start, into.entries.start)
    var i = Int(out.first.start[Int(origin)])
    var j = Int(into.first.start[Int(destination)])
    while true {
      let a = outEntries[i]
      let b = intoEntries[j]
      if a.hub == b.hub {
        if a.hub == LabelEntry.end.hub { return }
        common(a.milliseconds &+ b.milliseconds, i, j)
      }
      i += a.hub <= b.hub ? 1 : 0
      j += b.hub <= a.hub ? 1 : 0
    }
  }
}
