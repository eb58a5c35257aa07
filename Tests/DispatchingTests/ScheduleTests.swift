import Dispatching
import Mobility
import TestSupport
import Testing

@Suite("A schedule")
struct ScheduleTests {
  @Test("has the cost and the feasibility of a plain replay", arguments: 0..<20)
  func equalsReplay(block: Int) {
    let now = Instant(hour: 10)
    var broken = 0
    for seed in block * 500..<(block + 1) * 500 {
      var world = RandomWorld(seed: 1_000_000 + seed)
      guard let state = world.state(at: now, requests: 4) else { continue }
      // Any order of the stops, feasible or not.
      var stops = state.schedule.stops
      if world.chance(0.5), stops.count > 1 {
        stops.swapAt(Int(world.whole(in: 0...Int32(stops.count - 1))), stops.count - 1)
      }
      let plan = state.following(stops, in: world.service).schedule
      let replay = RouteReplay(
        stops, of: state.vehicle, from: state.anchor, aboard: state.aboard, in: world.service)
      #expect(plan.isFeasible == replay.isFeasible, "seed \(seed)")
      if plan.isFeasible {
        #expect(plan.cost == replay.cost, "seed \(seed)")
      } else {
        broken += 1
      }
    }
    #expect(broken > 50)
  }

  @Test("can slip by its slack at every halt and by no millisecond more", arguments: 0..<20)
  func slackIsExact(block: Int) {
    let now = Instant(hour: 10)
    var (looked, bound) = (0, 0)
    for seed in block * 500..<(block + 1) * 500 {
      var world = RandomWorld(seed: 2_000_000 + seed)
      guard let state = world.state(at: now, requests: 4) else { continue }
      let schedule = state.schedule
      for k in schedule.halts.indices.dropFirst() {
        let halt = schedule.halts[k]
        // Everything before halt k stays; the vehicle appears there later.
        let rest = ContiguousArray(schedule.stops[halt.firstStop...])
        let riding = schedule.ridingTowards(k, aboard: state.aboard)
        func isFeasible(_ later: TimeSpan) -> Bool {
          let arrival = halt.arrival + later
          let anchor = Anchor.committed(
            to: halt.place, arrival: arrival, gate: arrival + world.service.rules.halt)
          return RouteReplay(
            rest, of: state.vehicle, from: anchor, aboard: riding, in: world.service
          ).isFeasible
        }
        #expect(isFeasible(halt.slack), "seed \(seed), halt \(k)")
        #expect(!isFeasible(halt.slack + TimeSpan(milliseconds: 1)), "seed \(seed), halt \(k)")
        looked += 1
        if halt.slack < halt.looseSlack { bound += 1 }
      }
    }
    #expect(looked > 200)
    #expect(bound > 0, "no ride limit was ever tighter than the rest")
  }
}

extension Schedule {
  /// Who is in the vehicle on its way to halt `k`, with the starts of their rides.
  fileprivate func ridingTowards(_ k: Int, aboard: [Aboard]) -> [Aboard] {
    var riding = aboard.map { Aboard(terms: $0.terms, left: $0.left ?? halts[0].departure) }
    for h in 0..<k {
      for stop in stops(ofHalt: h).map({ stops[$0] }) {
        switch stop.purpose {
        case .pickup: riding.append(Aboard(terms: stop.terms, left: halts[h].departure))
        case .dropoff: riding.removeAll { $0.terms.request == stop.terms.request }
        }
      }
    }
    return riding
  }
}
