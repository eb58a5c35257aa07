import Journal
import Mobility

extension DayReplay {
  mutating func halted(_ vehicle: VehicleID, at place: PlaceID) {
    let state = vehicles[vehicle]
    if let stand = state.stand {
      if stand.place != place {
        note(
          .movement, vehicle,
          "halted at \(Wording.place(place)), expected \(Wording.place(stand.place)) "
            + "where it stands")
      }
      if stand.idled == .no {
        note(.halt, vehicle, "halted anew, expected the halt to go on: it was not over")
        return
      }
      checkServed(by: vehicle, at: stand)
    } else if state.duty == .on {
      note(.movement, vehicle, "halted on the road, expected it to stand")
    }
    if !state.committed.contains(where: { requests[$0].promise?.terms.pickup == place }) {
      note(.halt, vehicle, "halted at \(Wording.place(place)), expected somebody to board there")
    }
    let since = state.stand?.since ?? inputs.vehicles[vehicle].shift.opens.ms
    let expected = max(since, state.replanned ?? since)
    if now != expected {
      note(
        .halt, vehicle,
        "halted at \(Wording.clock(now)), expected \(Wording.clock(expected)), "
          + "when it was decided or it came")
    }
    vehicles[vehicle].leg = nil
    vehicles[vehicle].stand = Stand(
      place: place, since: now, beginning: .halted, replans: state.replans,
      gate: now + inputs.rules.halt.ms, idled: .no)
  }

  mutating func boarded(_ request: RequestID, on vehicle: VehicleID, at place: PlaceID) {
    let state = requests[request]
    if let earlier = state.boarded {
      note(
        .boardingVehicle, request, on: vehicle,
        "boarded again, expected once, at \(Wording.clock(earlier))")
      return
    }
    if state.vehicle != vehicle {
      let given = state.vehicle.map { inputs.vehicleNames[$0] } ?? "no vehicle at all"
      note(.boardingVehicle, request, on: vehicle, "boarded, expected on \(given)")
    }
    checkBoarding(of: request, on: vehicle, at: place)
    checkStop(Stop(.pickup, of: request, at: place), of: vehicle)
    haltIfIdle(vehicle)
    addToGroup(request, of: vehicle)

    if let given = state.vehicle { vehicles[given].committed.removeAll { $0 == request } }
    vehicles[vehicle].aboard.append(request)
    requests[request].boarded = now
  }

  mutating func alighted(_ request: RequestID, from vehicle: VehicleID, at place: PlaceID) {
    guard vehicles[vehicle].aboard.contains(request) else {
      note(.alightingVehicle, request, on: vehicle, "alighted, expected to be on board before")
      return
    }
    checkAlighting(of: request, from: vehicle, at: place)
    checkStop(Stop(.dropoff, of: request, at: place), of: vehicle)
    vehicles[vehicle].stand?.work += day.requests[request].boarding.ms
    vehicles[vehicle].stand?.hasServed = true
    vehicles[vehicle].aboard.removeAll { $0 == request }
    if !vehicles[vehicle].hasParties { vehicles[vehicle].withoutPartiesSince = now }
    requests[request].alighted = now
  }

  /// A halt that was planned serves somebody, unless there was a new plan since.
  mutating func checkServed(by vehicle: VehicleID, at stand: Stand) {
    guard stand.isHalt, !stand.hasServed, stand.replans == vehicles[vehicle].replans else { return }
    note(
      .missedStop, vehicle,
      "left \(Wording.place(stand.place)) where nobody had boarded or alighted, "
        + "expected what it had come for")
  }

  /// Works out when the parties should have boarded, once all who boarded together are known.
  mutating func closeGroup(of vehicle: VehicleID, unless next: Event?) {
    let replans = vehicles[vehicle].replans
    guard let stand = vehicles[vehicle].stand, let group = stand.group else { return }
    if case .boarded = next, day.trace.records[record].time.ms == group.time { return }
    let expected = max(stand.gate, group.latestReady, group.replanned)
    if group.time != expected {
      let reason =
        expected == stand.gate
        ? "gate" : expected == group.latestReady ? "the last party ready" : "its last plan"
      note(
        .boardingTime, vehicle,
        "boarding at \(Wording.clock(group.time)), expected \(Wording.clock(expected)) (\(reason))",
        at: group.firstRecord)
    }
    vehicles[vehicle].stand?.gate = max(stand.gate, group.time)
    vehicles[vehicle].stand?.work += group.boarding
    vehicles[vehicle].stand?.group = nil
    vehicles[vehicle].stand?.replansAtLastBoarding = replans
  }

  /// What the halt that the trace lacks would have been.
  private mutating func haltIfIdle(_ vehicle: VehicleID) {
    guard let stand = vehicles[vehicle].stand, stand.idled == .yes else { return }
    let decided = max(stand.since, vehicles[vehicle].replanned ?? stand.since)
    vehicles[vehicle].stand = Stand(
      place: stand.place, since: decided, beginning: .halted, replans: vehicles[vehicle].replans,
      gate: decided + inputs.rules.halt.ms, idled: .no)
  }

  private mutating func addToGroup(_ request: RequestID, of vehicle: VehicleID) {
    let state = vehicles[vehicle]
    guard let stand = state.stand else { return }
    if stand.group == nil, stand.replansAtLastBoarding == state.replans {
      note(
        .boardingTime, request, on: vehicle,
        "boarded after the others, expected with them: there was no new plan between")
    }
    var group =
      stand.group
      ?? Stand.Group(time: now, firstRecord: record, replanned: state.replanned ?? .min)
    group.members.append(request)
    group.latestReady = max(group.latestReady, requests[request].terms?.ready ?? .min)
    group.boarding += day.requests[request].boarding.ms
    vehicles[vehicle].stand?.group = group
    vehicles[vehicle].stand?.hasServed = true
  }
}
