public import Mobility

/// A road network in order of importance, with shortcuts over all that is less important.
///
/// Between any two nodes some shortest path only rises and then only falls in importance. Nodes are
/// known by their rank here, 0 being the most important; higher levels have lower ranks, so that a
/// sweep over the ranks is one over the levels. Ties are broken by node id: the hierarchy of a
/// network is the same on every machine.
/// - SeeAlso: Geisberger, Sanders, Schultes, Delling (2008), "Contraction hierarchies: faster and
///   simpler hierarchical routing in road networks", WEA 2008, 319–333,
///   doi:10.1007/978-3-540-68552-4_24.
public struct ContractionHierarchy: Equatable, Sendable {
  public let rank: Column<Node, Int32>
  /// Roads and shortcuts from a node to a more important one.
  public let out: UpwardEdges
  /// Roads and shortcuts to a node from a more important one.
  public let into: UpwardEdges

  public init(_ network: RoadNetwork, ordering: NodeOrdering = .standard) {
    let contracted = NodeContraction(network, by: ordering)
    var rank = Column<Node, Int32>(repeating: 0, count: network.nodeCount)
    for (k, node) in contracted.order.enumerated() { rank.values[Int(node)] = Int32(k) }
    self.rank = rank
    out = UpwardEdges(contracted, rank: rank) { $0.out }
    into = UpwardEdges(contracted, rank: rank) { $0.into }
  }

  /// A hierarchy made earlier, as a cache has it.
  public init(rank: Column<Node, Int32>, out: UpwardEdges, into: UpwardEdges) {
    precondition(out.first.count == rank.count + 1, "one list of edges for each node")
    precondition(into.first.count == rank.count + 1, "one list of edges for each node")
    self.rank = rank
    self.out = out
    self.into = into
  }

  public var nodeCount: Int { rank.count }
}
