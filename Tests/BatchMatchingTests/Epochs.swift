import Dispatching
import Mobility
import TestSupport

extension RandomWorld {
  /// A few vehicles with riders promised, and a pulse of open requests.
  mutating func epoch(requests: Int? = nil) -> Situation? {
    guard let fleet = fleet(of: 2, promisedAtMost: 2) else { return nil }
    return situation(of: fleet, open: requests ?? Int(whole(in: 2...3)))
  }

  /// Four or more requests at once, and up to five vehicles, some with riders promised.
  mutating func pulse(atMost most: Int32 = 60) -> Situation? {
    guard let fleet = fleet(of: Int(whole(in: 1...5)), promisedAtMost: 3) else { return nil }
    return situation(of: fleet, open: Int(whole(in: 4...most)))
  }

  private var now: Instant { Instant(hour: 10) }

  private mutating func situation(of fleet: [VehicleState], open count: Int) -> Situation {
    let open = (0..<count).map { request($0, after: now) }
    return Situation(now: now, open: open, fleet: fleet, service: service)
  }

  private mutating func fleet(of count: Int, promisedAtMost most: Int32) -> [VehicleState]? {
    var fleet: [VehicleState] = []
    for k in 0..<count {
      let promised = Int(whole(in: 0...most))
      guard
        let state = state(
          of: VehicleID(k), at: now, requests: promised, firstRequest: 100 + 10 * k)
      else { return nil }
      fleet.append(state)
    }
    return fleet
  }
}

extension Situation {
  /// What the decisions of a strategy come to; `nil` where they break a limit.
  func value(
    under strategy: inout some DispatchStrategy, in service: Service
  ) -> ExactEpoch.Value? {
    value(after: strategy.decide(in: self), in: service)
  }

  func valueUnderGreedy(in service: Service) -> ExactEpoch.Value? {
    var greedy = GreedyInsertion(
      StrategySettings(standardOf: GreedyInsertion.description), service: service)
    return value(under: &greedy, in: service)
  }

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
