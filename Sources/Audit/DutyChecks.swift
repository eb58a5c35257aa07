import Journal
import Mobility

extension DayReplay {
  /// Plans may be made before the shift; nothing else, and nothing at all after it.
  ///
  /// A vehicle that moves too early counts as on duty from then on: one finding is enough.
  mutating func checkDuty(of vehicle: VehicleID, for event: Event) {
    switch (vehicles[vehicle].duty, event) {
    case (.before, .onDuty), (.before, .accepted), (.before, .reassigned), (.before, .replanned),
      (.on, _), (.over, .onDuty), (.over, .offDuty):
      break
    case (.before, _):
      note(.outsideDuty, vehicle, "\(Wording.words(event.parts.kind.name)) before it came on duty")
      vehicles[vehicle].duty = .on
    case (.over, _):
      note(.outsideDuty, vehicle, "\(Wording.words(event.parts.kind.name)) after it went off duty")
    }
  }

  mutating func onDuty(_ vehicle: VehicleID, at place: PlaceID) {
    let shift = inputs.vehicles[vehicle]
    guard vehicles[vehicle].duty == .before else {
      note(.onDuty, vehicle, "on duty again, expected once")
      return
    }
    if place != shift.start {
      note(
        .onDuty, vehicle,
        "on duty at \(Wording.place(place)), expected \(Wording.place(shift.start))")
    }
    if now != shift.shift.opens.ms {
      note(
        .onDuty, vehicle,
        "on duty at \(Wording.clock(now)), expected \(shift.shift.opens)")
    }
    vehicles[vehicle].duty = .on
    vehicles[vehicle].stand = Stand(
      place: place, since: now, beginning: .onDuty, replans: vehicles[vehicle].replans, gate: now,
      idled: .yes)
  }

  mutating func offDuty(_ vehicle: VehicleID, at place: PlaceID) {
    guard vehicles[vehicle].duty != .over else {
      note(.offDuty, vehicle, "off duty again, expected once")
      return
    }
    let shift = inputs.vehicles[vehicle]
    let state = vehicles[vehicle]
    for request in state.aboard {
      note(.carried, request, on: vehicle, "still on board when the shift ends")
    }
    for request in state.committed {
      note(.carried, request, on: vehicle, "not picked up when the shift ends")
    }
    if let end = shift.end, place != end {
      note(
        .offDuty, vehicle,
        "off duty at \(Wording.place(place)), expected \(Wording.place(end))")
    }
    if let stand = state.stand {
      checkServed(by: vehicle, at: stand)
      checkOffDutyTime(of: vehicle, at: place, stand)
    } else {
      note(.movement, vehicle, "off duty on the road, expected after an arrival")
    }
    if now > shift.shift.closes.ms {
      note(
        .shiftEnd, vehicle,
        "off duty at \(Wording.clock(now)), expected by \(shift.shift.closes)")
    }
    vehicles[vehicle].duty = .over
    vehicles[vehicle].stand = nil
    vehicles[vehicle].leg = nil
  }

  private mutating func checkOffDutyTime(
    of vehicle: VehicleID, at place: PlaceID, _ stand: Stand
  ) {
    if stand.place != place {
      note(
        .movement, vehicle,
        "off duty at \(Wording.place(place)), expected \(Wording.place(stand.place)) "
          + "where it stands")
    }
    let closes = inputs.vehicles[vehicle].shift.closes.ms
    let (expected, reason) =
      stand.beginning == .arrived(.endOfShift)
      ? (stand.since, "its last arrival")
      : stand.done > closes ? (stand.done, "its work done") : (closes, "the end of the shift")
    if now != expected {
      note(
        .offDuty, vehicle,
        "off duty at \(Wording.clock(now)), expected \(Wording.clock(expected)) (\(reason))")
    }
  }
}
