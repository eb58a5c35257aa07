import Mobility

/// The label of a node spread over all hubs, times and lengths: which steps lead there best.
///
/// Scratch space of one thread.
struct PinnedTarget: Sendable {
  private let labels: HubLabels
  /// By hub; `none` where the node has no such hub.
  private var weights: ContiguousArray<PathWeight>
  private var pinned: Int32?

  init(_ labels: HubLabels) {
    self.labels = labels
    weights = .init(repeating: .none, count: labels.rank.count)
  }

  mutating func pin(_ node: NodeID) {
    let rank = labels.rank[node]
    guard rank != pinned else { return }
    let into = labels.into
    if let pinned {
      for k in into.range(of: Int(pinned)) { weights[Int(into.entries[k].hub)] = .none }
    }
    for k in into.range(of: Int(rank)) {
      weights[Int(into.entries[k].hub)] = into.weight(at: k)
    }
    pinned = rank
  }

  /// The shortest path from a node; `none` where there is none.
  func weight(from node: NodeID) -> PathWeight {
    let out = labels.out
    var best = PathWeight.none
    for k in out.range(of: Int(labels.rank[node])) {
      best = min(best, out.weight(at: k) + weights[Int(out.entries[k].hub)])
    }
    return best
  }

  /// Whether the shortest path from a node is `rest`, given that it is no shorter.
  ///
  /// The first hub over which it is decides; important ones, which are likely, come first.
  func isWeight(_ rest: PathWeight, from node: NodeID) -> Bool {
    let out = labels.out
    return weights.withUnsafeBufferPointer { weights in
      for k in out.range(of: Int(labels.rank[node])) {
        let entry = out.entries[k]
        let onward = weights[Int(entry.hub)]
        if entry.milliseconds &+ onward.duration.milliseconds == rest.duration.milliseconds,
          out.lengths[k] &+ onward.length.count == rest.length.count
        {
          return true
        }
      }
      return false
    }
  }
}
