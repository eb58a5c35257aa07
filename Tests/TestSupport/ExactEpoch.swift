public import Dispatching
public import Mobility

/// The best answer to one moment of dispatching, by trying everything.
///
/// Every assignment of the open and re-assignable requests to vehicles, and every order of stops.
public struct ExactEpoch {
  /// Riders left unserved come first; cost decides among equals.
  public struct Value: Hashable, Comparable {
    public let unservedRiders: Int
    public let cost: Cost

    public init(unservedRiders: Int, cost: Cost) {
      self.unservedRiders = unservedRiders
      self.cost = cost
    }

    public static func < (a: Self, b: Self) -> Bool {
      (a.unservedRiders, a.cost) < (b.unservedRiders, b.cost)
    }
  }

  private let service: Service
  private let fleet: [VehicleState]
  private let candidates: [Terms]
  private let openCount: Int
  /// For each vehicle and each set of candidates as bits, the least cost.
  private var costs: [[Int: Cost?]]

  public init(_ situation: Situation, service: Service) {
    self.service = service
    fleet = situation.fleet
    let open = situation.open.compactMap { service.terms(for: $0).first }
    openCount = open.count
    candidates =
      open
      + situation.fleet.flatMap { state in
        state.schedule.stops[state.committedStops...].filter { $0.purpose == .pickup }.map(\.terms)
      }
    costs = fleet.map { _ in [:] }
  }

  public mutating func best() -> Value? {
    var best: Value?
    // Digit k of `code` is the vehicle of candidate k; one more stands for nobody.
    let choices = fleet.count + 1
    let codes = candidates.reduce(1) { count, _ in count * choices }
    for code in 0..<codes {
      var sets = [Int](repeating: 0, count: choices)
      var rest = code
      for k in candidates.indices {
        sets[rest % choices] |= 1 << k
        rest /= choices
      }
      guard sets[fleet.count] >> openCount == 0 else { continue }
      var total = Cost(0)
      var isPossible = true
      for vehicle in fleet.indices {
        guard let cost = cost(of: sets[vehicle], on: vehicle) else {
          isPossible = false
          break
        }
        total += cost
      }
      guard isPossible else { continue }
      let left = candidates.indices.filter { sets[fleet.count] >> $0 & 1 == 1 }
      let value = Value(
        unservedRiders: left.reduce(0) { $0 + candidates[$1].riders }, cost: total)
      best = best.map { min($0, value) } ?? value
    }
    return best
  }

  private mutating func cost(of set: Int, on vehicle: Int) -> Cost? {
    if let known = costs[vehicle][set] { return known }
    let state = fleet[vehicle]
    let bound = state.schedule.stops[..<state.committedStops]
    let picked = Set(bound.lazy.filter { $0.purpose == .pickup }.map(\.terms.request))
    let dropped = Set(bound.lazy.filter { $0.purpose == .dropoff }.map(\.terms.request))
    var rest = state.aboard.map(\.terms).filter { !dropped.contains($0.request) }
      .map { PlannedStop(.dropoff, $0) }
    rest += bound.filter { picked.contains($0.terms.request) }.map {
      PlannedStop(.dropoff, $0.terms)
    }
    for k in candidates.indices where set >> k & 1 == 1 {
      rest += [PlannedStop(.pickup, candidates[k]), PlannedStop(.dropoff, candidates[k])]
    }
    var best: Cost?
    extend(ContiguousArray(bound), with: rest, on: state, best: &best)
    costs[vehicle][set] = .some(best)
    return best
  }

  private func extend(
    _ stops: ContiguousArray<PlannedStop>, with rest: [PlannedStop], on state: VehicleState,
    best: inout Cost?
  ) {
    let replay = RouteReplay(
      stops, of: state.vehicle, from: state.anchor, aboard: state.aboard, in: service)
    if replay.isHopeless { return }
    guard !rest.isEmpty else {
      if replay.isFeasible { best = min(best ?? .max, replay.cost) }
      return
    }
    for (k, next) in rest.enumerated() {
      let isOpen = rest.contains {
        $0.purpose == .pickup && $0.terms.request == next.terms.request
      }
      if next.purpose == .dropoff && isOpen { continue }
      var remaining = rest
      remaining.remove(at: k)
      extend(stops + [next], with: remaining, on: state, best: &best)
    }
  }
}
