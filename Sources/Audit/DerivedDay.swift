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
    if ride.refusal != nil { add(refusalWait.inSeconds, to: .waitPenalised) }
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
      if ride.refusal != nil { refused += ride.request.riders }
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
    let sharing = VehicleSharing.all(of: day, inputs)
    let served = sharing.reduce(0) { $0 + $1.riders }
    let scheduled = inputs.vehicles.values.reduce(0) { $0 + $1.shift.length.ms }
    values[.pooledShare] = share(sharing.reduce(0) { $0 + $1.pooledRiders }, of: served)
    values[.pooledRunShare] = share(
      sharing.reduce(0) { $0 + $1.pooledRuns }, of: sharing.reduce(0) { $0 + $1.runs })
    values[.loadedTimeShare] = share(sharing.reduce(0) { $0 + $1.loaded }, of: scheduled)
  }

  private func seconds(_ ms: Int) -> Double { Double(ms) / 1000 }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
