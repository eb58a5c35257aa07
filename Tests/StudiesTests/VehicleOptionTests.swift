import Dispatching
import Mobility
import Studies
import TestSupport
import Testing

/// Against the insertion search, which shares no code with it.
@Suite("What a vehicle could have done")
struct VehicleOptionTests {
  private func cheapest(
    _ request: Request, _ state: VehicleState, _ service: Service
  ) -> Cost? {
    var search = InsertionSearch(service: service)
    return service.terms(for: request).compactMap {
      search.bestInsertion(of: $0, into: state)?.cost
    }.min()
  }

  @Test("a feasible plan costs what the insertion search says, and there is one when it finds one")
  func feasible() throws {
    var (feasible, infeasible) = (0, 0)
    for seed in 0..<400 {
      var world = RandomWorld(seed: seed)
      let now = Instant(hour: 10)
      guard let state = world.state(at: now, requests: 3, firstRequest: 1) else { continue }
      let request = world.request(0, after: now)
      let plan = try #require(VehicleOption(request, by: state, in: world.service).plan)
      let cost = cheapest(request, state, world.service)
      #expect(plan.isFeasible == (cost != nil), "seed \(seed)")
      if let cost {
        #expect(plan.cost == cost, "seed \(seed)")
        feasible += 1
      } else {
        infeasible += 1
      }
    }
    #expect(feasible > 50 && infeasible > 50)
  }

  @Test(
    "a party that waits by as much longer as it is late is served, and by a millisecond less not")
  func excess() throws {
    var late = 0
    for seed in 0..<600 {
      var world = RandomWorld(seed: seed)
      let now = Instant(hour: 10)
      guard let state = world.state(at: now, requests: 3, firstRequest: 1) else { continue }
      var request = world.request(0, after: now)
      let plan = try #require(VehicleOption(request, by: state, in: world.service).plan)
      guard plan.breaches.count == 1, case .boarding(request.id, let excess) = plan.breaches[0]
      else { continue }
      request.extraWait = excess
      #expect(cheapest(request, state, world.service) != nil, "seed \(seed)")
      request.extraWait = excess - TimeSpan(milliseconds: 1)
      #expect(cheapest(request, state, world.service) == nil, "seed \(seed)")
      late += 1
    }
    #expect(late > 20)
  }

  @Test("with as many more seats as are missing the request fits, and with one less it does not")
  func seats() throws {
    var missing = 0
    for seed in 0..<1500 {
      // Vans without wheelchair places: what is missing are seats.
      var world = RandomWorld(seed: 2 * seed + 1)
      let now = Instant(hour: 10)
      guard let state = world.state(at: now, requests: 4, firstRequest: 1) else { continue }
      let request = world.request(0, after: now)
      let plan = try #require(VehicleOption(request, by: state, in: world.service).plan)
      guard plan.breaches.count == 1, case .seats(let short) = plan.breaches[0] else { continue }
      func fits(_ more: Int) -> Bool {
        let van = state.vehicle
        let larger = VehicleState(
          Vehicle(
            id: van.id, start: van.start, end: van.end,
            cabin: Cabin(seats: van.cabin.seats + more), shift: van.shift),
          anchor: state.anchor, aboard: state.aboard, stops: state.schedule.stops,
          in: world.service)
        return cheapest(request, larger, world.service) != nil
      }
      #expect(fits(short) && !fits(short - 1), "seed \(seed)")
      missing += 1
    }
    #expect(missing > 10)
  }
}
