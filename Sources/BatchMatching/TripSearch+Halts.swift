import Dispatching
import Mobility

extension TripSearch {
  /// The halt where the vehicle is, or where it is going.
  mutating func addFirstHalt(off: UInt64, on: UInt64) {
    let anchor = state.anchor
    for (party, riders) in state.aboard.enumerated() {
      rides[party] = TripLabel.Ride(left: riders.left ?? .distantPast, moving: .zero)
    }
    let load = parties.load(of: parties.aboard)
    let before = TripLabel(
      place: TripLegs.anchor, departure: anchor.arrival, served: 0, aboard: parties.aboard,
      pending: parties.optional, load: load, cost: 0, parent: nil, off: 0, on: 0, rides: 0,
      breaksRideLimit: false)
    addHalt(
      after: before, parent: nil, at: TripLegs.anchor, off: off, on: on, arrival: anchor.arrival,
      gate: anchor.gate, work: anchor.work, emptyDeparture: anchor.leaves)
  }

  mutating func addHalt(
    after position: Int, at place: Int, off: UInt64, on: UInt64, arrival: Instant
  ) {
    addHalt(
      after: scratch.labels[position], parent: position, at: place, off: off, on: on,
      arrival: arrival,
      gate: arrival + service.rules.halt, work: .zero, emptyDeparture: arrival)
  }

  /// Lets parties off and on, unless that breaks a limit.
  private mutating func addHalt(
    after before: TripLabel, parent: Int?, at place: Int, off: UInt64, on: UInt64,
    arrival: Instant, gate: Instant, work: TimeSpan, emptyDeparture: Instant
  ) {
    tried += 1
    self.work += 4
    let weights = service.weights
    var cost = before.cost + (arrival - before.departure).cost(at: weights.driving)
    var (begin, work, load) = (gate, work, before.load)
    var (pending, served) = (before.pending, before.served)
    var breaks = before.breaksRideLimit
    for party in off.positions {
      let terms = parties.terms[party]
      let ride = arrival - rides[party].left
      guard arrival <= terms.latestArrival else { return }
      if ride > terms.rideLimit {
        guard comparesTimes, mayHaveWaited(party),
          rides[party].moving + (arrival - before.departure) <= terms.rideLimit
        else { return }
        breaks = true
      }
      cost += (ride - terms.direct).cost(at: weights.ride, riders: terms.riders)
      cost += terms.lateArrivalCost(arrival, at: weights)
      begin = max(begin, terms.earliestArrival)
      work += terms.boarding
      load -= terms.load
    }
    for party in on.positions {
      let terms = parties.terms[party]
      begin = max(begin, terms.ready)
      work += terms.boarding
      load += terms.load
      pending &= ~parties.rivals[party]
      served |= parties.identities[party]
    }
    guard state.vehicle.cabin.holds(load) else { return }
    for party in on.positions {
      let terms = parties.terms[party]
      guard begin <= terms.latestBoarding else { return }
      cost += terms.boardingCost(begin, at: weights) - worth[party]
    }
    let departure = off | on == 0 ? emptyDeparture : begin + work
    let moving = (arrival - before.departure) + (departure - arrival) - (begin - gate)
    let staying = before.aboard & ~off
    for party in staying.positions {
      let isFirst = parent == nil && rides[party].left == .distantPast
      ridesOn[party] = TripLabel.Ride(
        left: isFirst ? departure : rides[party].left,
        moving: isFirst ? .zero : rides[party].moving + moving)
    }
    for party in on.positions {
      ridesOn[party] = TripLabel.Ride(left: departure, moving: .zero)
    }
    add(
      TripLabel(
        place: place, departure: departure, served: served, aboard: staying | on,
        pending: pending, load: load, cost: cost, parent: parent, off: off, on: on,
        rides: scratch.rides.count, breaksRideLimit: breaks))
  }

  /// Whether the ride of a party can have become longer because it boarded earlier.
  func mayHaveWaited(_ party: Int) -> Bool {
    !(parties.aboard.contains(party) && state.aboard[party].left != nil)
  }

  /// Whether whatever follows `b` is possible after `a`, at no higher cost; both have the same
  /// parties aboard at the same place.
  func dominates(_ a: TripLabel, _ b: TripLabel) -> Bool {
    guard comparesTimes ? a.departure <= b.departure : a.departure == b.departure else {
      return false
    }
    guard b.pending & ~a.pending == 0 else { return false }
    var (costA, costB) = (a.cost, b.cost)
    var offset = 0
    for party in a.aboard.positions {
      let (rideA, rideB) = (ride(offset, of: a, party), ride(offset, of: b, party))
      offset += 1
      if comparesTimes {
        guard rideA.moving <= rideB.moving || !mayHaveWaited(party) else { return false }
      } else {
        guard rideA.left >= rideB.left else { return false }
      }
      // What the ride has cost so far is paid on arrival.
      let later = (rideA.left - rideB.left).cost(
        at: service.weights.ride, riders: parties.terms[party].riders)
      if later > 0 { costB += later } else { costA -= later }
    }
    return costA <= costB
  }

  /// A label that is not in the list yet has its rides at hand.
  private func ride(_ offset: Int, of label: TripLabel, _ party: Int) -> TripLabel.Ride {
    label.rides < scratch.rides.count ? scratch.rides[label.rides + offset] : ridesOn[party]
  }
}
