import BatchMatching
import Dispatching
import Mobility
import TestSupport
import Testing

@Suite("Re-planning by large-neighbourhood search")
struct NeighbourhoodDispatchTests {
  @Test("is never worse than greedy, and mostly as good as trying everything", arguments: 0..<4)
  func isBetweenGreedyAndEnumeration(block: Int) throws {
    var (looked, better, best) = (0, 0, 0)
    for seed in block * 150..<(block + 1) * 150 {
      var world = RandomWorld(seed: 5_000_000 + seed)
      guard let situation = world.epoch() else { continue }
      let service = world.service
      var exact = ExactEpoch(situation, service: service)
      let enumerated = exact.best()
      let least = try #require(enumerated, "seed \(seed)")
      var lns = NeighbourhoodDispatch(
        StrategySettings(standardOf: NeighbourhoodDispatch.description), service: service)
      let improved = situation.value(under: &lns, in: service)
      let found = try #require(improved, "seed \(seed)")
      let inserted = try #require(situation.valueUnderGreedy(in: service), "seed \(seed)")
      #expect(least <= found, "seed \(seed)")
      #expect(found <= inserted, "seed \(seed)")
      looked += 1
      if found < inserted { better += 1 }
      if found == least { best += 1 }
    }
    print("lns: optimal in \(best) of \(looked) epochs, better than greedy in \(better)")
    #expect(looked >= 40)
    #expect(best * 100 >= looked * 90)
    #expect(better * 10 >= looked * 3, "the two agree too often to prove anything")
  }
}
