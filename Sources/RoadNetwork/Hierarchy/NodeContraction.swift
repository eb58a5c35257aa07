import Mobility

/// The contraction of all nodes of a network, one after the other.
struct NodeContraction {
  /// Nodes by importance: the last contracted of the highest level first.
  private(set) var order: ContiguousArray<Int32> = []
  /// Each node with its links to those contracted later.
  private(set) var graph: RemainingGraph
  private var level: ContiguousArray<Int32>
  private var contraction: Contraction
  private var queue = WeightQueue()
  private let ordering: NodeOrdering

  init(_ network: RoadNetwork, by ordering: NodeOrdering) {
    let count = network.nodeCount
    self.ordering = ordering
    graph = RemainingGraph(network)
    contraction = Contraction(nodeCount: count, settleLimit: ordering.settleLimit)
    level = .init(repeating: 0, count: count)
    order.reserveCapacity(count)
    for node in 0..<Int32(count) { enqueue(node, currentPriority(of: node)) }
    run()
    order.reverse()
    sortByLevel()
  }

  /// Takes the node of the lowest priority, brought up to date when it comes up.
  private mutating func run() {
    while let next = queue.popFirst() {
      let now = currentPriority(of: next.node)
      if let rival = queue.first, now > rival.key {
        enqueue(next.node, now)
        continue
      }
      contract(next.node)
    }
  }

  private mutating func enqueue(_ node: Int32, _ key: Int64) {
    queue.insert(.init(key: key, node: node))
  }

  /// Leaves the shortcuts that the node would need in `contraction`.
  private mutating func currentPriority(of node: Int32) -> Int64 {
    contraction.simulate(node, in: graph)
    return ordering.priority(
      level: level[Int(node)], added: contraction.shortcuts.count, removed: contraction.removed)
  }

  private mutating func contract(_ node: Int32) {
    order.append(node)
    graph.disconnect(node)
    for shortcut in contraction.shortcuts {
      graph.lower(from: shortcut.tail, to: shortcut.head, shortcut.weight)
    }
    let above = level[Int(node)] + 1
    for k in graph.range(of: node) {
      let neighbour = Int(graph.links[k].neighbour)
      level[neighbour] = max(level[neighbour], above)
    }
  }

  /// Higher levels first, in the order they had; by counting, so that equal levels stay in order.
  private mutating func sortByLevel() {
    var starts = ContiguousArray<Int>(repeating: 0, count: Int(level.max() ?? 0) + 2)
    let top = starts.count - 2
    for node in order { starts[top - Int(level[Int(node)]) + 1] += 1 }
    for k in starts.indices.dropFirst() { starts[k] += starts[k - 1] }
    var sorted = order
    for node in order {
      let slot = top - Int(level[Int(node)])
      sorted[starts[slot]] = node
      starts[slot] += 1
    }
    order = sorted
  }
}
