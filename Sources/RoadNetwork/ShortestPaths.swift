import HeapModule
public import Mobility

/// The fastest ways from one node to all others, the shorter one where two are equally fast.
///
/// Dijkstra's algorithm on a binary heap of (time, metres, node, edge), hence one answer on every
/// machine.
/// - Complexity: O((n + m) log n).
/// - SeeAlso: Dijkstra (1959), "A note on two problems in connexion with graphs", Numerische
///   Mathematik 1, 269–271, doi:10.1007/BF01386390.
public struct ShortestPaths: Sendable {
  /// `nil` where there is no way.
  public private(set) var duration: Column<Node, TimeSpan?>
  public private(set) var length: Column<Node, Meters>
  /// The last edge on the way, the first by id where several would do; `nil` at the source.
  private var last: Column<Node, EdgeID?>

  /// With a `target`, nodes farther than it stay without a way.
  public init(from source: NodeID, to target: NodeID? = nil, in network: RoadNetwork) {
    duration = Column(repeating: nil, count: network.nodeCount)
    length = Column(repeating: .zero, count: network.nodeCount)
    last = Column(repeating: nil, count: network.nodeCount)
    var queue = Heap<Reached>()
    queue.insert(Reached(duration: .zero, length: .zero, node: source, edge: nil))
    while let next = queue.popMin() {
      guard duration[next.node] == nil else { continue }
      duration[next.node] = next.duration
      length[next.node] = next.length
      last[next.node] = next.edge
      if next.node == target { return }
      for edge in network.edges(from: next.node) where duration[network.head[edge]] == nil {
        queue.insert(
          Reached(
            duration: next.duration + network.duration[edge],
            length: next.length + network.length[edge], node: network.head[edge], edge: edge))
      }
    }
  }

  /// The edges of the way to `destination`; `nil` where there is none.
  public func path(to destination: NodeID, in network: RoadNetwork) -> [EdgeID]? {
    guard duration[destination] != nil else { return nil }
    var path: [EdgeID] = []
    var node = destination
    while let edge = last[node] {
      path.append(edge)
      node = network.tail(of: edge)
    }
    return path.reversed()
  }

  private struct Reached: Comparable {
    let duration: TimeSpan
    let length: Meters
    let node: NodeID
    /// Only the source has none, and nothing is as near.
    let edge: EdgeID?

    static func < (a: Self, b: Self) -> Bool {
      if (a.duration, a.length, a.node) != (b.duration, b.length, b.node) {
        return (a.duration, a.length, a.node) < (b.duration, b.length, b.node)
      }
      guard let first = a.edge, let second = b.edge else { return false }
      return first < second
    }
  }
}
