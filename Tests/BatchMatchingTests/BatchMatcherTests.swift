import BatchMatching
import Dispatching
import Mobility
import TestSupport
import Testing

@Suite("The batch matcher")
struct BatchMatcherTests {
  @Test("finds what trying everything finds, and often more than greedy", arguments: 0..<4)
  func equalsEnumeration(block: Int) throws {
    var (looked, better) = (0, 0)
    for seed in block * 400..<(block + 1) * 400 {
      var world = RandomWorld(seed: 3_000_000 + seed)
      guard let situation = world.epoch() else { continue }
      let service = world.service
      var exact = ExactEpoch(situation, service: service)
      let least = exact.best()
      let best = try #require(least, "seed \(seed)")

      var batch = BatchMatcher(
        StrategySettings(standardOf: BatchMatcher.description), service: service)
      let matched = situation.value(under: &batch, in: service)
      let found = try #require(matched, "seed \(seed)")
      let inserted = try #require(situation.valueUnderGreedy(in: service), "seed \(seed)")
      #expect(found == best, "seed \(seed)")
      #expect(found <= inserted, "seed \(seed)")
      let epoch = try #require(batch.effort.epochs.last)
      #expect(epoch.isProved && epoch.gap.map { $0 < 1e-6 } == true, "seed \(seed)")
      looked += 1
      if found < inserted { better += 1 }
    }
    #expect(looked >= 126, "fewer than 500 epochs in all")
    #expect(better * 10 >= looked * 4, "the two agree too often to prove anything")
  }

  @Test("has a bound below the optimum however early the search for trips is stopped")
  func boundsHoldWhenCutShort() throws {
    var loose = 0
    for seed in 0..<200 {
      var world = RandomWorld(seed: 3_500_000 + seed)
      guard let situation = world.epoch() else { continue }
      let full = try matched(situation, in: world.service, setting: [:])
      for routes in [1, 3, 10, 30] {
        let short = try matched(situation, in: world.service, setting: ["routes": .whole(routes)])
        #expect(
          short.bound.map { $0 <= Double(full.objective) } == true, "seed \(seed), \(routes) routes"
        )
        #expect(short.objective >= full.objective, "seed \(seed), \(routes) routes")
        if !short.isProved { loose += 1 }
      }
    }
    #expect(loose > 50, "the limits never bind")
  }

  private func matched(
    _ situation: Situation, in service: Service, setting: [String: Parameter.Value]
  ) throws -> Effort.Epoch {
    let settings = StrategySettings(standardOf: BatchMatcher.description, changing: setting)
    var batch = BatchMatcher(settings, service: service)
    _ = batch.decide(in: situation)
    return try #require(batch.effort.epochs.last)
  }

  @Test("assigns a round at the least cost of all ways to give each vehicle one request")
  func roundsAreAssignments() throws {
    let settings = StrategySettings(
      standardOf: BatchMatcher.description, changing: ["mode": .choice("rounds")])
    var (looked, crossed) = (0, 0)
    for seed in 0..<600 {
      var world = RandomWorld(seed: 3_600_000 + seed)
      guard let situation = world.epoch(requests: 2) else { continue }
      let service = world.service
      var search = InsertionSearch(service: service)
      let costs = situation.open.map { request in
        situation.fleet.map { state in
          service.terms(for: request).first.flatMap {
            search.bestInsertion(of: $0, into: state)?.cost
          }
        }
      }
      let straight = costs[0][0].flatMap { first in costs[1][1].map { first + $0 } }
      let across = costs[0][1].flatMap { first in costs[1][0].map { first + $0 } }
      guard let least = [straight, across].compactMap(\.self).min() else { continue }
      let present = situation.fleet.reduce(0) { $0 + $1.schedule.cost }

      var batch = BatchMatcher(settings, service: service)
      let decisions = batch.decide(in: situation)
      let value = try #require(situation.value(after: decisions, in: service), "seed \(seed)")
      #expect(value == .init(unservedRiders: 0, cost: present + least), "seed \(seed)")
      looked += 1
      if straight != least { crossed += 1 }
    }
    #expect(looked >= 100 && crossed >= 20)
  }
}
