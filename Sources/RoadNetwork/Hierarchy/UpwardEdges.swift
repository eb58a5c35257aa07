import Mobility

/// The edges between each node of a hierarchy and the more important ones, by rank.
public struct UpwardEdges: Equatable, Sendable {
  /// The first edge of each rank; count = nodes + 1.
  public let first: ContiguousArray<Int32>
  /// The rank of the more important end.
  public let upper: ContiguousArray<Int32>
  public let weight: ContiguousArray<PathWeight>

  public init(
    first: ContiguousArray<Int32>, upper: ContiguousArray<Int32>,
    weight: ContiguousArray<PathWeight>
  ) {
    precondition(first.last.map(Int.init) == upper.count, "the last list ends with the edges")
    precondition(upper.count == weight.count, "one weight for each edge")
    self.first = first
    self.upper = upper
    self.weight = weight
  }

  /// Those of one direction, upper ends in order of rank.
  init(
    _ contracted: NodeContraction, rank: Column<Node, Int32>,
    weight: (RemainingGraph.Link) -> PathWeight
  ) {
    var first: ContiguousArray<Int32> = [0]
    var upper: ContiguousArray<Int32> = []
    var weights: ContiguousArray<PathWeight> = []
    first.reserveCapacity(rank.count + 1)
    for node in contracted.order {
      let links = contracted.graph.range(of: node).map { contracted.graph.links[$0] }
        .filter { weight($0) < .none }
        .map { (upper: rank.values[Int($0.neighbour)], weight: weight($0)) }
        .sorted { $0.upper < $1.upper }
      upper.append(contentsOf: links.lazy.map(\.upper))
      weights.append(contentsOf: links.lazy.map(\.weight))
      first.append(Int32(upper.count))
    }
    self.init(first: first, upper: upper, weight: weights)
  }

  func range(of rank: Int) -> Range<Int> { Int(first[rank])..<Int(first[rank + 1]) }
}
