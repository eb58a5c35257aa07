import Mobility
import RoadNetwork
import Testing

@Suite("Hub labels and sweeps on small networks")
struct HubLabelsTests {
  /// The last gives up at once: needless shortcuts must not change an answer.
  private static let orderings = [
    NodeOrdering.standard, NodeOrdering(levelWeight: 0, shortcutWeight: 1, settleLimit: 3),
    NodeOrdering(levelWeight: 1, shortcutWeight: 0, settleLimit: 1),
  ]

  @Test("give every pair the time and metres that comparing all ways gives", arguments: 0..<3)
  func equalsFloydWarshall(ordering: Int) {
    for seed in 0..<400 {
      let roads = RandomRoads(seed: seed)
      let least = roads.leastWeights
      let index = RoutingIndex(roads.network, ordering: Self.orderings[ordering])
      var sweep = HierarchySweep(index)
      var backward = HierarchySweep(index)
      let buckets = TargetBuckets(roads.nodes.map { [$0] }, in: index.labels)
      var row: ContiguousArray<PathWeight> = []
      for origin in roads.nodes {
        sweep.run(from: [origin])
        backward.run(to: [origin])
        buckets.weights(from: [origin], into: &row)
        for destination in roads.nodes {
          let expected = least[origin.index][destination.index]
          let merged = index.labels.weight(from: origin, to: destination)
          #expect(merged == expected, "labels, seed \(seed)")
          #expect(sweep[destination] == expected, "sweep, seed \(seed)")
          let back = least[destination.index][origin.index]
          #expect(backward[destination] == back, "sweep backwards, seed \(seed)")
          #expect(row[destination.index] == expected, "buckets, seed \(seed)")
        }
      }
    }
  }

  @Test("have only hubs that no more important one stands before", arguments: 0..<50)
  func labelsAreMinimal(seed: Int) {
    let roads = RandomRoads(seed: seed)
    let labels = HubLabels(ContractionHierarchy(roads.network))
    let least = roads.leastWeights
    let byRank = roads.nodes.sorted { labels.rank[$0] < labels.rank[$1] }
    for origin in roads.nodes {
      let expected = byRank.filter { hub in
        least[origin.index][hub.index] < .none
          && !byRank.prefix(Int(labels.rank[hub])).contains {
            least[origin.index][$0.index] + least[$0.index][hub.index]
              <= least[origin.index][hub.index]
          }
      }
      let rank = Int(labels.rank[origin])
      let label = (Int(labels.out.first[rank])..<Int(labels.out.first[rank + 1])).map {
        labels.out.entries[$0].hub
      }
      #expect(
        label == expected.map { labels.rank[$0] } + [LabelEntry.end.hub], "seed \(seed)")
    }
  }

  @Test("put the more important end of each edge at the lower rank")
  func hierarchyRises() {
    for seed in 0..<50 {
      let hierarchy = ContractionHierarchy(RandomRoads(seed: seed).network)
      for edges in [hierarchy.out, hierarchy.into] {
        for rank in 0..<hierarchy.nodeCount {
          let upper = edges.upper[Int(edges.first[rank])..<Int(edges.first[rank + 1])]
          #expect(upper.allSatisfy { $0 < rank }, "seed \(seed)")
        }
      }
    }
  }
}
