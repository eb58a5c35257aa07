public import Mobility

/// Parts of a network with the least driving time from each to each: lower bounds for all pairs of
/// nodes.
public struct NodeCells: Equatable, Sendable {
  /// The part of each node.
  public let cell: Column<Node, Int32>
  public let count: Int
  /// In milliseconds; row-major: row = origin, column = destination.
  public let least: FixedArray<Int32>
  /// The same the other way: row = destination, column = origin.
  let leastByDestination: FixedArray<Int32>

  /// Square parts, `most` of them at most: else one for 25 nodes, but no more than 1,024.
  ///
  /// - Complexity: for each hub, the parts that reach it times those it reaches.
  public init(_ network: RoadNetwork, labels: HubLabels, atMost most: Int? = nil) {
    let most = most ?? max(1, min(1024, network.nodeCount / 25))
    let division = CellDivision(network, atMost: most)
    self.init(
      cell: division.cell, least: FixedArray(LeastBetweenCells(division, labels: labels).rows))
  }

  /// Parts made earlier, as a cache has them.
  public init(cell: Column<Node, Int32>, least: FixedArray<Int32>) {
    let count = (Int(cell.values.max() ?? -1)) + 1
    precondition(least.count == count * count, "one time from each part to each")
    self.cell = cell
    self.count = count
    self.least = least
    let transposed = OwnedMemory<Int32>(count: least.count)
    for origin in 0..<count {
      for destination in 0..<count {
        (transposed.start + destination * count + origin).initialize(
          to: least[origin * count + destination])
      }
    }
    leastByDestination = FixedArray(transposed)
  }

  /// All nodes in one part.
  static func single(nodeCount: Int) -> Self {
    Self(
      cell: Column(repeating: 0, count: nodeCount),
      least: FixedArray(ContiguousArray(repeating: 0, count: min(nodeCount, 1))))
  }
}
