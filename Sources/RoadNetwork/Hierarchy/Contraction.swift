import Mobility

/// What it would take to contract one node: the shortcuts that keep all distances.
///
/// A shortcut is needed where a search among the remaining nodes finds no way as good; the search
/// gives up after `settleLimit` nodes, which costs a shortcut but no exactness.
struct Contraction {
  struct Shortcut {
    let tail: Int32
    let head: Int32
    let weight: PathWeight
  }

  private(set) var shortcuts: ContiguousArray<Shortcut> = []
  /// Directed roads and shortcuts at the node.
  private(set) var removed = 0
  private let settleLimit: Int
  private var distance: ContiguousArray<PathWeight>
  private var isTarget: ContiguousArray<Bool>
  private var touched: ContiguousArray<Int32> = []
  private var queue = WeightQueue()

  init(nodeCount: Int, settleLimit: Int) {
    self.settleLimit = settleLimit
    distance = .init(repeating: .none, count: nodeCount)
    isTarget = .init(repeating: false, count: nodeCount)
  }

  mutating func simulate(_ node: Int32, in graph: borrowing RemainingGraph) {
    shortcuts.removeAll(keepingCapacity: true)
    removed = 0
    let links = graph.range(of: node)
    var heads = 0
    var farthest = PathWeight.zero
    for k in links {
      let link = graph.links[k]
      if link.out < .none {
        isTarget[Int(link.neighbour)] = true
        heads += 1
        farthest = max(farthest, link.out)
      }
      if link.into < .none { removed += 1 }
    }
    removed += heads
    for k in links where graph.links[k].into < .none {
      let link = graph.links[k]
      let sought = heads - (link.out < .none ? 1 : 0)
      guard sought > 0 else { continue }
      search(
        from: link.neighbour, around: node, for: sought, within: link.into + farthest, in: graph)
      for j in links where j != k && graph.links[j].out < .none {
        let weight = link.into + graph.links[j].out
        let head = graph.links[j].neighbour
        guard weight < distance[Int(head)] else { continue }
        shortcuts.append(Shortcut(tail: link.neighbour, head: head, weight: weight))
      }
      for node in touched { distance[Int(node)] = .none }
      touched.removeAll(keepingCapacity: true)
    }
    for k in links { isTarget[Int(graph.links[k].neighbour)] = false }
  }

  /// Dijkstra's algorithm without `middle`, until the targets or the limits are reached.
  private mutating func search(
    from source: Int32, around middle: Int32, for targets: Int, within bound: PathWeight,
    in graph: borrowing RemainingGraph
  ) {
    queue.removeAll()
    distance[Int(source)] = .zero
    touched.append(source)
    queue.insert(.init(key: 0, node: source))
    var sought = targets
    var settled = 0
    while let next = queue.popFirst() {
      let here = PathWeight(packed: next.key)
      guard here == distance[Int(next.node)] else { continue }
      if isTarget[Int(next.node)] && next.node != source {
        sought -= 1
        if sought == 0 { return }
      }
      settled += 1
      if settled > settleLimit { return }
      for k in graph.range(of: next.node) {
        let link = graph.links[k]
        let there = here + link.out
        let known = distance[Int(link.neighbour)]
        guard there < known, there <= bound, link.neighbour != middle else { continue }
        if known == .none { touched.append(link.neighbour) }
        distance[Int(link.neighbour)] = there
        queue.insert(.init(key: there.packed, node: link.neighbour))
      }
    }
  }
}
