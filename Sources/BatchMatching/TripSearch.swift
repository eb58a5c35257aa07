import Dispatching
import Mobility
import RoadNetwork

/// Finds the trips of one vehicle that cost less than their requests are worth, at given prices.
///
/// Depth first from halt to halt, all stops that are made at one place together. What two trips
/// begin alike is worked out once, and a beginning is given up where what all who could still board
/// are worth cannot make good what it costs at least. Exact unless the node limit is reached; then
/// the bound is that of the beginnings. This is the pricing problem of a column generation over the
/// trips of Alonso-Mora et al. (2017), "On-demand high-capacity ride-sharing via dynamic
/// trip-vehicle assignment", PNAS 114(3), doi:10.1073/pnas.1611675114.
struct TripSearch {
  /// The trips found, and what every trip of the vehicle costs at least beyond the worth of its
  /// requests, if that is below the limit.
  struct Found {
    let trips: [Trip]
    let least: Cost
    let isComplete: Bool
  }

  let service: Service
  let state: VehicleState
  let parties: Parties
  /// Beginnings looked at so far, in all searches.
  private(set) var tried = 0

  /// What each party is worth, by position among `parties`.
  private var worth: ContiguousArray<Cost>
  /// When each party that is aboard left its pick-up halt.
  private var left: ContiguousArray<Instant>
  private var pending: UInt64 = 0
  private var aboard: UInt64 = 0
  private var served: UInt64 = 0
  private var load = 0
  /// Parties in the order of their stops: 2p for a pick-up, 2p + 1 for a drop-off.
  private var path: ContiguousArray<Int> = []
  /// The next places of all beginnings under way, each group nearest first.
  private var next: ContiguousArray<NextPlace> = []
  private var chances = Chances()

  private var limit = Cost.max
  private var keeping = 0
  private var lastNode = 0
  private var isComplete = true
  /// The least bound of all beginnings that were not gone into.
  private var leastOpen = Cost.max
  private var kept: [(identity: UInt64, value: Cost, path: ContiguousArray<Int>)] = []
  /// Prices at which a complete search found nothing, and the limit then.
  private var barren: (worth: ContiguousArray<Cost>, limit: Cost)?

  private struct NextPlace {
    let arrival: Instant
    let place: PlaceID
    var leaving: UInt64 = 0
    var boarding: UInt64 = 0
  }

  init(_ state: VehicleState, candidates: [[Terms]], in service: Service) {
    self.service = service
    self.state = state
    parties = Parties(of: state, candidates: candidates, in: service)
    worth = .init(repeating: 0, count: parties.terms.count)
    left = .init(repeating: .distantPast, count: parties.terms.count)
    for (party, terms) in state.aboard.enumerated() {
      left[party] = terms.left ?? .distantPast
    }
  }

  /// The best trips, at most `keeping`, that cost less than `limit` beyond the worth of their
  /// requests, given by their positions; smaller differences first.
  mutating func trips(
    worth prices: [Cost], below limit: Cost, keeping: Int, nodes: Int
  ) -> Found {
    for party in worth.indices { worth[party] = parties.candidates[party].map { prices[$0] } ?? 0 }
    if let barren {
      let rise = zip(worth, barren.worth).reduce(0) { $0 + max(0, $1.0 - $1.1) }
      if barren.limit - rise >= limit { return Found(trips: [], least: limit, isComplete: true) }
    }
    self.limit = limit
    self.keeping = keeping
    lastNode = tried + nodes
    isComplete = true
    leastOpen = .max
    kept.removeAll(keepingCapacity: true)
    begin()

    barren = isComplete && kept.isEmpty && parties.leftOut.isEmpty ? (worth, limit) : nil
    let outside = parties.leftOut.reduce(0) { $0 + max(0, prices[$1.candidate] - $1.cost) }
    let best = kept.map(\.value).min() ?? limit
    let least = isComplete ? min(best, limit) : min(best, leastOpen, limit)
    return Found(
      trips: kept.sorted { ($0.value, $0.identity) < ($1.value, $1.identity) }
        .map { trip($0.path, value: $0.value) },
      least: least - outside, isComplete: isComplete && outside == 0)
  }

  private func trip(_ path: ContiguousArray<Int>, value: Cost) -> Trip {
    let boarded = path.filter { $0 % 2 == 0 }.map { $0 / 2 }
    let committed = state.schedule.stops[..<state.committedStops]
    return Trip(
      members: boarded.compactMap { parties.candidates[$0] }.sorted(),
      stops: ContiguousArray(committed)
        + path.map { PlannedStop($0 % 2 == 0 ? .pickup : .dropoff, parties.terms[$0 / 2]) },
      cost: boarded.reduce(value) { $0 + worth[$1] })
  }

  // MARK: Beginnings

