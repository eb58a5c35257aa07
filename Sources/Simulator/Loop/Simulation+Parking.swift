import Dispatching
import Journal
import Mobility
import RoadNetwork

// Where vehicles wait for work.
extension Simulation {
  /// A vehicle with nothing to do is looked at when its halt is over, after what else is decided then.
  mutating func considerParking(_ vehicle: VehicleID) {
    guard parking != nil, let since = members[vehicle].idleSince else { return }
    agenda.add(.vehicle(.parking, vehicle), at: since)
  }

  mutating func park(_ vehicle: VehicleID, at now: Instant) throws(StrategyError) {
    // It may have been given something to do since.
    guard members[vehicle].isIdle(at: now) else { return }
    let situation = situation(at: now)
    let started = ContinuousClock.now
    let decisions = parking?.decisions(about: vehicle, in: situation) ?? []
    decisionTime += ContinuousClock.now - started
    try carryOut(decisions, at: now)
  }

  mutating func reposition(_ vehicle: VehicleID, to place: PlaceID, at now: Instant) {
    record(.repositioned(vehicle, to: place), at: now)
    members[vehicle].parking = place
    members[vehicle].replanned = now
    members[vehicle].halt = nil
    noteChange(of: vehicle)
    schedule(vehicle)
  }

  /// Where a vehicle can turn, for strategies.
  ///
  /// On an empty drive it counts as passing where it can turn next, and not where it left: what it
  /// could do depends on nothing else.
  mutating func anchor(of member: FleetMember, at now: Instant) -> Anchor {
    if case .repositioning = member.phase,
      let trail = member.trail(to: now, in: service, using: &scratch)
    {
      return .passing(trail.place, at: trail.time)
    }
    guard let place = member.parking, case .standing(let here) = member.phase else {
      return member.anchor(at: now, rules: service.rules)
    }
    // About to set out.
    if service.rules.diversion { return .passing(here, at: now) }
    let arrival = now + service.travelTimes.drive(from: here, to: place, departing: now)
    return .standing(at: place, gate: arrival + service.rules.halt, leaves: arrival)
  }

  /// Those on empty drives change all the time, where they can turn on the way.
  mutating func noteRoaming() {
    guard service.rules.diversion else { return }
    roaming.removeAll { vehicle in
      if case .repositioning = members[vehicle].phase { return false }
      return true
    }
    for vehicle in roaming { noteChange(of: vehicle) }
  }
}
