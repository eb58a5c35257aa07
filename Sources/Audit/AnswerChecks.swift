import Journal
import Mobility

extension DayReplay {
  mutating func booked(_ request: RequestID) {
    let expected = day.requests[request].booked.ms
    if requests[request].isBooked {
      note(.booked, request, "booked again, expected once")
    } else if now != expected {
      note(
        .booked, request,
        "booked at \(Wording.clock(now)), expected \(Wording.clock(expected))")
    }
    requests[request].isBooked = true
  }

  mutating func refused(_ request: RequestID, _ reason: Refusal) {
    checkAnswer(to: request)
    requests[request].answer = .refused
    guard let expected = rulebook.refusal(of: day.requests[request]) else {
      if [.leadTime, .outsideHours, .tooFarToWalk, .samePlace].contains(reason) {
        note(
          .refusalReason, request,
          "refused for \(reason.rawValue), expected a reason that lies with the vehicles")
      }
      return
    }
    if reason != expected {
      note(
        .refusalReason, request,
        "refused for \(reason.rawValue), expected \(expected.rawValue)")
    }
    let booked = day.requests[request].booked.ms
    if now != booked {
      note(
        .answered, request,
        "refused at \(Wording.clock(now)), expected \(Wording.clock(booked)): "
          + "the rules refuse at once")
    }
  }

  mutating func accepted(_ request: RequestID, by vehicle: VehicleID, _ promise: Promise) {
    checkAnswer(to: request)
    if let reason = rulebook.refusal(of: day.requests[request]) {
      note(.refusalReason, request, "accepted, expected a refusal for \(reason.rawValue)")
    }
    requests[request].answer = .accepted
    requests[request].promise = promise
    requests[request].terms = checkPromise(promise, to: request, by: vehicle)
    requests[request].replans = vehicles[vehicle].replans
    checkPromisedTime(of: request, by: vehicle)
    give(request, to: vehicle)
  }

  mutating func reassigned(_ request: RequestID, to vehicle: VehicleID) {
    let state = requests[request]
    guard let loser = state.vehicle else {
      note(.reassigned, request, on: vehicle, "reassigned, expected only after an acceptance")
      return
    }
    if loser == vehicle {
      note(.reassigned, request, on: vehicle, "reassigned to the vehicle it had, expected another")
    }
    if let boarded = state.boarded {
      note(
        .reassigned, request, on: vehicle,
        "reassigned at \(Wording.clock(now)), expected before it boarded at "
          + Wording.clock(boarded))
      return
    }
    vehicles[loser].committed.removeAll { $0 == request }
    if !vehicles[loser].hasParties { vehicles[loser].withoutPartiesSince = now }
    plansOwed.append((loser, record))
    requests[request].isReassigned = true
    give(request, to: vehicle)
  }

  mutating func replanned(_ vehicle: VehicleID, _ stops: [TimedStop]) {
    if vehicles[vehicle].replanned == now {
      note(.planned, vehicle, "a new plan again at \(Wording.clock(now)), expected one at most")
    }
    vehicles[vehicle].replanned = now
    vehicles[vehicle].replans += 1
    plansOwed.removeAll { $0.vehicle == vehicle }
    checkPlan(of: vehicle, stops)
    vehicles[vehicle].plan = stops
  }

  private mutating func checkAnswer(to request: RequestID) {
    if requests[request].answer != .none {
      note(.answered, request, "answered again, expected one answer")
    }
    if !requests[request].isBooked {
      note(.answered, request, "answered at \(Wording.clock(now)), expected after it was booked")
    }
  }

  /// The vehicle's halt was over if it had nobody to carry once its work was done.
  private mutating func give(_ request: RequestID, to vehicle: VehicleID) {
    let state = vehicles[vehicle]
    if !state.hasParties, let stand = state.stand {
      let idleFrom = max(stand.done, state.withoutPartiesSince)
      if idleFrom < now {
        vehicles[vehicle].stand?.idled = .yes
      } else if idleFrom == now, stand.idled == .no {
        vehicles[vehicle].stand?.idled = .perhaps
      }
    }
    vehicles[vehicle].committed.append(request)
    requests[request].vehicle = vehicle
    plansOwed.append((vehicle, record))
  }
}
