import Dispatching
import Mobility
import TestSupport

extension RandomWorld {
  /// A few vehicles with riders promised, and a pulse of open requests.
  mutating func epoch(requests: Int? = nil) -> Situation? {
    let now = Instant(hour: 10)
    var fleet: [VehicleState] = []
    for k in 0..<2 {
      let promised = Int(whole(in: 0...2))
      guard
        let state = state(of: VehicleID(k), at: now, requests: promised, firstRequest: 10 * (k + 1))
      else { return nil }
      fleet.append(state)
    }
    let count = requests ?? Int(whole(in: 2...3))
    let open = (0..<count).map { request($0, after: now) }
    return Situation(now: now, open: open, fleet: fleet, service: service)
  }
}

extension RandomWorld {
  /// Four or more requests at once, and up to five vehicles, some with riders promised.
  mutating func pulse(atMost most: Int32 = 60) -> Situation? {
    let now = Instant(hour: 10)
    var fleet: [VehicleState] = []
    for k in 0..<Int(whole(in: 1...5)) {
      let promised = Int(whole(in: 0...3))
      guard
        let state = state(
          of: VehicleID(k), at: now, requests: promised, firstRequest: 100 + 10 * k)
      else { return nil }
      fleet.append(state)
    }
    let open = (0..<Int(whole(in: 4...most))).map { request($0, after: now) }
    return Situation(now: now, open: open, fleet: fleet, service: service)
  }
}

extension Situation {
  /// Who is unserved and what all plans cost once the decisions are carried out.
  func value(after decisions: [Decision], in service: Service) -> ExactEpoch.Value? {
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
