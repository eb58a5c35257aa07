import Mobility

/// How one vehicle shared its riders on a day; times in milliseconds.
struct VehicleSharing {
  let bookings: Int
  let riders: Int
  /// Who shared the vehicle with another booking for at least a second.
  let pooled: Set<RequestID>
  let pooledRiders: Int
  /// With somebody aboard.
  let loaded: Int
  let runs: Int
  let pooledRuns: Int

  /// Of each vehicle, in order.
  static func all(of day: DayRides, _ inputs: AuditInputs) -> [VehicleSharing] {
    var stays = Column<Vehicle, [ServedRide]>(repeating: [], count: inputs.vehicles.count)
    for ride in day.rides.values {
      if let stay = ServedRide(ride) { stays[stay.vehicle].append(stay) }
    }
    return inputs.vehicles.ids.map { VehicleSharing(stays[$0], day.commitments[$0]) }
  }

  private init(_ stays: [ServedRide], _ commitments: [DayRides.Commitment]) {
    let sharing = stays.filter { stay in
      stays.contains { other in
        other.request != stay.request
          && min(other.alighted, stay.alighted) - max(other.boarded, stay.boarded) >= 1000
      }
    }
    let loads = Period.merged(
      stays.map { Period(begin: $0.boarded, end: $0.alighted, requests: [$0.request]) })
    let busy = Period.merged(
      commitments.map { Period(begin: $0.begin, end: $0.end ?? .max, requests: [$0.request]) })
    bookings = stays.count
    riders = stays.reduce(0) { $0 + $1.riders }
    pooled = Set(sharing.map(\.request))
    pooledRiders = sharing.reduce(0) { $0 + $1.riders }
    loaded = loads.reduce(0) { $0 + $1.end - $1.begin }
    runs = busy.count
    pooledRuns = busy.count { $0.requests.count > 1 }
  }
}
