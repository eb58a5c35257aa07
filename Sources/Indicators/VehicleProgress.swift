import Mobility

/// What a vehicle has done so far, and whom it carries.
struct VehicleProgress {
  private var day: VehicleDay
  private(set) var aboard: [RequestID] = []
  var departed: Instant?
  /// Whether somebody boarded or alighted since the vehicle arrived or halted.
  var hasServedHere = false
  var runs = RunCounter()
  private var ridersAboard = 0
  private var loadedSince: Instant?

  init(_ vehicle: Vehicle) {
    day = VehicleDay(vehicle)
  }

  var finished: VehicleDay {
    var day = day
    (day.runs, day.pooledRuns) = runs.counts
    return day
  }

  mutating func arrive(at time: Instant, driven: Meters) {
    guard let departed else { preconditionFailure("a vehicle arrives before it departs") }
    day.driving += time - departed
    day.driven += driven
    day.riderMeters += Int(driven.count) * ridersAboard
    if aboard.isEmpty { day.drivenEmpty += driven } else { day.drivenLoaded += driven }
    self.departed = nil
    hasServedHere = false
  }

  mutating func board(_ request: Request, at time: Instant) {
    if aboard.isEmpty { loadedSince = time }
    aboard.append(request.id)
    ridersAboard += request.riders
    day.bookings += 1
    day.riders += request.riders
    noteService()
  }

  mutating func alight(_ request: Request, at time: Instant) {
    aboard.removeAll { $0 == request.id }
    ridersAboard -= request.riders
    if aboard.isEmpty, let loadedSince { day.loaded += time - loadedSince }
    runs.end(at: time)
    noteService()
  }

  private mutating func noteService() {
    if !hasServedHere { day.halts += 1 }
    hasServedHere = true
  }
}
