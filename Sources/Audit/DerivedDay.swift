import Mobility

/// The figures of one day, worked out from its rides.
///
/// Riders count, not bookings: a party of three counts three times.
struct DerivedDay {
  let day: Int
  private(set) var values: [Figure: Double] = [:]
  private(set) var samples: [Figure: [Sample]] = [:]

  init(_ day: DayRides, inputs: AuditInputs) {
    self.day = day.day
    for ride in day.rides.values {
      sample(ride, refusalWait: inputs.refusalWait)
    }
    for figure in Figure.allCases {
      guard let samples = samples[figure] else { continue }
      let riders = samples.reduce(0) { $0 + $1.riders }
      let sum = samples.reduce(0) { $0 + $1.value * Double($1.riders) }
      values[figure] = sum / Double(riders)
    }
    countRiders(of: day, inputs)
    measureDriving(of: day)
    measureSharing(of: day, inputs)
  }

  private mutating func sample(_ ride: DayRides.Ride, refusalWait: TimeSpan) {
    let riders = ride.request.riders
    func add(_ value: Double, to figure: Figure) {
      samples[figure, default: []].append(Sample(value: value, riders: riders))
    }
    if ride.isRefused { add(refusalWait.inSeconds, to: .waitPenalised) }
    guard let served = ServedRide(ride) else { return }
    add(seconds(served.boarded - ride.request.booked.ms), to: .waitBooking)
    add(seconds(served.boarded - served.terms.ready), to: .waitDesired)
    add(seconds(served.boarded - served.terms.ready), to: .waitPenalised)
    add(seconds(served.boarded - served.promised), to: .waitPromise)
    add(seconds(served.alighted - served.left), to: .rideTime)
    if served.terms.direct > 0 {
      let ratio = Double(served.alighted - served.left) / Double(served.terms.direct)
      add(ratio, to: .detourRatio)
    }
    let metres = served.terms.pickup.distance.count + served.terms.dropoff.distance.count
    add(Double(metres), to: .walk)
    let end = served.alighted + served.terms.dropoff.walk.ms
    add(seconds(end - ride.request.desired.ms), to: .journeyTime)
  }

  private mutating func countRiders(of day: DayRides, _ inputs: AuditInputs) {
    var requested = 0
    var served = 0
    var refused = 0
    for ride in day.rides.values {
      requested += ride.request.riders
      if ServedRide(ride) != nil { served += ride.request.riders }
      if ride.isRefused { refused += ride.request.riders }
    }
    let hours = inputs.vehicles.values.reduce(0) { $0 + $1.shift.length.ms }
    values[.riders] = Double(served)
    values[.servedShare] = share(served, of: requested)
    values[.refusedShare] = share(refused, of: requested)
    values[.vehicleHours] = Double(hours) / 3_600_000
    values[.ridersPerVehicleHour] = hours > 0 ? Double(served) * 3_600_000 / Double(hours) : nil
  }

  private mutating func measureDriving(of day: DayRides) {
    let driven = day.legs.reduce(0) { $0 + $1.metres }
    let empty = day.legs.reduce(0) { $0 + ($1.riders == 0 ? $1.metres : 0) }
    let carried = day.legs.reduce(0) { $0 + $1.metres * $1.riders }
    values[.vehicleKm] = Double(driven) / 1000
    values[.emptyShare] = share(empty, of: driven)
    values[.occupancy] = share(carried, of: driven - empty)
  }

  private mutating func measureSharing(of day: DayRides, _ inputs: AuditInputs) {
    var served = 0
    var pooled = 0
    var loaded = 0
    var runs = 0
    var pooledRuns = 0
    var scheduled = 0
    var stays = Column<Vehicle, [ServedRide]>(repeating: [], count: inputs.vehicles.count)
    for ride in day.rides.values {
      if let stay = ServedRide(ride) { stays[stay.vehicle].append(stay) }
    }
    for vehicle in inputs.vehicles.ids {
      let stays = stays[vehicle]
      scheduled += inputs.vehicles[vehicle].shift.length.ms
      for stay in stays {
        served += stay.riders
        let shares = stays.contains { other in
          other.request != stay.request
            && min(other.alighted, stay.alighted) - max(other.boarded, stay.boarded) >= 1000
        }
        if shares { pooled += stay.riders }
      }
      loaded += Period.merged(
        stays.map { Period(begin: $0.boarded, end: $0.alighted, requests: [$0.request]) }
      ).reduce(0) { $0 + $1.end - $1.begin }
      let vehicleRuns = Period.merged(
        day.commitments[vehicle].map {
          Period(begin: $0.begin, end: $0.end ?? .max, requests: [$0.request])
        })
      runs += vehicleRuns.count
      pooledRuns += vehicleRuns.count { $0.requests.count > 1 }
    }
    values[.pooledShare] = share(pooled, of: served)
    values[.pooledRunShare] = share(pooledRuns, of: runs)
    values[.loadedTimeShare] = share(loaded, of: scheduled)
  }

  private func seconds(_ ms: Int) -> Double { Double(ms) / 1000 }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}

/// A ride from end to end; times in milliseconds.
private struct ServedRide {
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

/// A time in which a vehicle has somebody, without a gap.
private struct Period {
  let begin: Int
  var end: Int
  var requests: Set<RequestID>

  /// Periods that overlap or touch become one.
  static func merged(_ periods: [Period]) -> [Period] {
    var merged: [Period] = []
    for period in periods.sorted(by: { ($0.begin, $0.end) < ($1.begin, $1.end) }) {
      if let last = merged.last, period.begin <= last.end {
        merged[merged.count - 1].end = max(last.end, period.end)
        merged[merged.count - 1].requests.formUnion(period.requests)
      } else {
        merged.append(period)
      }
    }
    return merged
  }
}
