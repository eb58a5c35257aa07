import Journal
import Mobility

extension DayReplay {
  mutating func departed(_ vehicle: VehicleID, from: PlaceID, to: PlaceID) {
    let state = vehicles[vehicle]
    let drive = "from \(Wording.place(from)) to \(Wording.place(to))"
    if from == to { note(.movement, vehicle, "departed \(drive), expected two places") }
    if let stand = state.stand {
      if stand.place != from {
        note(
          .movement, vehicle,
          "departed from \(Wording.place(from)), expected \(Wording.place(stand.place)) "
            + "where it stands")
      }
      checkServed(by: vehicle, at: stand)
      if let ordered = state.ordered {
        checkOrder(of: vehicle, to: to, ordered: ordered)
      } else if state.hasParties {
        checkDepartureTime(of: vehicle, stand)
      } else {
        checkEndDrive(of: vehicle, from: from, to: to, stand)
      }
    } else if state.duty == .on {
      note(.movement, vehicle, "departed \(drive), expected an arrival before")
    }
    if state.hasParties, state.ordered == nil {
      checkDestination(of: vehicle, to: to, "departed")
    }
    checkSeats(of: vehicle)
    for request in state.aboard where requests[request].left == nil {
      requests[request].left = now
    }
    vehicles[vehicle].stand = nil
    vehicles[vehicle].leg = Leg(
      from: state.stand?.place ?? from, to: to, departed: now,
      purpose: purpose(of: vehicle, to: to), replans: state.replans)
    vehicles[vehicle].ordered = nil
  }

  mutating func arrived(_ vehicle: VehicleID, at place: PlaceID, driven: Meters) {
    let state = vehicles[vehicle]
    if let leg = state.leg {
      if leg.to != place {
        note(
          .movement, vehicle,
          "arrived at \(Wording.place(place)), expected \(Wording.place(leg.to)) "
            + "that it set out for")
      }
      checkDrive(of: vehicle, leg, driven: driven)
    } else if state.duty == .on {
      note(.movement, vehicle, "arrived at \(Wording.place(place)), expected a departure before")
    }
    let purpose = state.leg?.purpose ?? .none
    let isWaiting = purpose == .waiting
    vehicles[vehicle].leg = nil
    vehicles[vehicle].stand = Stand(
      place: place, since: now, beginning: .arrived(purpose),
      replans: state.leg?.replans ?? state.replans,
      gate: isWaiting ? now : now + inputs.rules.halt.ms, idled: isWaiting ? .yes : .no)
  }

  private func purpose(of vehicle: VehicleID, to place: PlaceID) -> Leg.Purpose {
    if vehicles[vehicle].ordered != nil { return .waiting }
    if vehicles[vehicle].hasParties { return .parties }
    return inputs.vehicles[vehicle].end == place ? .endOfShift : .none
  }

  private mutating func checkDepartureTime(of vehicle: VehicleID, _ stand: Stand) {
    let planned = vehicles[vehicle].replanned ?? .min
    let expected = max(stand.done, planned)
    guard now != expected else { return }
    let reason =
      planned > stand.done
      ? "its last plan"
      : stand.beginning == .onDuty
        ? "on duty"
        : "gate \(Wording.clock(stand.gate)) + \(Wording.span(stand.work)) of boarding"
    note(
      .departureTime, vehicle,
      "departed at \(Wording.clock(now)), expected \(Wording.clock(expected)) (\(reason))")
  }

  private mutating func checkEndDrive(
    of vehicle: VehicleID, from: PlaceID, to: PlaceID, _ stand: Stand
  ) {
    let shift = inputs.vehicles[vehicle]
    guard let end = shift.end, end == to else {
      let expectation = shift.end.map { "its end, \(Wording.place($0))" } ?? "to stay where it is"
      note(
        .destination, vehicle,
        "departed to \(Wording.place(to)) with nobody to carry, expected \(expectation)")
      return
    }
    guard let drive = rulebook.drives(from: from, to: end) else { return }
    let latest = shift.shift.closes.ms - drive.ms
    let expected = max(stand.done, latest)
    if now != expected {
      note(
        .endDrive, vehicle,
        "left for the end of its shift at \(Wording.clock(now)), expected "
          + "\(Wording.clock(expected)) (\(shift.shift.closes) - \(Wording.span(drive.ms)))")
    }
  }

  /// Someone must be waiting there, or want to get off there.
  mutating func checkDestination(of vehicle: VehicleID, to place: PlaceID, _ verb: String) {
    let state = vehicles[vehicle]
    let isAwaited = state.committed.contains { requests[$0].promise?.terms.pickup == place }
    let isWanted = state.aboard.contains { requests[$0].promise?.terms.dropoff == place }
    guard !isAwaited, !isWanted else { return }
    note(
      .destination, vehicle,
      "\(verb) to \(Wording.place(place)), expected a place of one of its parties")
  }

  private mutating func checkSeats(of vehicle: VehicleID) {
    let taken = (0..<3).map { kind in
      vehicles[vehicle].aboard.reduce(0) { $0 + Int(day.requests[$1].load.places[kind]) }
    }
    let layouts = inputs.vehicles[vehicle].cabin.layouts.map { layout in
      (0..<3).map { Int(layout.places[$0]) }
    }
    let isAllowed = layouts.contains { zip(taken, $0).allSatisfy { $0 <= $1 } }
    guard !isAllowed else { return }
    let allowed = layouts.map(Wording.places).joined(separator: " or ")
    note(
      .seats, vehicle, "departed with \(Wording.places(taken)) taken, expected at most \(allowed)")
  }

  private mutating func checkDrive(of vehicle: VehicleID, _ leg: Leg, driven: Meters) {
    let path = "\(Wording.place(leg.from)) to \(Wording.place(leg.to))"
    guard let drive = rulebook.drives(from: leg.from, to: leg.to) else {
      note(.movement, vehicle, "drove from \(path), expected a way there")
      return
    }
    let expected = leg.departed + drive.ms
    if now != expected {
      note(
        .arrivalTime, vehicle,
        "arrived at \(Wording.clock(now)), expected \(Wording.clock(expected)) (departed "
          + "\(Wording.clock(leg.departed)) + \(Wording.span(drive.ms)) from \(path))")
    }
    let metres = leg.metresBefore + drive.metres
    if Int(driven.count) != metres {
      let before = leg.metresBefore > 0 ? "\(leg.metresBefore) m before it turned and " : ""
      note(
        .driven, vehicle,
        "drove \(driven.count) m, expected \(metres) m (\(before)\(drive.metres) m from \(path))")
    }
  }
}
