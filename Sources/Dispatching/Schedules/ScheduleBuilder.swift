import Mobility
import RoadNetwork

/// Follows a vehicle from halt to halt and keeps account.
struct ScheduleBuilder {
  let vehicle: Vehicle
  let anchor: Anchor
  let service: Service
  /// Halts of an earlier schedule: legs between two of them need not be looked up again.
  let known: ContiguousArray<Schedule.Halt>

  private(set) var halts: ContiguousArray<Schedule.Halt> = []
  private(set) var rides: ContiguousArray<Schedule.Ride?> = []
  private(set) var homeward = TimeSpan.zero
  private(set) var cost: Cost = 0
  private(set) var violations: [Violation] = []

  /// Parties in the vehicle, with the halt they boarded at if that is part of the schedule.
  private var parties: [(terms: Terms, left: Instant?, halt: Int?)]
  private var load: Load

  init(
    vehicle: Vehicle, anchor: Anchor, aboard: [Aboard], service: Service,
    known: ContiguousArray<Schedule.Halt>
  ) {
    self.known = known
    self.vehicle = vehicle
    self.anchor = anchor
    self.service = service
    parties = aboard.map { ($0.terms, $0.left, $0.left == nil ? 0 : nil) }
    load = aboard.reduce(.none) { $0 + $1.terms.load }
  }

  /// Appends the halt that makes `stops`, all at one place.
  mutating func addHalt(with stops: ArraySlice<PlannedStop>, from firstStop: Int) {
    let isFirst = halts.isEmpty
    let place = stops.first?.place ?? anchor.place
    let leg = isFirst ? .zero : drive(from: halts[halts.count - 1], to: place)
    let arrival =
      isFirst ? anchor.arrival : halts[halts.count - 1].departure + leg
    let gate = isFirst ? anchor.gate : arrival + service.rules.halt

    let alighting = alight(stops, at: arrival, inFirstHalt: isFirst)
    let boarders = stops.lazy.filter { $0.purpose == .pickup }.map(\.terms)
    let begin = stops.reduce(gate) { max($0, $1.earliest) }
    let boarding = boarders.reduce(0) { $0 + $1.riders }
    let work = stops.reduce(isFirst ? anchor.work : .zero) { $0 + $1.terms.boarding }
    let departure = isFirst && stops.isEmpty ? anchor.leaves : begin + work

    for terms in boarders {
      if begin > terms.latestBoarding { violations.append(.boardsTooLate(terms.request)) }
      cost += (begin - terms.ready).cost(at: service.weights.wait, riders: terms.riders)
      cost += terms.walk.cost(at: service.weights.walk, riders: terms.riders)
      cost += terms.lateBoardingCost(begin, at: service.weights)
      load += terms.load
      parties.append((terms, nil, halts.count))
    }
    if !vehicle.cabin.holds(load) { violations.append(.tooManyRiders(at: place)) }
    cost += leg.cost(at: service.weights.driving)

    let early =
      isFirst ? parties.lazy.filter { $0.left == nil }.reduce(0) { $0 + $1.terms.riders } : 0
    halts.append(
      Schedule.Halt(
        place: place, spot: service.travelTimes.cells.spot(of: place), firstStop: firstStop,
        leg: leg, arrival: arrival, gate: gate, begin: begin,
        departure: departure, work: work, load: load, boarding: boarding,
        starting: isFirst ? early : boarding, alighting: alighting.riders,
        latestBoarding: boarders.reduce(.distantFuture) { min($0, $1.latestBoarding) },
        latestArrival: alighting.latest))
    for k in parties.indices where parties[k].left == nil { parties[k].left = departure }
  }

  private func drive(from halt: Schedule.Halt, to place: PlaceID) -> TimeSpan {
    for k in known.indices.dropFirst() where known[k].place == place {
      if known[k - 1].place == halt.place { return known[k].leg }
    }
    return service.travelTimes.drive(from: halt.place, to: place, departing: halt.departure)
  }

  /// Ends the schedule with the drive home.
  mutating func close() {
    let last = halts[halts.count - 1]
    homeward = service.homeward(vehicle, from: last.place, departing: last.departure)
    cost += homeward.cost(at: service.weights.driving)
    cost += (last.departure - halts[0].arrival).cost(at: service.weights.operation)
    if last.departure + homeward > vehicle.shift.closes { violations.append(.endsShiftTooLate) }
    for party in parties { violations.append(.leavesAboard(party.terms.request)) }
  }

  /// Lets off all whose drop-off is among `stops`.
  private mutating func alight(
    _ stops: ArraySlice<PlannedStop>, at arrival: Instant, inFirstHalt isFirst: Bool
  ) -> (riders: Int, latest: Instant) {
    var riders = 0
    var latest = Instant.distantFuture
    for stop in stops {
      guard stop.purpose == .dropoff else {
        rides.append(nil)
        continue
      }
      let terms = stop.terms
      guard let k = parties.firstIndex(where: { $0.terms.request == terms.request }),
        let left = parties[k].left
      else {
        violations.append(.alightsWithoutPickup(terms.request))
        rides.append(nil)
        continue
      }
      if isFirst && !anchor.isCommitted { violations.append(.alightsWithoutArrival(terms.request)) }
      if arrival > terms.latestArrival { violations.append(.arrivesTooLate(terms.request)) }
      if arrival - left > terms.rideLimit { violations.append(.ridesTooLong(terms.request)) }
      riders += terms.riders
      load -= terms.load
      cost += (arrival - left - terms.direct).cost(at: service.weights.ride, riders: terms.riders)
      cost += terms.lateArrivalCost(arrival, at: service.weights)
      latest = min(latest, terms.latestArrival, left + terms.rideLimit)
      rides.append(ride(of: parties[k].terms, boardedAt: parties[k].halt, left: left))
      parties.remove(at: k)
    }
    return (riders, latest)
  }

  private func ride(of terms: Terms, boardedAt halt: Int?, left: Instant) -> Schedule.Ride {
    Schedule.Ride(
      pickupHalt: halt,
      latestArrival: halt == nil
        ? min(terms.latestArrival, left + terms.rideLimit) : terms.latestArrival,
      limit: terms.rideLimit)
  }
}
