import HeapModule
public import Mobility

/// The fastest ways from one node to all others.
///
/// Of two ways that are equally fast the shorter one counts, and of two that are also equally long
/// the one whose first edges have the highest ids. A way of `TimeSpan.unlimited` or more is none.
/// Dijkstra's algorithm on a binary heap of (time, metres, node, edge), hence one answer on every
/// machine.
/// - Complexity: O((n + m) log n), and the length of a way where two are equally good.
/// - SeeAlso: Dijkstra (1959), "A note on two problems in connexion with graphs", Numerische
///   Mathematik 1, 269–271, doi:10.1007/BF01386390.
public struct ShortestPaths: Sendable {
  /// `nil` where there is no way.
  public private(set) var duration: Column<Node, TimeSpan?>
  public private(set) var length: Column<Node, Meters>
  /// The last edge on the way; `nil` at the source.
  private var last: Column<Node, EdgeID?>
  /// How many edges the way has.
  private var edgeCount: Column<Node, Int32>

  /// With a `target`, nodes farther than it stay without a way.
  public init(from source: NodeID, to target: NodeID? = nil, in network: RoadNetwork) {
    duration = Column(repeating: nil, count: network.nodeCount)
    length = Column(repeating: .zero, count: network.nodeCount)
    last = Column(repeating: nil, count: network.nodeCount)
    edgeCount = Column(repeating: 0, count: network.nodeCount)
    var queue = Heap<Reached>()
    queue.insert(Reached(duration: .zero, length: .zero, node: source, edge: nil))
    while let next = queue.popMin() {
      if let known = duration[next.node] {
        if known == next.duration, length[next.node] == next.length { choose(next, in: network) }
        continue
      }
      // All ways that are as good come up one after the other.
      if let target, duration[target] != nil { return }
      duration[next.node] = next.duration
      length[next.node] = next.length
      last[next.node] = next.edge
      edgeCount[next.node] = next.edge.map { edgeCount[network.tail(of: $0)] + 1 } ?? 0
      for edge in network.edges(from: next.node) where duration[network.head[edge]] == nil {
        let duration = next.duration + network.duration[edge]
        guard duration < .unlimited else { continue }
        queue.insert(
          Reached(
            duration: duration,
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

  /// Takes the other way to a node if its edges come last.
  private mutating func choose(_ other: Reached, in network: RoadNetwork) {
    guard let rival = other.edge, let known = last[other.node],
      precedes(known, rival, in: network)
    else { return }
    last[other.node] = rival
    edgeCount[other.node] = edgeCount[network.tail(of: rival)] + 1
  }

  /// Whether the way that ends with `a` comes before the one that ends with `b`.
  ///
  /// Goes back on both to where they part; what begins the chosen ways is chosen too.
  private func precedes(_ a: EdgeID, _ b: EdgeID, in network: RoadNetwork) -> Bool {
    var (a, b) = (a, b)
    while true {
      let (tailA, tailB) = (network.tail(of: a), network.tail(of: b))
      if tailA == tailB { return a < b }
      let (countA, countB) = (edgeCount[tailA], edgeCount[tailB])
      if countA >= countB, let before = last[tailA] { a = before }
      if countB >= countA, let before = last[tailB] { b = before }
    }
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
