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

  /// - Complexity: O(n + the lengths of the labels).
  public init(_ destinations: [NodeID], in labels: HubLabels) {
    let table = labels.into
    let ranges = destinations.map { table.range(of: Int(labels.rank[$0])) }
    var first = ContiguousArray<Int32>(repeating: 0, count: labels.rank.count + 1)
    for range in ranges {
      for k in range { first[Int(table.entries[k].hub) + 1] += 1 }
    }
    for hub in first.indices.dropFirst() { first[hub] += first[hub - 1] }
    self.first = first

    let count = Int(first[labels.rank.count])
    var targets = ContiguousArray<Int32>(repeating: 0, count: count)
    var weights = ContiguousArray<PathWeight>(repeating: .none, count: count)
    for (target, range) in ranges.enumerated() {
      for k in range {
        let slot = Int(first[Int(table.entries[k].hub)])
        first[Int(table.entries[k].hub)] += 1
        targets[slot] = Int32(target)
        weights[slot] = table.weight(at: k)
      }
    }
    self.targets = targets
    self.weights = weights
    self.labels = labels
    targetCount = destinations.count
  }

  /// Fills `row` with the shortest paths to the destinations, in their order.
  ///
  /// - Complexity: O(the buckets of the origin's hubs).
  public func weights(from origin: NodeID, into row: inout ContiguousArray<PathWeight>) {
    row.removeAll(keepingCapacity: true)
    row.append(contentsOf: repeatElement(.none, count: targetCount))
    for k in labels.out.range(of: Int(labels.rank[origin])) {
      let hub = Int(labels.out.entries[k].hub)
      let weight = labels.out.weight(at: k)
      for slot in Int(first[hub])..<Int(first[hub + 1]) {
        let target = Int(targets[slot])
        row[target] = min(row[target], weight + weights[slot])
      }
    }
  }
}