  private mutating func begin() {
    let anchor = state.anchor
    (pending, aboard, served, load) = (parties.optional, parties.aboard, 0, 0)
    path.removeAll(keepingCapacity: true)
    for party in aboard.positions { load += parties.terms[party].riders }
    var here: UInt64 = 0
    if !anchor.isPassing {
      for party in pending.positions where parties.terms[party].pickup == anchor.place {
        here |= 1 << UInt64(party)
      }
    }
    // What the vehicle is bound to do there comes with any choice of those who could join.
    let bound = state.schedule.stops[..<state.committedStops]
    var dropped: UInt64 = 0
    for stop in bound where stop.purpose == .dropoff {
      for party in aboard.positions where parties.terms[party].request == stop.terms.request {
        dropped |= 1 << UInt64(party)
      }
    }
    // Nothing costs less than all worth together.
    let leastOfAll = -pending.positions.reduce(Cost(0)) { $0 + max(0, worth[$1]) }
    var joining = here
    while true {
      if parties.allowsTogether(joining) {
        makeHalt(
          at: anchor.place, off: dropped, on: joining | parties.bound, arrival: anchor.arrival,
          gate: anchor.gate, work: anchor.work, emptyDeparture: anchor.leaves, cost: 0,
          least: leastOfAll, isFirst: true)
      }
      if joining == 0 { break }
      joining = (joining - 1) & here
    }
  }

  /// Makes a halt and goes on from there; undoes it afterwards.
  ///
  /// `bound` is what that costs at least.
  private mutating func makeHalt(
    at place: PlaceID, off: UInt64, on: UInt64, arrival: Instant, gate: Instant, work: TimeSpan,
    emptyDeparture: Instant, cost: Cost, least bound: Cost, isFirst: Bool
  ) {
    guard tried < lastNode else {
      isComplete = false
      leastOpen = min(leastOpen, bound)
      return
    }
    tried += 1
    let saved = (pending, aboard, served, load, path.count)
    defer {
      (pending, aboard, served, load) = (saved.0, saved.1, saved.2, saved.3)
      path.removeLast(path.count - saved.4)
    }
    guard
      let halt = serve(
        off: off, on: on, arrival: arrival, gate: gate, work: work, cost: cost, isFirst: isFirst)
    else { return }
    let departure = off | on == 0 ? emptyDeparture : halt.departure
    for party in on.positions { left[party] = departure }
    if isFirst {
      for (party, terms) in state.aboard.enumerated() where terms.left == nil {
        left[party] = departure
      }
    }
    guard let least = leastValue(from: place, at: departure, cost: halt.cost) else { return }
    guard least < limit else { return }
    if aboard == 0 { complete(from: place, at: departure, cost: halt.cost) }
    goOn(from: place, at: departure, cost: halt.cost, least: least)
  }

  /// Lets parties off and on; `nil` where that breaks a limit.
  private mutating func serve(
    off: UInt64, on: UInt64, arrival: Instant, gate: Instant, work: TimeSpan, cost: Cost,
    isFirst: Bool
  ) -> (departure: Instant, cost: Cost)? {
    let weights = service.weights
    var (cost, begin, work) = (cost, gate, work)
    for party in off.positions {
      let terms = parties.terms[party]
      guard arrival <= terms.latestArrival, arrival - left[party] <= terms.rideLimit else {
        return nil
      }
      cost += (arrival - left[party] - terms.direct).cost(at: weights.ride, riders: terms.riders)
      cost += terms.lateArrivalCost(arrival, at: weights)
      begin = max(begin, terms.earliestArrival)
      work += terms.boarding
      load -= terms.riders
      if !isFirst { path.append(2 * party + 1) }
    }
    aboard &= ~off
    for party in on.positions {
      let terms = parties.terms[party]
      begin = max(begin, terms.ready)
      work += terms.boarding
      load += terms.riders
      pending &= ~parties.rivals[party]
      served |= parties.identities[party]
      if parties.bound & (1 << UInt64(party)) == 0 { path.append(2 * party) }
    }
    guard load <= state.vehicle.seats else { return nil }
    for party in on.positions {
      let terms = parties.terms[party]
      guard begin <= terms.latestBoarding else { return nil }
      cost += terms.boardingCost(begin, at: weights) - worth[party]
    }
    aboard |= on
    return (begin + work, cost)
  }

