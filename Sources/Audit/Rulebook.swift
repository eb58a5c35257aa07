import Mobility

/// What the rules of the service make of one request, derived from their figures alone.
struct Rulebook: Sendable {
  let rules: ServiceRules
  let drives: Drives

  /// The reason for which the rules turn the request down, whatever the vehicles do.
  func refusal(of request: Request) -> Refusal? {
    let lead = request.desired.ms - request.booked.ms
    guard lead >= rules.minimumLead.ms else { return .leadTime }
    let opens = rules.hours.opens.ms
    guard (opens..<max(opens, rules.hours.closes.ms)).contains(request.desired.ms) else {
      return .outsideHours
    }
    guard let first = request.pickups.first, !request.dropoffs.isEmpty else { return .tooFarToWalk }
    let everyPlace = request.pickups + request.dropoffs
    return everyPlace.allSatisfy { $0.place == first.place } ? .samePlace : nil
  }

  /// What follows for a request from the two places of its promise; times in milliseconds.
  struct Terms: Sendable {
    let pickup: Access
    let dropoff: Access
    let ready: Int
    let walk: Int
    let direct: Int
    let rideLimit: Int
    /// One moment where limits are hard.
    ///
    /// A soft one depends on the plan, which the trace does not tell.
    let latestArrivals: ClosedRange<Int>
    let latestBoarding: Int
    /// The latest boarding that can be promised.
    let latestPromise: Int
  }

  /// `nil` when the request cannot board and alight there.
  func terms(
    of request: Request, from pickup: PlaceID, to dropoff: PlaceID, promised: Int
  ) -> Terms? {
    guard pickup != dropoff, let pickup = request.pickups.first(where: { $0.place == pickup }),
      let dropoff = request.dropoffs.first(where: { $0.place == dropoff }),
      let drive = drives(from: pickup.place, to: dropoff.place)
    else { return nil }
    let isHard = rules.limits == .hard
    let scaled = drive.ms * Int(rules.rideFactorThousandths) / 1000
    let rideLimit = min(scaled + rules.rideAllowance.ms, TimeSpan.unlimited.ms)
    let longestWaitEnds = request.desired.ms + rules.maximumWait.ms
    let arriveBy = request.arriveBy.map { $0.ms - dropoff.walk.ms } ?? Instant.distantFuture.ms
    return Terms(
      pickup: pickup, dropoff: dropoff, ready: request.desired.ms + pickup.walk.ms,
      walk: pickup.walk.ms + dropoff.walk.ms, direct: drive.ms,
      rideLimit: isHard ? rideLimit : TimeSpan.unlimited.ms,
      latestArrivals: (isHard ? arriveBy : min(arriveBy, request.desired.ms + rideLimit))...arriveBy,
      latestBoarding: isHard
        ? min(longestWaitEnds, promised + rules.promiseTolerance.ms)
        : max(longestWaitEnds, promised),
      latestPromise: isHard ? longestWaitEnds : Instant.distantFuture.ms)
  }
}
