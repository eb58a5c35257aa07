import Mobility

/// The labels of some nodes spread over all hubs, times and lengths: which steps lead best to one of
/// them.
///
/// Scratch space of one thread.
struct PinnedTarget: Sendable {
  private let labels: HubLabels
  /// By hub; `none` where the nodes have no such hub.
  private var weights: ContiguousArray<PathWeight>
  private var pinned: [NodeID] = []

  init(_ labels: HubLabels) {
    self.labels = labels
    weights = .init(repeating: .none, count: labels.rank.count)
  }

  mutating func pin(_ nodes: [NodeID]) {
    guard nodes != pinned else { return }
    weights.withUnsafeMutableBufferPointer { weights in
      for node in pinned {
        labels.into.forEach(of: labels.rank[node]) { entry, _ in weights[Int(entry.hub)] = .none }
      }
      for node in nodes {
        labels.into.forEachWeight(of: labels.rank[node]) { weights[$0] = min(weights[$0], $1) }
      }
    }
    pinned = nodes
  }

  /// The shortest path from a node; `none` where there is none.
  func weight(from node: NodeID) -> PathWeight {
    var best = PathWeight.none
    weights.withUnsafeBufferPointer { weights in
      labels.out.forEachWeight(of: labels.rank[node]) { best = min(best, $1 + weights[$0]) }
    }
    return best
  }

  /// Whether the shortest path from a node is `rest`, given that it is no shorter.
  ///
  /// The first hub over which it is decides; important ones, which are likely, come first.
  func isWeight(_ rest: PathWeight, from node: NodeID) -> Bool {
    let (out, lengths) = (labels.out.entries.start, labels.out.lengths.start)
    let (milliseconds, meters) = (rest.duration.milliseconds, rest.length.count)
    return weights.withUnsafeBufferPointer { weights in
      for k in labels.out.range(of: Int(labels.rank[node])) {
        let onward = weights[Int(out[k].hub)]
        if out[k].milliseconds &+ onward.duration.milliseconds == milliseconds,
          lengths[k] &+ onward.length.count == meters
        {
          return true
        }
      }
      return false
    }
  }
}
