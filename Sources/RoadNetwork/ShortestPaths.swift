import HeapModule
public import Mobility

/// The fastest ways from one node to all others, the shorter one where two are equally fast.
///
/// Dijkstra's algorithm on a binary heap of (time, metres, node), hence one answer on every machine.
/// - Complexity: O((n + m) log n).
/// - SeeAlso: Dijkstra (1959), "A note on two problems in connexion with graphs", Numerische
///   Mathematik 1, 269–271, doi:10.1007/BF01386390.
public struct ShortestPaths: Sendable {
  /// `nil` where there is no way.
  public private(set) var duration: Column<Node, TimeSpan?>
  public private(set) var length: Column<Node, Meters>

  public init(from source: NodeID, in network: RoadNetwork) {
    duration = Column(repeating: nil, count: network.nodeCount)
    length = Column(repeating: .zero, count: network.nodeCount)
    var queue = Heap<Reached>()
    queue.insert(Reached(duration: .zero, length: .zero, node: source))
    while let next = queue.popMin() {
      guard duration[next.node] == nil else { continue }
      duration[next.node] = next.duration
      length[next.node] = next.length
      for edge in network.edges(from: next.node) where duration[network.head[edge]] == nil {
        queue.insert(
          Reached(
            duration: next.duration + network.duration[edge],
            length: next.length + network.length[edge], node: network.head[edge]))
      }
    }
  }

  private struct Reached: Comparable {
    let duration: TimeSpan
    let length: Meters
    let node: NodeID

    static func < (a: Self, b: Self) -> Bool {
      (a.duration, a.length, a.node) < (b.duration, b.length, b.node)
    }
  }
}
