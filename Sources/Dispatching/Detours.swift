import Mobility
import RoadNetwork

/// Driving times between the two ends of a request and every halt of a schedule.
struct Detours: Sendable {
  private(set) var toPickup: ContiguousArray<TimeSpan> = []
  private(set) var fromPickup: ContiguousArray<TimeSpan> = []
  private(set) var toDropoff: ContiguousArray<TimeSpan> = []
  private(set) var fromDropoff: ContiguousArray<TimeSpan> = []
  private(set) var direct = TimeSpan.zero

  mutating func measure(_ terms: Terms, along schedule: Schedule, in service: Service) {
    toPickup.removeAll(keepingCapacity: true)
    fromPickup.removeAll(keepingCapacity: true)
    toDropoff.removeAll(keepingCapacity: true)
    fromDropoff.removeAll(keepingCapacity: true)
    let times = service.travelTimes
    for halt in schedule.halts {
      let (place, leaves) = (halt.place, halt.departure)
      toPickup.append(times.drive(from: place, to: terms.pickup, departing: leaves))
      fromPickup.append(times.drive(from: terms.pickup, to: place, departing: leaves))
      toDropoff.append(times.drive(from: place, to: terms.dropoff, departing: leaves))
      fromDropoff.append(times.drive(from: terms.dropoff, to: place, departing: leaves))
    }
    direct = terms.direct
  }
}
