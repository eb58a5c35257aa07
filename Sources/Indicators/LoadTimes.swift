import Mobility

/// How long vehicles were on the road with how many riders aboard.
public struct LoadTimes: Hashable, Sendable {
  /// By riders aboard, from none to the most there ever were.
  public private(set) var spans: [Double]

  /// In seconds, all vehicles and days together; time aboard is from boarding to alighting.
  public init(of days: [ServiceDay]) {
    spans = [0]
    for day in days {
      let scheduled = day.vehicles.values.reduce(0) { $0 + $1.scheduled.inSeconds }
      var loaded = 0.0
      for vehicle in day.vehicles.ids { loaded += add(day.trips, of: vehicle) }
      spans[0] += max(0, scheduled - loaded)
    }
  }

  /// How long the vehicle had someone aboard.
  private mutating func add(_ trips: Column<Request, Trip>, of vehicle: VehicleID) -> Double {
    var steps: [(time: Instant, change: Int)] = []
    for trip in trips.values {
      guard let ride = trip.ride, ride.vehicle == vehicle else { continue }
      steps.append((ride.boarded, trip.request.riders))
      steps.append((ride.alighted, -trip.request.riders))
    }
    steps.sort { ($0.time, $0.change) < ($1.time, $1.change) }
    var (aboard, loaded) = (0, 0.0)
    for (step, next) in zip(steps, steps.dropFirst()) {
      aboard += step.change
      guard aboard > 0 else { continue }
      let seconds = (next.time - step.time).inSeconds
      while spans.count <= aboard { spans.append(0) }
      spans[aboard] += seconds
      loaded += seconds
    }
    return loaded
  }
}
