import Indicators
import Journal
import Mobility

/// A morning with two vans and four bookings, known by heart.
///
/// A halt takes 20 s, boarding 10 s. Van 0 takes two riders from A to C and one from B to C who
/// joins them; it then waits at C. Van 1 sets off for a fourth booking, which van 0 takes over.
enum SmallDay {
  static let depot = PlaceID(0)
  static let a = PlaceID(1)
  static let b = PlaceID(2)
  static let c = PlaceID(3)
  static let van0 = VehicleID(0)
  static let van1 = VehicleID(1)

  static let rules = ServiceRules(
    hours: TimeWindow(opens: Instant(hour: 8), closes: Instant(hour: 10)), minimumLead: .zero,
    maximumWait: .minutes(30), promiseTolerance: .minutes(10), rideFactorThousandths: 1500,
    rideAllowance: .minutes(10), halt: .seconds(20))

  static let pair = request(
    0, booked: "08:00:00", desired: "08:10:00", riders: 2,
    from: Access(place: a, walk: .seconds(60), distance: Meters(70)),
    to: Access(place: c, walk: .seconds(30), distance: Meters(40)))
  static let joiner = request(
    1, booked: "08:05:00", desired: "08:14:00", from: Access(place: b), to: Access(place: c))
  static let refused = request(
    2, booked: "08:06:00", desired: "08:20:00", riders: 3, from: Access(place: a),
    to: Access(place: b))
  static let mover = request(
    3, booked: "08:30:00", desired: "08:32:00", from: Access(place: c),
    to: Access(place: a, walk: .seconds(15), distance: Meters(10)))

  static let inputs = DayInputs(
    requests: Column([pair, joiner, refused, mover]),
    vehicles: Column([van(0), van(1)]), refusalWait: .minutes(60))

  static let trace = Trace(
    day: 0,
    records: [
      at("08:00:00", .onDuty(van0, at: depot)),
      at("08:00:00", .onDuty(van1, at: depot)),
      at("08:00:00", .booked(pair.id)),
      at("08:00:00", .accepted(pair.id, by: van0, promise(pair, "08:11:00", direct: 360))),
      at("08:00:00", .replanned(van0, [])),
      at("08:00:00", .departed(van0, from: depot, to: a)),
      at("08:02:00", .arrived(van0, at: a, driven: Meters(1000))),
      at("08:05:00", .booked(joiner.id)),
      at("08:05:00", .accepted(joiner.id, by: van0, promise(joiner, "08:14:30", direct: 240))),
      at("08:05:00", .replanned(van0, [])),
      at("08:06:00", .booked(refused.id)),
      at("08:06:00", .refused(refused.id, .seats)),
      at("08:11:00", .boarded(pair.id, on: van0, at: a)),
      at("08:11:10", .departed(van0, from: a, to: b)),
      at("08:14:10", .arrived(van0, at: b, driven: Meters(1500))),
      at("08:14:30", .boarded(joiner.id, on: van0, at: b)),
      at("08:14:40", .departed(van0, from: b, to: c)),
      at("08:18:40", .arrived(van0, at: c, driven: Meters(2000))),
      at("08:18:40", .alighted(pair.id, from: van0, at: c)),
      at("08:18:40", .alighted(joiner.id, from: van0, at: c)),
      at("08:30:00", .booked(mover.id)),
      at("08:30:00", .accepted(mover.id, by: van1, promise(mover, "08:35:20", direct: 360))),
      at("08:30:00", .replanned(van1, [])),
      at("08:30:00", .departed(van1, from: depot, to: c)),
      at("08:31:00", .reassigned(mover.id, to: van0)),
      at("08:31:00", .replanned(van0, [])),
      at("08:31:00", .replanned(van1, [])),
      at("08:31:00", .halted(van0, at: c)),
      at("08:32:00", .boarded(mover.id, on: van0, at: c)),
      at("08:32:10", .departed(van0, from: c, to: a)),
      at("08:35:00", .arrived(van1, at: c, driven: Meters(2500))),
      at("08:38:10", .arrived(van0, at: a, driven: Meters(3000))),
      at("08:38:10", .alighted(mover.id, from: van0, at: a)),
      at("09:55:00", .departed(van1, from: c, to: depot)),
      at("09:58:00", .departed(van0, from: a, to: depot)),
      at("10:00:00", .arrived(van0, at: depot, driven: Meters(1000))),
      at("10:00:00", .arrived(van1, at: depot, driven: Meters(2500))),
      at("10:00:00", .offDuty(van0, at: depot)),
      at("10:00:00", .offDuty(van1, at: depot)),
    ])

  static let day = ServiceDay(trace, inputs: inputs)

  static func van(_ index: Int) -> Vehicle {
    Vehicle(
      id: VehicleID(index), start: depot, end: depot, cabin: Cabin(seats: 4), shift: rules.hours)
  }

  static func request(
    _ index: Int, booked: String, desired: String, riders: Int = 1, from pickup: Access,
    to dropoff: Access
  ) -> Request {
    Request(
      id: RequestID(index), booked: clock(booked), desired: clock(desired), riders: riders,
      boarding: .seconds(10), pickups: [pickup], dropoffs: [dropoff])
  }

  static func promise(_ request: Request, _ boarding: String, direct: Int32) -> Promise {
    rules.promise(
      of: rules.terms(
        for: request, from: request.pickups[0], to: request.dropoffs[0], direct: .seconds(direct)),
      boarding: clock(boarding), arrival: clock(boarding) + .seconds(direct))
  }

  static func at(_ time: String, _ event: Event) -> Record { Record(clock(time), event) }

  /// `HH:MM:SS` as a moment.
  static func clock(_ text: String) -> Instant {
    let parts = text.split(separator: ":").compactMap { Int32($0) }
    return Instant(hour: parts[0], minute: parts[1], second: parts[2])
  }
}
