import Dispatching
import Mobility
import RoadNetwork

/// Finds the cheapest order of stops for one vehicle and a set of requests.
///
/// Depth first from halt to halt, all stops that are made at one place together, cut off where the
/// cost so far and the drive home already exceed the best plan known. Exact unless the node limit
/// is reached.
struct RouteSearch {
  let service: Service
  let state: VehicleState
  /// Partial routes that may be looked at for one set.
  let nodeLimit: Int
  /// Partial routes looked at so far, for all sets.
  private(set) var tried = 0

  private var pending: [Terms] = []
  private var bestCost = Cost.max
  private var bestStops: ContiguousArray<PlannedStop>?
  private var lastNode = 0
  /// From when the operation of the vehicle counts.
  private var started = Instant.distantPast
  private var stops: ContiguousArray<PlannedStop> = []
  private var parties: [Aboard] = []
  /// Whether ride limits are left out and nobody waits for others at a halt: then what cannot be
  /// served cannot be served with more requests either.
  private var isRelaxed = false

  init(service: Service, state: VehicleState, nodeLimit: Int) {
    self.service = service
    self.state = state
    self.nodeLimit = nodeLimit
  }

  /// The cheapest feasible plan that costs less than `limit`, or `nil`.
  mutating func bestStops(
    serving requests: [Terms], below limit: Cost = .max
  ) -> (stops: ContiguousArray<PlannedStop>, cost: Cost)? {
    start(requests, below: limit, relaxed: false)
    return bestStops.map { ($0, bestCost) }
  }

  /// Whether a larger set could be feasible although this one is not.
  mutating func mayGrow(_ requests: [Terms]) -> Bool {
    start(requests, below: .max, relaxed: true)
    return bestStops != nil
  }

  private mutating func start(_ requests: [Terms], below limit: Cost, relaxed: Bool) {
    isRelaxed = relaxed
    bestCost = limit
    bestStops = nil
    lastNode = tried + nodeLimit
    stops.removeAll(keepingCapacity: true)
    pending = requests
    parties = state.aboard
    let anchor = state.anchor
    started = anchor.arrival
    let bound = (0..<state.committedStops).map { state.schedule.stops[$0] }
    let boarding = pending.indices.filter {
      pending[$0].pickup == anchor.place && !anchor.isPassing
    }
    // However the stops are ordered, the walks are the same.
    let picked = pending + bound.filter { $0.purpose == .pickup }.map(\.terms)
    let walking = picked.reduce(0) {
      $0 + $1.walk.cost(at: service.weights.walk, riders: $1.riders)
    }
    // What the vehicle is bound to do there comes with any choice of those who could join.
    for joining in boarding.subsets {
      let pickups = joining.map { PlannedStop(.pickup, pending[$0]) }
      makeHalt(
        at: anchor.place, bound + pickups, taking: joining,
        arrival: anchor.arrival, gate: anchor.gate, work: anchor.work,
        emptyDeparture: anchor.leaves, cost: walking)
    }
  }

  /// Makes all `here` in one halt and goes on from there; undoes it afterwards.
  private mutating func makeHalt(
    at place: PlaceID, _ here: [PlannedStop], taking taken: [Int], arrival: Instant, gate: Instant,
    work: TimeSpan, emptyDeparture: Instant?, cost: Cost
  ) {
    guard tried < lastNode, !(isRelaxed && bestStops != nil) else { return }
    tried += 1
    let savedParties = parties
    let savedPending = pending
    defer {
      parties = savedParties
      pending = savedPending
      stops.removeLast(here.count)
    }
    stops.append(contentsOf: here)
    for position in taken.reversed() { pending.remove(at: position) }

    var cost = cost
    let weights = service.weights
    for terms in here.lazy.filter({ $0.purpose == .dropoff }).map(\.terms) {
      guard let k = parties.firstIndex(where: { $0.terms.request == terms.request }),
        let left = parties[k].left, arrival <= terms.latestArrival,
        isRelaxed || arrival - left <= terms.rideLimit
      else { return }
      cost += (arrival - left - terms.direct).cost(at: weights.ride, riders: terms.riders)
      cost += terms.lateArrivalCost(arrival, at: weights)
      parties.remove(at: k)
    }
    let boarders = here.lazy.filter { $0.purpose == .pickup }.map(\.terms)
    let begin = here.reduce(gate) { max($0, $1.earliest) }
    for terms in boarders {
      guard (isRelaxed ? max(gate, terms.ready) : begin) <= terms.latestBoarding else { return }
      cost += (begin - terms.ready).cost(at: weights.wait, riders: terms.riders)
      cost += terms.lateBoardingCost(begin, at: weights)
      parties.append(Aboard(terms: terms, left: nil))
    }
    let riders = parties.reduce(0) { $0 + $1.terms.riders }
    guard riders <= state.vehicle.seats else { return }
    let done = begin + here.reduce(work) { $0 + $1.terms.boarding }
    let departure = here.isEmpty ? emptyDeparture ?? done : done
    for k in parties.indices where parties[k].left == nil { parties[k].left = departure }

    guard let least = leastCost(from: place, at: departure, cost: cost),
      isRelaxed || least < bestCost
    else { return }
    if parties.isEmpty && pending.isEmpty {
      bestCost = min(bestCost, least)
      bestStops = stops
      return
    }
    goOn(from: place, at: departure, cost: cost)
  }

