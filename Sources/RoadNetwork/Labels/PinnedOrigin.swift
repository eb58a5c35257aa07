public import Mobility

/// One origin's label spread over all hubs: each destination then costs one pass over its own label.
///
/// Scratch space of one thread; it can be pinned again and again.
public struct PinnedOrigin: Sendable {
  private let labels: HubLabels
  private var weights: ContiguousArray<PathWeight>
  private var pinned: Int?

  public init(_ labels: HubLabels) {
    self.labels = labels
    weights = .init(repeating: .none, count: labels.rank.count)
  }

  /// - Complexity: O(the length of the label).
  public mutating func pin(_ origin: NodeID) {
    if let pinned {
      for k in labels.out.range(of: pinned) { weights[Int(labels.out.hubs[k])] = .none }
    }
    let rank = Int(labels.rank[origin])
    for k in labels.out.range(of: rank) {
      weights[Int(labels.out.hubs[k])] = labels.out.weights[k]
    }
    pinned = rank
  }

  /// The shortest path from the pinned origin; `none` where there is no path.
  public func weight(to destination: NodeID) -> PathWeight {
    precondition(pinned != nil, "no origin is pinned")
    var best = PathWeight.none
    for k in labels.into.range(of: Int(labels.rank[destination])) {
      best = min(best, weights[Int(labels.into.hubs[k])] + labels.into.weights[k])
    }
    return best
  }
}
