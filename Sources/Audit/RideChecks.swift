import Journal
import Mobility

extension DayReplay {
  mutating func checkBoarding(of request: RequestID, on vehicle: VehicleID, at place: PlaceID) {
    let state = requests[request]
    if let stand = vehicles[vehicle].stand {
      if stand.place != place {
        note(
          .boardingPlace, request, on: vehicle,
          "boarded at \(Wording.place(place)), expected \(Wording.place(stand.place)) "
            + "where the vehicle stands")
      } else if let pickup = state.promise?.terms.pickup, pickup != place {
        note(
          .boardingPlace, request, on: vehicle,
          "boarded at \(Wording.place(place)), expected \(Wording.place(pickup)) as promised")
      }
      if stand.idled == .yes {
        note(
          .halt, request, on: vehicle,
          "boarded while the vehicle was idle, expected it to halt anew")
      }
    } else if vehicles[vehicle].duty == .on {
      note(.boardingPlace, request, on: vehicle, "boarded on the road, expected at a halt")
    }
    if let terms = state.terms, now < terms.ready || now > terms.latestBoarding {
      note(
        .boardingWindow, request, on: vehicle,
        "boarded at \(Wording.clock(now)), expected from \(Wording.clock(terms.ready)) to "
          + Wording.clock(terms.latestBoarding))
    }
    checkPromiseKept(to: request, by: vehicle)
  }

  /// Whether the plan of the acceptance itself is the only one between it and now.
  private func isAsPlanned(_ request: RequestID, by vehicle: VehicleID) -> Bool {
    let state = requests[request]
    return state.vehicle == vehicle && !state.isReassigned
      && vehicles[vehicle].replans <= state.replans + 1
  }

  private mutating func checkPromiseKept(to request: RequestID, by vehicle: VehicleID) {
    guard let promised = requests[request].promise?.boarding.ms, now != promised,
      isAsPlanned(request, by: vehicle)
    else { return }
    note(
      .promiseKept, request, on: vehicle,
      "boarded at \(Wording.clock(now)), expected \(Wording.clock(promised)) as promised: "
        + "there was no new plan between")
  }

  mutating func checkAlighting(of request: RequestID, from vehicle: VehicleID, at place: PlaceID) {
    let state = requests[request]
    if let stand = vehicles[vehicle].stand {
      if stand.place != place {
        note(
          .alightingPlace, request, on: vehicle,
          "alighted at \(Wording.place(place)), expected \(Wording.place(stand.place)) "
            + "where the vehicle stands")
      } else if let dropoff = state.promise?.terms.dropoff, dropoff != place {
        note(
          .alightingPlace, request, on: vehicle,
          "alighted at \(Wording.place(place)), expected \(Wording.place(dropoff)) as promised")
      }
      if stand.since != now || stand.beginning == .halted {
        note(
          .alightingTime, request, on: vehicle,
          "alighted at \(Wording.clock(now)), expected as the vehicle arrives")
      }
    } else {
      note(.alightingPlace, request, on: vehicle, "alighted on the road, expected at a halt")
    }
    guard let terms = state.terms, let promise = state.promise else { return }
    let claimed = promise.terms.latestArrival.ms
    let (first, last) = (terms.latestArrivals.lowerBound, terms.latestArrivals.upperBound)
    let latest = min(max(claimed, first), last)
    if now > latest {
      note(
        .latestArrival, request, on: vehicle,
        "alighted at \(Wording.clock(now)), expected by \(Wording.clock(latest))")
    }
    // Without a later plan this arrival is the one that was planned when the request was accepted.
    let planned = min(max(now, first), last)
    if isAsPlanned(request, by: vehicle), first < last, claimed != planned {
      note(
        .promiseTerms, request, on: vehicle,
        "latest arrival: expected \(Wording.clock(planned)) as planned, found "
          + Wording.clock(claimed))
    }
    if let left = state.left, now - left > terms.rideLimit {
      note(
        .rideLimit, request, on: vehicle,
        "rode for \(Wording.span(now - left)), expected at most \(Wording.span(terms.rideLimit))")
    }
  }
}
