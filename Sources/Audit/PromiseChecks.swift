import Journal
import Mobility

extension DayReplay {
  /// The terms as they should be, or `nil` when the request cannot board and alight there.
  mutating func checkPromise(
    _ promise: Promise, to id: RequestID, by vehicle: VehicleID
  ) -> Rulebook.Terms? {
    let request = day.requests[id]
    let claimed = promise.terms
    let promised = promise.boarding.ms
    checkCount("riders", of: id, claimed.riders, request.riders)
    checkSpan("boarding", of: id, claimed.boarding, request.boarding.ms)
    guard
      let terms = rulebook.terms(
        of: request, from: claimed.pickup, to: claimed.dropoff, promised: promised)
    else {
      note(
        .promisePlaces, id,
        "promised from \(Wording.place(claimed.pickup)) to \(Wording.place(claimed.dropoff)), "
          + "expected one of its places at each end, and two that differ")
      return nil
    }
    checkSpan("walk", of: id, claimed.walk, terms.walk)
    checkTime("ready", of: id, claimed.ready, terms.ready)
    checkSpan("direct ride", of: id, claimed.direct, terms.direct)
    checkSpan("ride limit", of: id, claimed.rideLimit, terms.rideLimit)
    checkLatestArrival(of: id, promise, terms)
    checkTime("latest boarding", of: id, claimed.latestBoarding, terms.latestBoarding)
    return terms
  }

  /// A vehicle on the road may still be diverted in this instant.
  mutating func checkPromisedTime(of request: RequestID, by vehicle: VehicleID) {
    if inputs.rules.diversion, vehicles[vehicle].leg != nil {
      promisesUnchecked.append((request, vehicle, record))
    } else {
      checkPromisedTime(of: request, by: vehicle, at: record)
    }
  }

  mutating func checkPromisedTime(of request: RequestID, by vehicle: VehicleID, at line: Int) {
    guard let terms = requests[request].terms, let promised = requests[request].promise?.boarding.ms
    else { return }
    let possible = max(terms.ready, earliestBoarding(at: terms.pickup.place, on: vehicle))
    if promised < possible || promised > terms.latestPromise {
      note(
        .promisedTime, request, on: vehicle,
        "promised for \(Wording.clock(promised)), expected from \(Wording.clock(possible)) "
          + "to \(Wording.clock(terms.latestPromise))", at: line)
    }
  }

  /// Where limits are soft, it is the planned arrival if that is later than they ask for.
  private mutating func checkLatestArrival(
    of request: RequestID, _ promise: Promise, _ terms: Rulebook.Terms
  ) {
    let claimed = promise.terms.latestArrival
    let (first, last) = (terms.latestArrivals.lowerBound, terms.latestArrivals.upperBound)
    let arrives = promise.boarding.ms + day.requests[request].boarding.ms + terms.direct
    let earliest = min(max(first, arrives), last)
    if claimed.ms < earliest || claimed.ms > last {
      checkTime("latest arrival", of: request, claimed, earliest)
    }
  }

  /// A bound that no plan made now can beat, from where the vehicle is.
  private func earliestBoarding(at place: PlaceID, on vehicle: VehicleID) -> Int {
    let state = vehicles[vehicle]
    let halt = inputs.rules.halt.ms
    func driven(from origin: PlaceID, at time: Int) -> Int {
      time + (rulebook.drives(from: origin, to: place)?.ms ?? 0) + halt
    }
    if let leg = state.leg {
      let arrival = leg.departed + (rulebook.drives(from: leg.from, to: leg.to)?.ms ?? 0)
      if leg.to == place { return arrival + halt }
      return driven(from: leg.to, at: leg.purpose == .waiting ? arrival : arrival + halt)
    }
    if let stand = state.stand {
      guard stand.place == place else { return driven(from: stand.place, at: max(now, stand.done)) }
      let idleFrom = state.hasParties ? .max : max(stand.done, state.withoutPartiesSince)
      let isHaltOver = stand.idled == .yes || idleFrom < now
      return isHaltOver ? now + halt : max(now, stand.gate)
    }
    let shift = inputs.vehicles[vehicle]
    return driven(from: shift.start, at: max(now, shift.shift.opens.ms))
  }

  private mutating func checkCount(
    _ name: String, of request: RequestID, _ found: Int, _ expected: Int
  ) {
    guard found != expected else { return }
    note(.promiseTerms, request, "\(name): expected \(expected), found \(found)")
  }

  private mutating func checkSpan(
    _ name: String, of request: RequestID, _ found: TimeSpan, _ expected: Int
  ) {
    guard found.ms != expected else { return }
    note(
      .promiseTerms, request,
      "\(name): expected \(Wording.span(expected)), found \(Wording.span(found.ms))")
  }

  private mutating func checkTime(
    _ name: String, of request: RequestID, _ found: Instant, _ expected: Int
  ) {
    guard found.ms != expected else { return }
    note(
      .promiseTerms, request,
      "\(name): expected \(Wording.clock(expected)), found \(Wording.clock(found.ms))")
  }
}
