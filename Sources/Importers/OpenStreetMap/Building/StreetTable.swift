import Mobility
import RoadNetwork

/// A network as the tables of an import hold it: nodes and directed edges with whole numbers.
struct StreetTable {
  struct Edge {
    let tail: Int32
    let head: Int32
    let milliseconds: Int32
    let meters: Int32
    let kind: UInt8
    let chain: Int32
    let isReversed: Bool
  }

  /// The node's id in OpenStreetMap; further copies of a junction have -2, -3 added.
  private(set) var keys: [String] = []
  private(set) var points: [OSMPoint] = []
  /// Sorted by tail.
  private(set) var edges: [Edge] = []
  let segments: StreetSegments
  let chains: StreetChains
  /// Junctions that stand more than once.
  private(set) var splitNodes = 0

  /// Takes what is in the largest strongly connected component.
  init(
    _ arcs: StreetArcs, _ chains: StreetChains, _ segments: StreetSegments, _ nodes: NodeColumns
  ) {
    self.segments = segments
    self.chains = chains
    let components = StrongComponents(
      vertexCount: arcs.node.count, arcs: arcs.arcs.map { ($0.tail, $0.head) })
    let kept = arcs.node.indices.filter { components.isInLargest[$0] }
      .sorted { (arcs.node[$0], $0) < (arcs.node[$1], $1) }
    var position = [Int32](repeating: -1, count: arcs.node.count)
    var copies = 1
    for (index, vertex) in kept.enumerated() {
      let node = Int(arcs.node[vertex])
      guard let point = nodes.point[node] else { preconditionFailure("a street without a place") }
      copies = index > 0 && arcs.node[kept[index - 1]] == arcs.node[vertex] ? copies + 1 : 1
      if copies == 2 { splitNodes += 1 }
      keys.append(copies == 1 ? "\(nodes.id[node])" : "\(nodes.id[node])-\(copies)")
      points.append(point)
      position[vertex] = Int32(index)
    }
    edges = arcs.arcs.compactMap { arc in
      let (tail, head) = (position[Int(arc.tail)], position[Int(arc.head)])
      guard tail >= 0, head >= 0 else { return nil }
      let chain = chains.chains[arc.chain]
      guard let time = arc.isReversed ? chain.backward : chain.forward else { return nil }
      return Edge(
        tail: tail, head: head, milliseconds: max(1, Int32(time.rounded())),
        meters: Int32(chain.length.rounded()), kind: chain.kind, chain: Int32(arc.chain),
        isReversed: arc.isReversed)
    }
    edges.sort {
      ($0.tail, $0.head, $0.chain, $0.isReversed ? 1 : 0) < (
        $1.tail, $1.head, $1.chain, $1.isReversed ? 1 : 0
      )
    }
  }

  /// Throws what readers of the tables would refuse.
  func check() throws(ImportError) {
    for (key, point) in zip(keys, points)
    where !Coordinate.latitudes.contains(point.coordinate.latitude) {
      throw ImportError(
        "expected streets between \(Int(Coordinate.latitudes.lowerBound)) and "
          + "\(Int(Coordinate.latitudes.upperBound)) degrees of latitude, found node \(key) at "
          + "\(point.coordinate.latitude); --bbox or --polygon leaves it out")
    }
    for edge in edges {
      guard RoadNetwork.Road.durations.contains(edge.milliseconds),
        RoadNetwork.Road.lengths.contains(edge.meters)
      else {
        throw ImportError(
          "expected streets of at most an hour and 1000 km, found one from node "
            + "\(keys[Int(edge.tail)]) to \(keys[Int(edge.head)]) of \(edge.milliseconds) ms and "
            + "\(edge.meters) m")
      }
    }
  }

  /// The segments of a chain with the way they belong to.
  func pieces(of chain: Int) -> some Sequence<(segment: Int, way: Int)> {
    chains.parts[chains.chains[chain].parts].lazy.map { part in
      (Int(part >> 1), Int(segments.way[Int(part >> 1)]))
    }
  }

  /// The nodes along a chain, from its tail to its head.
  func course(of chain: Int, _ nodes: NodeColumns) -> [OSMPoint] {
    let parts = chains.parts[chains.chains[chain].parts]
    func point(_ vertex: Int32) -> OSMPoint? { nodes.point[Int(segments.node[Int(vertex)])] }
    let begins = parts.prefix(1).compactMap { part in
      point(part & 1 == 0 ? segments.tail[Int(part >> 1)] : segments.head[Int(part >> 1)])
    }
    return begins
      + parts.compactMap { part in
        point(part & 1 == 0 ? segments.head[Int(part >> 1)] : segments.tail[Int(part >> 1)])
      }
  }

  /// Chains with at least one edge, in order, each with its edges.
  var edgesByChain: [(chain: Int, edges: [Int])] {
    edges.indices.sorted { (edges[$0].chain, $0) < (edges[$1].chain, $1) }
      .reduce(into: []) { groups, edge in
        if groups.last?.chain == Int(edges[edge].chain) {
          groups[groups.count - 1].edges.append(edge)
        } else {
          groups.append((Int(edges[edge].chain), [edge]))
        }
      }
  }
}
