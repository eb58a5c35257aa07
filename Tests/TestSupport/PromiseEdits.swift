public import Mobility

/// Copies of a promise with one figure replaced, consistent or not.
extension Promise {
  public func with(
    boarding: Instant? = nil, request: RequestID? = nil, riders: Int? = nil,
    boardingTime: TimeSpan? = nil, pickup: PlaceID? = nil, dropoff: PlaceID? = nil,
    walk: TimeSpan? = nil, ready: Instant? = nil, latestBoarding: Instant? = nil,
    latestArrival: Instant? = nil, rideLimit: TimeSpan? = nil, direct: TimeSpan? = nil
  ) -> Promise {
    Promise(
      boarding: boarding ?? self.boarding,
      terms: Terms(
        request: request ?? terms.request, riders: riders ?? terms.riders,
        load: riders.map { Load(seats: $0) } ?? terms.load,
        boarding: boardingTime ?? terms.boarding, pickup: pickup ?? terms.pickup,
        dropoff: dropoff ?? terms.dropoff, walk: walk ?? terms.walk, ready: ready ?? terms.ready,
        latestBoarding: latestBoarding ?? terms.latestBoarding,
        latestArrival: latestArrival ?? terms.latestArrival,
        preferredBoarding: terms.preferredBoarding, preferredArrival: terms.preferredArrival,
        rideLimit: rideLimit ?? terms.rideLimit, direct: direct ?? terms.direct))
  }
}
