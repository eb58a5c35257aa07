import Journal
import Mobility

extension DayReplay {
  mutating func diverted(_ vehicle: VehicleID, at turn: PlaceID, to place: PlaceID) {
    let state = vehicles[vehicle]
    guard let leg = state.leg else {
      note(.movement, vehicle, "diverted where it stands, expected it on the road")
      return
    }
    if state.replanned != now {
      note(.diversion, vehicle, "diverted, expected a new plan at \(Wording.clock(now))")
    }
    if leg.to == place {
      note(.diversion, vehicle, "diverted to \(Wording.place(place)), where it was going anyway")
    }
    if state.hasParties {
      checkDestination(of: vehicle, to: place, "diverted")
    } else if place != turn {
      note(
        .destination, vehicle,
        "diverted to \(Wording.place(place)) with nobody to carry, expected to stay at "
          + Wording.place(turn))
    }
    if inputs.rules.diversion {
      checkTurn(of: vehicle, leg, at: turn)
    } else {
      note(.diversion, vehicle, "diverted, expected it to arrive: the service diverts nobody")
    }
    let driven = rulebook.drives(from: leg.from, to: turn) ?? .none
    vehicles[vehicle].leg = Leg(
      from: turn, to: place, departed: leg.departed + driven.ms,
      metresBefore: leg.metresBefore + driven.metres,
      purpose: state.hasParties ? .parties : .none, replans: state.replans)
  }

  /// It turns at the first node that it comes to at or after now, on a fastest way.
  private mutating func checkTurn(of vehicle: VehicleID, _ leg: Leg, at turn: PlaceID) {
    let drives = rulebook.drives
    let way = "from \(Wording.place(leg.from)) to \(Wording.place(leg.to))"
    guard let driven = drives(from: leg.from, to: turn),
      let rest = drives(from: turn, to: leg.to),
      driven + rest == drives(from: leg.from, to: leg.to), isNamed(turn, on: leg, rest)
    else {
      note(
        .diversion, vehicle,
        "turns at \(Wording.place(turn)), expected a node of its way \(way)")
      return
    }
    let comes = leg.departed + driven.ms
    guard comes >= now else {
      note(
        .diversion, vehicle,
        "turns at \(Wording.place(turn)), expected a node it has not passed: it was there at "
          + Wording.clock(comes))
      return
    }
    if !isFirst(turn, of: leg, after: driven) {
      note(
        .diversion, vehicle,
        "turns at \(Wording.place(turn)), expected the first node it comes to \(way)")
    }
  }

  /// The ends of a drive are called as they were when it was decided, the nodes between as nodes.
  private func isNamed(_ turn: PlaceID, on leg: Leg, _ rest: Drives.Drive) -> Bool {
    if leg.departed >= now { return turn == leg.from }
    return rest == .none ? turn == leg.to : inputs.isTurningPoint(turn)
  }

  /// Whether the vehicle has passed a node from which a road of its way leads to the turn.
  private func isFirst(_ turn: PlaceID, of leg: Leg, after driven: Drives.Drive) -> Bool {
    if leg.departed >= now { return true }
    return inputs.places[turn].flatMap { inputs.roads(into: $0) }.contains { road in
      guard let before = rulebook.drives(from: leg.from, to: inputs.turningPoint(road.tail))
      else { return false }
      let step = Drives.Drive(ms: road.duration.ms, metres: Int(road.length.count))
      return before + step == driven && leg.departed + before.ms < now
    }
  }
}
