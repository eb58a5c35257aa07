import Dispatching
import Mobility
import TestSupport
import Testing

@Suite("The best insertion")
struct InsertionSearchTests {
  @Test("is what replaying every pair of positions finds", arguments: 0..<36)
  func equalsBruteForce(block: Int) {
    let now = Instant(hour: 10)
    var (looked, feasible, delayed) = (0, 0, 0)
    for seed in block * 500..<(block + 1) * 500 {
      var world = RandomWorld(seed: seed)
      guard let state = world.state(at: now, requests: Int(world.whole(in: 0...5))) else {
        continue
      }
      let newcomer = world.request(99, after: now)
      guard let terms = world.service.terms(for: newcomer).first else { continue }
      looked += 1
      var search = InsertionSearch(service: world.service)
      let found = search.bestInsertion(of: terms, into: state)
      let expected = PlainScan.leastCost(of: terms, into: state, in: world.service)
      #expect(found?.cost == expected, "seed \(seed)")
      guard let found else { continue }
      feasible += 1
      if state.schedule.stops.count > 1 { delayed += 1 }
      let replay = RouteReplay(
        found.inserted(into: state.schedule.stops), of: state.vehicle, from: state.anchor,
        aboard: state.aboard, in: world.service)
      #expect(replay.isFeasible, "seed \(seed)")
      #expect(replay.cost - state.schedule.cost == found.cost, "seed \(seed)")
      #expect(replay.boarding[terms.request] == found.boarding, "seed \(seed)")
    }
    #expect(looked > 290, "fewer than 10,000 routes in all")
    #expect(feasible * 10 > looked * 4, "the test proves little when nothing fits")
    #expect(delayed * 10 > looked * 2)
  }
}
