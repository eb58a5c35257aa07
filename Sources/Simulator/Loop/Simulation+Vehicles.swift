import Dispatching
import Journal
import Mobility
import RoadNetwork

// What vehicles do.
extension Simulation {
  mutating func move(
    _ vehicle: VehicleID, _ event: Occurrence.VehicleEvent, at now: Instant
  ) {
    switch event {
    case .onDuty: beginShift(vehicle, at: now)
    case .arrival: arrive(vehicle, at: now)
    case .boarding: board(vehicle, at: now)
    case .halt: beginHalt(vehicle, at: now)
    case .departure: depart(vehicle, at: now)
    case .offDuty: endShift(vehicle, at: now)
    case .parking: preconditionFailure("a vehicle that is only looked at")
    }
  }

  /// Someone boards where the vehicle stands idle: a halt begins without a drive.
  mutating func beginHaltIfBoarding(_ vehicle: VehicleID, at place: PlaceID, _ now: Instant) {
    guard members[vehicle].stops.first?.place == place else { return }
    record(.halted(vehicle, at: place), at: now)
    members[vehicle].halt = .init(gate: now + service.rules.halt)
  }

  /// A vehicle that was to wait here has been given a stop here on its way.
  private mutating func beginHalt(_ vehicle: VehicleID, at now: Instant) {
    guard case .standing(let place) = members[vehicle].phase else {
      preconditionFailure("a halt on the road")
    }
    beginHaltIfBoarding(vehicle, at: place, now)
  }

  private mutating func beginShift(_ vehicle: VehicleID, at now: Instant) {
    let place = members[vehicle].vehicle.start
    record(.onDuty(vehicle, at: place), at: now)
    members[vehicle].phase = .standing(at: place)
    beginHaltIfBoarding(vehicle, at: place, now)
  }

  private mutating func arrive(_ vehicle: VehicleID, at now: Instant) {
    switch members[vehicle].phase {
    case .underWay(let leg):
      record(.arrived(vehicle, at: leg.to, driven: leg.length), at: now)
      members[vehicle].phase = .standing(at: leg.to)
      members[vehicle].halt = .init(gate: now + service.rules.halt)
      alight(vehicle, at: leg.to, now)
    case .repositioning(let leg):
      record(.arrived(vehicle, at: leg.to, driven: leg.length), at: now)
      members[vehicle].phase = .standing(at: leg.to)
      members[vehicle].halt = nil
      members[vehicle].replanned = now
    case .homeward(let leg):
      record(.arrived(vehicle, at: leg.to, driven: leg.length), at: now)
      members[vehicle].phase = .home(at: leg.to, since: now)
    case .beforeShift, .standing, .home, .afterShift:
      preconditionFailure("an arrival without a drive")
    }
  }

  private mutating func alight(_ vehicle: VehicleID, at place: PlaceID, _ now: Instant) {
    let here = members[vehicle].stops.prefix { $0.place == place }
    for terms in here.lazy.filter({ $0.purpose == .dropoff }).map(\.terms) {
      riders.alight(terms.request)
      record(.alighted(terms.request, from: vehicle, at: place), at: now)
      members[vehicle].aboard.removeAll { $0.terms.request == terms.request }
      members[vehicle].halt?.wait(until: terms.earliestArrival)
      members[vehicle].halt?.work += terms.boarding
    }
    let boarding = here.filter { $0.purpose == .pickup }
    members[vehicle].stops.replaceSubrange(..<here.endIndex, with: boarding)
  }

  private mutating func board(_ vehicle: VehicleID, at now: Instant) {
    let boarders = members[vehicle].boarders
    members[vehicle].halt?.gate = now
    for terms in boarders {
      riders.board(terms.request)
      record(.boarded(terms.request, on: vehicle, at: terms.pickup), at: now)
      members[vehicle].aboard.append(Aboard(terms: terms, left: nil))
      members[vehicle].halt?.work += terms.boarding
    }
    members[vehicle].stops.removeFirst(boarders.count)
  }

  private mutating func depart(_ vehicle: VehicleID, at now: Instant) {
    guard case .standing(let place) = members[vehicle].phase else {
      preconditionFailure("a departure from nowhere")
    }
    let next = members[vehicle].stops.first?.place
    let parking = members[vehicle].parking
    guard let to = next ?? parking ?? members[vehicle].vehicle.end else {
      preconditionFailure("a departure to nowhere")
    }
    record(.departed(vehicle, from: place, to: to), at: now)
    let leg = leg(from: place, to: to, departing: now)
    members[vehicle].phase =
      next != nil ? .underWay(leg) : parking != nil ? .repositioning(leg) : .homeward(leg)
    members[vehicle].parking = nil
    if parking != nil { roaming.append(vehicle) }
    for k in members[vehicle].aboard.indices where members[vehicle].aboard[k].left == nil {
      members[vehicle].aboard[k].left = now
    }
  }

  private func leg(
    from: PlaceID, to: PlaceID, departing: Instant, driven: Meters = .zero
  ) -> FleetMember.Leg {
    let times = service.travelTimes
    return FleetMember.Leg(
      from: from, departed: departing, to: to,
      arrival: departing + times.drive(from: from, to: to, departing: departing),
      length: driven + times.length(from: from, to: to, departing: departing))
  }

  /// A vehicle under way goes where its new plan begins, from the next place where it can turn; one
  /// without a plan parks there.
  mutating func divert(_ vehicle: VehicleID, at now: Instant) {
    if case .repositioning = members[vehicle].phase, members[vehicle].stops.isEmpty { return }
    guard let old = members[vehicle].divertibleLeg,
      members[vehicle].stops.first?.place != old.to,
      let trail = members[vehicle].trail(to: now, in: service, using: &scratch)
    else { return }
    let to = members[vehicle].stops.first?.place ?? trail.place
    record(.diverted(vehicle, at: trail.place, to: to), at: now)
    let before = Meters(
      old.length.count
        - service.travelTimes.length(from: old.from, to: old.to, departing: old.departed).count)
    members[vehicle].phase = .underWay(
      leg(from: trail.place, to: to, departing: trail.time, driven: before + trail.driven))
  }

  private mutating func endShift(_ vehicle: VehicleID, at now: Instant) {
    switch members[vehicle].phase {
    case .standing(let place), .home(let place, _):
      record(.offDuty(vehicle, at: place), at: now)
      members[vehicle].phase = .afterShift
    case .beforeShift, .underWay, .repositioning, .homeward, .afterShift:
      preconditionFailure("a shift cannot end under way")
    }
  }
}