  /// What every way to go on costs at least; `nil` when there is none.
  ///
  /// Nobody boards before the vehicle can be there, nobody rides less than straight from here, and
  /// the drive is at least that of the farthest single errand. With everything done it is exact.
  private func leastCost(from place: PlaceID, at departure: Instant, cost: Cost) -> Cost? {
    let (times, weights) = (service.travelTimes, service.weights)
    var least = cost + (departure - started).cost(at: weights.operation)
    var driving = service.homeward(state.vehicle, from: place, departing: departure)
    for terms in pending {
      let drive = times.drive(from: place, to: terms.pickup, departing: departure)
      // At this very place it may be the halt after next: that is no earlier than now.
      let gate = departure + drive + (drive == .zero ? .zero : service.rules.halt)
      guard gate <= terms.latestBoarding else { return nil }
      least += max(gate - terms.ready, .zero).cost(at: weights.wait, riders: terms.riders)
      let errand =
        drive + terms.direct
        + service.homeward(state.vehicle, from: terms.dropoff, departing: departure)
      driving = max(driving, errand)
    }
    for party in parties {
      let terms = party.terms
      let drive = times.drive(from: place, to: terms.dropoff, departing: departure)
      let ride = departure + drive - (party.left ?? departure)
      guard departure + drive <= terms.latestArrival, isRelaxed || ride <= terms.rideLimit else {
        return nil
      }
      least += (ride - terms.direct).cost(at: weights.ride, riders: terms.riders)
      driving = max(
        driving, drive + service.homeward(state.vehicle, from: terms.dropoff, departing: departure))
    }
    guard departure + driving <= state.vehicle.shift.closes else { return nil }
    return least + driving.cost(at: weights.driving)
  }

  /// Tries every next place, the nearest first, with every choice of what to do there.
  private mutating func goOn(from place: PlaceID, at departure: Instant, cost: Cost) {
    var next: [(arrival: Instant, place: PlaceID)] = []
    for candidate in pending.map(\.pickup) + parties.map(\.terms.dropoff) {
      guard candidate != place || state.anchor.isPassing && stops.isEmpty,
        !next.contains(where: { $0.place == candidate })
      else { continue }
      let drive = service.travelTimes.drive(from: place, to: candidate, departing: departure)
      next.append((departure + drive, candidate))
    }
    next.sort { $0 < $1 }
    for (arrival, candidate) in next {
      let leaving = parties.indices.filter { parties[$0].terms.dropoff == candidate }
      let boarding = pending.indices.filter { pending[$0].pickup == candidate }
      let gate = arrival + service.rules.halt
      let driven = (arrival - departure).cost(at: service.weights.driving)
      for off in leaving.subsets {
        for on in boarding.subsets where !(off.isEmpty && on.isEmpty) {
          makeHalt(
            at: candidate,
            off.map { PlannedStop(.dropoff, parties[$0].terms) }
              + on.map { PlannedStop(.pickup, pending[$0]) },
            taking: on, arrival: arrival, gate: gate, work: .zero, emptyDeparture: nil,
            cost: cost + driven)
        }
      }
    }
  }
}

extension Array where Element == Int {
  /// All sub-lists, the whole list first.
  fileprivate var subsets: [[Int]] {
    reversed().reduce([[]]) { shorter, element in shorter.map { [element] + $0 } + shorter }
  }
}
