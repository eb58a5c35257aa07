import Dispatching
import Mobility
import RoadNetwork
import TestSupport
import Testing

@Suite("The best insertion")
struct InsertionSearchTests {
  @Test("is what replaying every pair of positions finds", arguments: 0..<36)
  func equalsBruteForce(block: Int) {
    let count = compare(seeds: block * 500..<(block + 1) * 500) { world, now in
      world.state(at: now, requests: Int(world.whole(in: 0...5)))
    }
    #expect(count.looked > 290, "fewer than 10,000 routes in all")
    #expect(count.feasible * 10 > count.looked * 4, "the test proves little when nothing fits")
    #expect(count.delayed * 10 > count.looked * 2)
  }

  /// A rider who boards where others got off has less time between them once the van has left and
  /// come back, and so a longer ride.
  @Test("is that for a vehicle that may leave the riders it waits for", arguments: 0..<12)
  func equalsBruteForceWhereVehiclesWait(block: Int) {
    let seeds = 8_000_000 + block * 500..<8_000_000 + (block + 1) * 500
    let count = compare(seeds: seeds) { world, now in
      world.waitingState(at: now, requests: Int(world.whole(in: 2...4)))
    }
    #expect(count.looked > 250, "fewer than 3,000 routes in all")
    #expect(count.feasible * 10 > count.looked * 4, "the test proves little when nothing fits")
  }

  @Test(
    "is that where a stop lets a vehicle take roads that it may not turn into", arguments: 0..<6)
  func equalsBruteForceAtSplitJunctions(block: Int) {
    let seeds = 9_000_000 + block * 200..<9_000_000 + (block + 1) * 200
    let count = compare(seeds: seeds, splitting: true) { world, now in
      world.state(at: now, requests: Int(world.whole(in: 0...5)))
    }
    #expect(count.looked > 100)
    #expect(count.shorter * 2 > count.feasible, "detours are seldom shorter than the way past them")
  }

  private func compare(
    seeds: Range<Int>, splitting: Bool = false,
    _ state: (inout RandomWorld, Instant) -> VehicleState?
  ) -> (looked: Int, feasible: Int, delayed: Int, shorter: Int) {
    let now = Instant(hour: 10)
    var count = (looked: 0, feasible: 0, delayed: 0, shorter: 0)
    for seed in seeds {
      var world = RandomWorld(seed: seed, splitting: splitting)
      guard let state = state(&world, now) else { continue }
      let newcomer = world.request(99, after: now)
      guard let terms = world.service.terms(for: newcomer).first else { continue }
      count.looked += 1
      var search = InsertionSearch(service: world.service)
      let found = search.bestInsertion(of: terms, into: state)
      let expected = PlainScan.leastCost(of: terms, into: state, in: world.service)
      #expect(found?.cost == expected, "seed \(seed)")
      guard let found else { continue }
      count.feasible += 1
      if state.schedule.stops.count > 1 { count.delayed += 1 }
      if !world.service.travelTimes.keepsTriangle { count.shorter += 1 }
      let replay = RouteReplay(
        found.inserted(into: state.schedule.stops), of: state.vehicle, from: state.anchor,
        aboard: state.aboard, in: world.service)
      #expect(replay.isFeasible, "seed \(seed)")
      #expect(replay.cost - state.schedule.cost == found.cost, "seed \(seed)")
      #expect(replay.boarding[terms.request] == found.boarding, "seed \(seed)")
    }
    return count
  }
}