  /// Keeps a trip that ends here, if it is among the best.
  private mutating func complete(from place: PlaceID, at departure: Instant, cost: Cost) {
    let home = service.homeward(state.vehicle, from: place, departing: departure)
    guard departure + home <= state.vehicle.shift.closes else { return }
    let value =
      cost + home.cost(at: service.weights.driving)
      + (departure - state.anchor.arrival).cost(at: service.weights.operation)
    guard value < limit else { return }
    if let same = kept.firstIndex(where: { $0.identity == served }) {
      guard value < kept[same].value else { return }
      kept[same] = (served, value, path)
    } else {
      kept.append((served, value, path))
    }
    if kept.count > keeping {
      let worst = kept.indices.max { a, b in
        (kept[a].value, kept[a].identity) < (kept[b].value, kept[b].identity)
      }
      if let worst { kept.remove(at: worst) }
    }
    // Only what is better than the worst is of interest from here on.
    if kept.count == keeping, let worst = kept.map(\.value).max() { limit = min(limit, worst) }
  }

  /// Tries every next place, the nearest first, with every choice of what to do there.
  private mutating func goOn(
    from place: PlaceID, at departure: Instant, cost: Cost, least: Cost
  ) {
    let start = next.count
    defer { next.removeLast(next.count - start) }
    let mayStay = state.anchor.isPassing && path.isEmpty
    for party in aboard.positions {
      let dropoff = parties.terms[party].dropoff
      guard dropoff != place || mayStay else { continue }
      let k = nextPlace(dropoff, from: place, at: departure, since: start)
      next[k].leaving |= 1 << UInt64(party)
    }
    for party in pending.positions {
      let pickup = parties.terms[party].pickup
      guard pickup != place || mayStay else { continue }
      let k = nextPlace(pickup, from: place, at: departure, since: start)
      next[k].boarding |= 1 << UInt64(party)
    }
    next[start...].sort { ($0.arrival, $0.place) < ($1.arrival, $1.place) }
    for k in start..<next.count {
      let there = next[k]
      let driven = (there.arrival - departure).cost(at: service.weights.driving)
      var off = there.leaving
      while true {
        var on = there.boarding
        while true {
          if off | on != 0 && parties.allowsTogether(on) {
            makeHalt(
              at: there.place, off: off, on: on, arrival: there.arrival,
              gate: there.arrival + service.rules.halt, work: .zero,
              emptyDeparture: there.arrival, cost: cost + driven, least: least, isFirst: false)
          }
          if on == 0 { break }
          on = (on - 1) & there.boarding
        }
        if off == 0 { break }
        off = (off - 1) & there.leaving
      }
    }
  }

  private mutating func nextPlace(
    _ candidate: PlaceID, from place: PlaceID, at departure: Instant, since start: Int
  ) -> Int {
    for k in start..<next.count where next[k].place == candidate { return k }
    let drive = service.travelTimes.drive(from: place, to: candidate, departing: departure)
    next.append(NextPlace(arrival: departure + drive, place: candidate))
    return next.count - 1
  }

  // MARK: Bounds

  /// What every way to go on is worth at least; `nil` when there is none.
  ///
  /// Nobody boards before the vehicle can be there, nobody rides less than straight from here, and
  /// the drive is at least that of the farthest single errand. Those who cannot be reached in time
  /// from here are no longer pending.
  private mutating func leastValue(
    from place: PlaceID, at departure: Instant, cost: Cost
  ) -> Cost? {
    let (times, weights) = (service.travelTimes, service.weights)
    let closes = state.vehicle.shift.closes
    var least = cost + (departure - state.anchor.arrival).cost(at: weights.operation)
    var driving = service.homeward(state.vehicle, from: place, departing: departure)
    for party in aboard.positions {
      let terms = parties.terms[party]
      let drive = times.drive(from: place, to: terms.dropoff, departing: departure)
      let ride = departure + drive - left[party]
      guard departure + drive <= terms.latestArrival, ride <= terms.rideLimit else { return nil }
      least += (ride - terms.direct).cost(at: weights.ride, riders: terms.riders)
      let home = service.homeward(state.vehicle, from: terms.dropoff, departing: departure)
      driving = max(driving, drive + home)
    }
    guard departure + driving <= closes else { return nil }

    chances.removeAll()
    for party in pending.positions {
      let terms = parties.terms[party]
      let drive = times.drive(from: place, to: terms.pickup, departing: departure)
      // At this very place it may be the halt after next: that is no earlier than now.
      let gate = departure + drive + (drive == .zero ? .zero : service.rules.halt)
      let errand =
        drive + terms.direct
        + service.homeward(state.vehicle, from: terms.dropoff, departing: departure)
      guard gate <= terms.latestBoarding, departure + errand <= closes else {
        pending &= ~(1 << UInt64(party))
        continue
      }
      let gain = worth[party] - terms.boardingCost(max(gate, terms.ready), at: weights)
      if gain > 0 {
        chances.add(gain: gain, errand: errand, identity: parties.identities[party])
      }
    }
    return least + driving.cost(at: weights.driving)
      - chances.most(beyond: driving, at: weights.driving)
  }
}
