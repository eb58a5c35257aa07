import Mobility

/// Builds the label of a node from those of its upper neighbours.
struct LabelBuilder {
  /// The best weight known to each hub; `none` between two nodes.
  private var tentative: ContiguousArray<PathWeight>
  /// The hubs found, most important first.
  private var found: ContiguousArray<Int32> = []
  private var marks: RankMarks

  init(nodeCount: Int) {
    tentative = .init(repeating: .none, count: nodeCount)
    marks = RankMarks(count: nodeCount)
  }

  /// Finds every hub over some upper neighbour, and the node itself.
  mutating func collect(from labels: GrowingLabels, over edges: UpwardEdges, at rank: Int) {
    for edge in edges.range(of: rank) {
      let weight = edges.weight[edge]
      for k in labels.range(of: Int(edges.upper[edge])) {
        let hub = labels.hubs[k]
        tentative[Int(hub)] = min(tentative[Int(hub)], weight + labels.weights[k])
        marks.insert(hub)
      }
    }
    tentative[rank] = .zero
    marks.insert(Int32(rank))
    marks.moveAll(to: &found)
  }

  /// Appends the hubs found, but those behind a more important one of an equally short path.
  ///
  /// `opposite` has the labels of the other direction, of all hubs but the node itself.
  mutating func append(to labels: inout GrowingLabels, checkedBy opposite: GrowingLabels) {
    for hub in found where !isCovered(hub, by: opposite) {
      labels.append(hub, tentative[Int(hub)])
    }
    labels.endLabel()
    for hub in found { tentative[Int(hub)] = .none }
    found.removeAll(keepingCapacity: true)
  }

  private func isCovered(_ hub: Int32, by opposite: GrowingLabels) -> Bool {
    let weight = tentative[Int(hub)]
    guard weight > .zero else { return false }
    for k in opposite.range(of: Int(hub)).dropLast() {
      if tentative[Int(opposite.hubs[k])] + opposite.weights[k] <= weight { return true }
    }
    return false
  }
}
