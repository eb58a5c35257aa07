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
      var greedy = GreedyInsertion(
        StrategySettings(standardOf: GreedyInsertion.description), service: service)
      let matched = batch.decide(in: situation)
      let found = try #require(situation.value(after: matched, in: service), "seed \(seed)")
      let decided = greedy.decide(in: situation)
      let inserted = try #require(situation.value(after: decided, in: service), "seed \(seed)")
      #expect(found == best, "seed \(seed)")
      #expect(found <= inserted, "seed \(seed)")
      looked += 1
      if found < inserted { better += 1 }
    }
    #expect(looked >= 126, "fewer than 500 epochs in all")
    #expect(better * 10 >= looked * 4, "the two agree too often to prove anything")
  }
}

extension RandomWorld {
  /// A few vehicles with riders promised, and a pulse of open requests.
  fileprivate mutating func epoch() -> Situation? {
    let now = Instant(hour: 10)
    var fleet: [VehicleState] = []
    for k in 0..<2 {
      let promised = Int(whole(in: 0...2))
      guard
        let state = state(of: VehicleID(k), at: now, requests: promised, firstRequest: 10 * (k + 1))
      else { return nil }
      fleet.append(state)
    }
    let open = (0..<Int(whole(in: 2...3))).map { request($0, after: now) }
    return Situation(now: now, open: open, fleet: fleet, service: service)
  }
}

extension Situation {
  /// Who is unserved and what all plans cost once the decisions are carried out.
  fileprivate func value(after decisions: [Decision], in service: Service) -> ExactEpoch.Value? {
    var terms = Dictionary(
      uniqueKeysWithValues: open.compactMap { request in
        service.terms(for: request).first.map { (request.id, $0) }
      })
    for state in fleet {
      for stop in state.schedule.stops { terms[stop.terms.request] = stop.terms }
    }
    var unserved = Set(open.map(\.id))
    var cost = Cost(0)
    for state in fleet {
      var stops = state.schedule.stops
      for case .follow(state.vehicle.id, let route) in decisions {
        stops = ContiguousArray(
          route.compactMap { stop in
            terms[stop.request].map { PlannedStop(stop.purpose, $0) }
          })
      }
      let replay = RouteReplay(
        stops, of: state.vehicle, from: state.anchor, aboard: state.aboard, in: service)
      guard replay.isFeasible else { return nil }
      cost += replay.cost
      unserved.subtract(stops.map(\.terms.request))
    }
    let riders = open.filter { unserved.contains($0.id) }.reduce(0) { $0 + $1.riders }
    return ExactEpoch.Value(unservedRiders: riders, cost: cost)
  }
}
