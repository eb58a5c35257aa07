import Dispatching
import HeapModule
import Mobility

/// Finds the trips of one vehicle that cost less than their requests are worth, at given prices.
///
/// A shortest path with labels from halt to halt, in order of time, all stops that are made at one
/// place together. A label is given up where what all who could still board are worth cannot make
/// good what it costs at least, and where another one with the same parties is no later and no
/// dearer. Exact unless the limit of labels or of work is reached; then the bound is that of the
/// labels not gone into. This is the pricing problem of a column generation over the trips of Alonso-Mora et
/// al. (2017), "On-demand high-capacity ride-sharing via dynamic trip-vehicle assignment",
/// PNAS 114(3), doi:10.1073/pnas.1611675114.
///
/// Where a rider's wait costs no less than the ride, an earlier label dominates as far as costs go;
/// but it may let a rider board earlier and then wait aboard for somebody too long. Such trips are
/// passed over and, if one of them would pay, the search is made again where only labels of the same
/// time are compared.
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
  var legs: TripLegs
  /// Labels made so far, in all searches.
  var tried = 0
  /// Steps of work done so far, in all searches.
  var work = 0

  /// What each party is worth, by position among `parties`.
  var worth: ContiguousArray<Cost>
  /// The rides of those aboard before the halt at hand, and after it, by party.
  var rides: ContiguousArray<TripLabel.Ride>
  var ridesOn: ContiguousArray<TripLabel.Ride>
  /// Whether labels are only compared if the same requests have boarded, so that every set is found.
  var separatesSets = false
  /// Whether earlier labels dominate later ones, and ride limits leave out waits.
  var comparesTimes = false

  /// Only during a search.
  var scratch = TripScratch()

  var limit = Cost.max
  /// What ends a search: so many labels, so much work.
  private var lastLabel = 0
  private var lastWork = 0
  private var keeping = 0
  private var kept: [(identity: UInt64, value: Cost, label: Int)] = []
  /// The least value of a trip that breaks a ride limit.
  private var leastBroken = Cost.max
  /// Prices at which a complete search found nothing, and the limit then.
  private var barren: (worth: ContiguousArray<Cost>, limit: Cost)?

  init(_ state: VehicleState, candidates: [[Terms]], in service: Service) {
    self.service = service
    self.state = state
    parties = Parties(of: state, candidates: candidates, in: service)
    legs = TripLegs(parties, of: state, in: service)
    worth = .init(repeating: 0, count: parties.terms.count)
    rides = .init(
      repeating: TripLabel.Ride(left: .distantPast, moving: .zero), count: parties.terms.count)
    ridesOn = rides
  }

  /// The trips that cost less than `limit` beyond the worth of their requests, the best first.
  ///
  /// At most `keeping` of them: with `all` these are the best, else only the first is.
  mutating func trips(
    worth prices: [Cost], below limit: Cost, keeping: Int, nodes: Int, work allowance: Int,
    all: Bool = false, using memory: inout TripScratch
  ) -> Found {
    swap(&scratch, &memory)
    defer { swap(&scratch, &memory) }
    for party in worth.indices { worth[party] = parties.candidates[party].map { prices[$0] } ?? 0 }
    if let barren {
      let rise = zip(worth, barren.worth).reduce(0) { $0 + max(0, $1.0 - $1.1) }
      if barren.limit - rise >= limit { return Found(trips: [], least: limit, isComplete: true) }
    }
    self.keeping = keeping
    lastWork = work + allowance
    separatesSets = all
    comparesTimes =
      service.weights.wait >= service.weights.ride && !parties.haveSoftOrEarliestTimes
    var least = search(below: limit, nodes: nodes)
    if leastBroken < least ?? self.limit {
      comparesTimes = false
      least = search(below: limit, nodes: nodes)
    }
    let outside = parties.leftOut.reduce(0) { $0 + max(0, prices[$1.candidate] - $1.cost) }
    let best = kept.map(\.value).min() ?? limit
    let isComplete = least == nil && outside == 0
    barren = isComplete && kept.isEmpty ? (worth, limit) : nil
    return Found(
      trips: kept.sorted { ($0.value, $0.identity) < ($1.value, $1.identity) }.map(trip),
      least: min(best, least ?? limit, limit) - outside, isComplete: isComplete)
  }

  private func trip(_ found: (identity: UInt64, value: Cost, label: Int)) -> Trip {
    var halts: [TripLabel] = []
    var position: Int? = found.label
    while let current = position {
      halts.append(scratch.labels[current])
      position = scratch.labels[current].parent
    }
    var stops = ContiguousArray(state.schedule.stops[..<state.committedStops])
    var members: [Int] = []
    var cost = found.value
    for halt in halts.reversed() {
      if halt.parent != nil {
        stops += halt.off.positions.map { PlannedStop(.dropoff, parties.terms[$0]) }
      }
      for party in halt.on.positions {
        guard let candidate = parties.candidates[party] else { continue }
        stops.append(PlannedStop(.pickup, parties.terms[party]))
        members.append(candidate)
        cost += worth[party]
      }
    }
    return Trip(members: members.sorted(), stops: stops, cost: cost)
  }

  // MARK: Labels

  /// Fills `kept`; `nil` if it is complete, else the least bound of what was not gone into.
  private mutating func search(below limit: Cost, nodes: Int) -> Cost? {
    self.limit = limit
    leastBroken = .max
    kept.removeAll(keepingCapacity: true)
    scratch.removeAll()
    lastLabel = tried + nodes
    guard begin() else { return leastOfAll }
    while let queued = scratch.queue.popMin() {
      let label = scratch.labels[queued.label]
      guard !label.isDominated, label.least < self.limit else { continue }
      guard goOn(from: queued.label) else {
        return scratch.queue.unordered.reduce(label.least) { least, open in
          scratch.labels[open.label].isDominated
            ? least : min(least, scratch.labels[open.label].least)
        }
      }
    }
    return nil
  }

  private var isOver: Bool { tried >= lastLabel || work >= lastWork }

  /// Everyone who is worth anything rides, and that costs nothing.
  private var leastOfAll: Cost {
    var least = Cost(0)
    var rest = parties.optional
    while rest != 0 {
      let party = rest.trailingZeroBitCount
      least -= max(0, worth[party])
      rest &= ~parties.rivals[party]
    }
    return least
  }

  /// The first halts: what the vehicle is bound to do comes with any choice of those who could join;
  /// `false` when the search was over before all of them were made.
  private mutating func begin() -> Bool {
    let anchor = state.anchor
    var here: UInt64 = 0
    if !anchor.isPassing {
      for party in parties.optional.positions where legs.pickups[party] == TripLegs.anchor {
        here |= 1 << UInt64(party)
      }
    }
    var dropped: UInt64 = 0
    for stop in state.schedule.stops[..<state.committedStops] where stop.purpose == .dropoff {
      for party in parties.aboard.positions
      where parties.terms[party].request == stop.terms.request {
        dropped |= 1 << UInt64(party)
      }
    }
    let load = parties.load(of: parties.aboard & ~dropped | parties.bound)
    let cabin = state.vehicle.cabin
    var joining = parties.largestFitting(
      upTo: here, of: here, beside: load, in: cabin, work: &work)
    while true {
      guard !isOver else { return false }
      addFirstHalt(off: dropped, on: joining | parties.bound)
      if joining == 0 { return true }
      joining = parties.largestFitting(
        upTo: (joining - 1) & here, of: here, beside: load, in: cabin, work: &work)
    }
  }

  /// Tries every next place with every choice of what to do there; `false` when the search was over
  /// before that.
  private mutating func goOn(from position: Int) -> Bool {
    guard !isOver else { return false }
    let label = scratch.labels[position]
    let cabin = state.vehicle.cabin
    var ride = label.rides
    for party in label.aboard.positions {
      rides[party] = scratch.rides[ride]
      ride += 1
    }
    let mayStay = label.parent == nil && state.anchor.isPassing
    scratch.next.removeAll(keepingCapacity: true)
    for party in label.aboard.positions {
      let dropoff = legs.dropoffs[party]
      guard dropoff != label.place || mayStay else { continue }
      scratch.next[nextPlace(dropoff, from: label)].leaving |= 1 << UInt64(party)
    }
    for party in label.pending.positions {
      let pickup = legs.pickups[party]
      guard pickup != label.place || mayStay else { continue }
      scratch.next[nextPlace(pickup, from: label)].boarding |= 1 << UInt64(party)
    }
    for there in scratch.next {
      var off = there.leaving
      while true {
        let load = label.load - parties.load(of: off)
        var on = parties.largestFitting(
          upTo: there.boarding, of: there.boarding, beside: load, in: cabin, work: &work)
        while off | on != 0 {
          guard !isOver else { return false }
          addHalt(after: position, at: there.place, off: off, on: on, arrival: there.arrival)
          if on == 0 { break }
          on = parties.largestFitting(
            upTo: (on - 1) & there.boarding, of: there.boarding, beside: load, in: cabin,
            work: &work)
        }
        if off == 0 { break }
        off = (off - 1) & there.leaving
      }
    }
    return true
  }

  private mutating func nextPlace(_ place: Int, from label: TripLabel) -> Int {
    for k in scratch.next.indices where scratch.next[k].place == place { return k }
    let drive = legs.drive(from: label.place, to: place)
    scratch.next.append(TripScratch.NextPlace(arrival: label.departure + drive, place: place))
    return scratch.next.count - 1
  }

  /// Takes a label in, unless it cannot lead to anything better.
  mutating func add(_ label: TripLabel) {
    var label = label
    guard let least = leastValue(of: &label), least < limit else { return }
    label.least = least
    let position = scratch.labels.count
    let bucket = TripLabel.Bucket(
      served: separatesSets ? label.served : 0, aboard: label.aboard, place: label.place)
    label.next = scratch.buckets[bucket]
    var other = label.next
    while let known = other {
      work += 1
      if !scratch.labels[known].isDominated {
        if dominates(scratch.labels[known], label) { return }
        if dominates(label, scratch.labels[known]) { scratch.labels[known].isDominated = true }
      }
      other = scratch.labels[known].next
    }
    for party in label.aboard.positions { scratch.rides.append(ridesOn[party]) }
    scratch.labels.append(label)
    scratch.buckets[bucket] = position
    scratch.queue.insert(TripScratch.QueuedLabel(departure: label.departure, label: position))
    if label.aboard == 0 { complete(position) }
  }

  /// Keeps a trip that ends here, if it is among the best.
  private mutating func complete(_ position: Int) {
    let label = scratch.labels[position]
    let home = legs.homeward(from: label.place)
    guard label.departure + home <= state.vehicle.shift.closes else { return }
    let value =
      label.cost + home.cost(at: service.weights.driving)
      + (label.departure - state.anchor.arrival).cost(at: service.weights.operation)
    guard value < limit else { return }
    guard !label.breaksRideLimit else {
      leastBroken = min(leastBroken, value)
      return
    }
    work += kept.count / 8
    if let same = kept.firstIndex(where: { $0.identity == label.served }) {
      guard value < kept[same].value else { return }
      kept[same] = (label.served, value, position)
    } else {
      kept.append((label.served, value, position))
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
}
