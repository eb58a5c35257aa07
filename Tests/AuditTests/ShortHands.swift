import Audit
import Journal
import Mobility

func r(_ index: Int) -> RequestID { RequestID(index) }
func v(_ index: Int) -> VehicleID { VehicleID(index) }
func p(_ index: Int) -> PlaceID { PlaceID(index) }

/// A time written `H:MM:SS` or `H:MM:SS.mmm`, with a minus sign on the day before.
func at(_ clock: String) -> Instant {
  let isBefore = clock.hasPrefix("-")
  let parts = clock.drop { $0 == "-" }.split { $0 == ":" || $0 == "." }.compactMap { Int32($0) }
  precondition(parts.count == 3 || parts.count == 4, "not a time: \(clock)")
  let time = Instant(hour: parts[0], minute: parts[1], second: parts[2])
  let ms = time.milliseconds + (parts.count == 4 ? parts[3] : 0)
  return Instant(milliseconds: isBefore ? -ms : ms)
}

func line(_ clock: String, _ event: Event) -> Record { Record(at(clock), event) }

func road(_ from: Int, _ to: Int, seconds: Int32, metres: Int32) -> [AuditInputs.Road] {
  [(from, to), (to, from)].map { tail, head in
    AuditInputs.Road(
      from: NodeID(tail), to: NodeID(head), duration: .seconds(seconds), length: Meters(metres))
  }
}

func van(
  _ index: Int, from start: Int, to end: Int?, seats: Int, opens: String, closes: String
) -> Vehicle {
  Vehicle(
    id: v(index), start: p(start), end: end.map { p($0) }, cabin: Cabin(seats: seats),
    shift: TimeWindow(opens: at(opens), closes: at(closes)))
}

/// A place with the walk to it in seconds and metres.
func access(_ place: Int, _ seconds: Int32 = 0, _ metres: Int32 = 0) -> Access {
  Access(place: p(place), walk: .seconds(seconds), distance: Meters(metres))
}

func request(
  _ index: Int, booked: String, desired: String, arriveBy: String? = nil, riders: Int = 1,
  boarding seconds: Int32 = 10, from pickups: [Access], to dropoffs: [Access]
) -> Request {
  Request(
    id: r(index), booked: at(booked), desired: at(desired), arriveBy: arriveBy.map { at($0) },
    riders: riders, boarding: .seconds(seconds), pickups: pickups, dropoffs: dropoffs)
}

/// The acceptance of a request between places of the hand-made day; its rides are known by heart.
func accept(
  _ index: Int, of requests: Column<Request, Request> = HandMadeDay.requests, van: Int,
  from pickup: Int, to dropoff: Int, promised: String, latest: String
) -> Event {
  let request = requests[r(index)]
  let position: [Int32] = [0, 60, 120, 240]
  let direct = abs(position[pickup] - position[dropoff])
  let walks = [
    request.pickups.first { $0.place == p(pickup) }?.walk ?? .zero,
    request.dropoffs.first { $0.place == p(dropoff) }?.walk ?? .zero,
  ]
  return .accepted(
    r(index), by: v(van),
    Promise(
      boarding: at(promised),
      terms: Terms(
        request: r(index), riders: request.riders, load: request.load,
        boarding: request.boarding, pickup: p(pickup), dropoff: p(dropoff),
        walk: walks[0] + walks[1], ready: request.desired + walks[0],
        latestBoarding: at(latest),
        latestArrival: request.arriveBy.map { $0 - walks[1] } ?? .distantFuture,
        rideLimit: .seconds(direct * 3 / 2 + 120), direct: .seconds(direct))))
}
