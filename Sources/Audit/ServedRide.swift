import Mobility

/// A ride from end to end; times in milliseconds.
struct ServedRide {
  let request: RequestID
  let riders: Int
  let vehicle: VehicleID
  let terms: Rulebook.Terms
  let promised: Int
  let boarded: Int
  let left: Int
  let alighted: Int

  init?(_ ride: DayRides.Ride) {
    guard let vehicle = ride.vehicle, let terms = ride.terms, let promise = ride.promise,
      let boarded = ride.boarded, let left = ride.left, let alighted = ride.alighted
    else { return nil }
    request = ride.request.id
    riders = ride.request.riders
    self.vehicle = vehicle
    self.terms = terms
    promised = promise.boarding.ms
    self.boarded = boarded
    self.left = left
    self.alighted = alighted
  }
}
