public import Mobility

/// The labels of many destinations, gathered by hub: each origin finds all of them in one pass.
///
/// - SeeAlso: Knopp, Sanders, Schultes, Schulz, Wagner (2007), "Computing many-to-many shortest paths
///   using highway hierarchies", ALENEX 2007, 36–45, doi:10.1137/1.9781611972870.4.
public struct TargetBuckets: Sendable {
  private let labels: HubLabels
  private let targetCount: Int
  /// The first entry of each hub's bucket; count = nodes + 1.
  private let first: ContiguousArray<Int32>
  private let targets: ContiguousArray<Int32>
  private let weights: ContiguousArray<PathWeight>

  /// A destination is any of its nodes.
  ///
  /// - Complexity: O(n + the lengths of the labels).
  public init(_ destinations: [[NodeID]], in labels: HubLabels) {
    let table = labels.into
    let ranks = destinations.map { $0.map { labels.rank[$0] } }
    var first = ContiguousArray<Int32>(repeating: 0, count: labels.rank.count + 1)
    for rank in ranks.joined() {
      table.forEach(of: rank) { entry, _ in first[Int(entry.hub) + 1] += 1 }
    }
    for hub in first.indices.dropFirst() { first[hub] += first[hub - 1] }
    self.first = first

    let count = Int(first[labels.rank.count])
    var targets = ContiguousArray<Int32>(repeating: 0, count: count)
    var weights = ContiguousArray<PathWeight>(repeating: .none, count: count)
    for (target, ranks) in ranks.enumerated() {
      for rank in ranks {
        table.forEachWeight(of: rank) { hub, weight in
          let slot = Int(first[hub])
          first[hub] += 1
          targets[slot] = Int32(target)
          weights[slot] = weight
        }
      }
    }
    self.targets = targets
    self.weights = weights
    self.labels = labels
    targetCount = destinations.count
  }

  /// Fills `row` with the shortest paths from any of these nodes to the destinations, in their order.
  ///
  /// - Complexity: O(the buckets of the origins' hubs).
  public func weights(from origins: [NodeID], into row: inout ContiguousArray<PathWeight>) {
    row.removeAll(keepingCapacity: true)
    row.append(contentsOf: repeatElement(.none, count: targetCount))
    for origin in origins {
      labels.out.forEachWeight(of: labels.rank[origin]) { hub, weight in
        for slot in Int(first[hub])..<Int(first[hub + 1]) {
          let target = Int(targets[slot])
          row[target] = min(row[target], weight + weights[slot])
        }
      }
    }
  }
}
