import Indicators
import Journal
import Mobility
import Testing

@Suite("A day told by request and by vehicle")
struct ServiceDayTests {
  let day = SmallDay.day

  @Test("a served request tells who carried it and when")
  func servedTrip() throws {
    let ride = try #require(day.trips[SmallDay.pair.id].ride)
    #expect(ride.vehicle == SmallDay.van0)
    #expect(ride.boarded == SmallDay.clock("08:11:00"))
    #expect(ride.departed == SmallDay.clock("08:11:10"))
    #expect(ride.alighted == SmallDay.clock("08:18:40"))
    #expect(ride.walk == Meters(110))
    #expect(ride.isPooled)
  }

  @Test("a refused request tells why and when")
  func refusedTrip() {
    #expect(
      day.trips[SmallDay.refused.id].answer == .refused(.seats, at: SmallDay.clock("08:06:00")))
  }

  @Test("a request that changes vehicles rode with the one that carried it")
  func reassignedTrip() throws {
    let ride = try #require(day.trips[SmallDay.mover.id].ride)
    #expect(ride.vehicle == SmallDay.van0)
    #expect(!ride.isPooled)
  }

  @Test("a vehicle's kilometres are those of its legs, loaded when somebody is aboard")
  func vehicleThatServes() {
    let van = day.vehicles[SmallDay.van0]
    #expect(van.driven == Meters(8500))
    #expect(van.drivenEmpty == Meters(2000))
    #expect(van.drivenLoaded == Meters(6500))
    #expect(van.riderMeters == 2 * 1500 + 3 * 2000 + 1 * 3000)
    #expect(van.driving == .seconds(120 + 180 + 240 + 360 + 120))
    #expect(van.loaded == .seconds(460 + 370))
    #expect(van.halts == 5)
    #expect(van.bookings == 3)
    #expect(van.riders == 4)
    #expect(van.runs == 2)
    #expect(van.pooledRuns == 1)
    #expect(van.scheduled == .hours(2))
  }

  @Test("a vehicle that lost its only rider has a run, but no halt")
  func vehicleThatLosesItsRider() {
    let van = day.vehicles[SmallDay.van1]
    #expect(van.driven == Meters(5000))
    #expect(van.drivenEmpty == Meters(5000))
    #expect(van.driving == .seconds(600))
    #expect(van.loaded == .zero)
    #expect(van.halts == 0)
    #expect(van.riders == 0)
    #expect(van.runs == 1)
    #expect(van.pooledRuns == 0)
  }

  @Test("a request that changes vehicles and comes back at once is one booking of its run")
  func thereAndBack() throws {
    var trace = SmallDay.trace
    let away = try #require(
      trace.records.firstIndex { $0.event == .reassigned(SmallDay.mover.id, to: SmallDay.van0) })
    trace.records.insert(
      contentsOf: [
        SmallDay.at("08:31:00", .reassigned(SmallDay.mover.id, to: SmallDay.van1)),
        SmallDay.at("08:31:00", .reassigned(SmallDay.mover.id, to: SmallDay.van0)),
      ], at: away + 1)
    let day = ServiceDay(trace, inputs: SmallDay.inputs)
    for van in [SmallDay.van0, SmallDay.van1] {
      #expect(day.vehicles[van].runs == SmallDay.day.vehicles[van].runs)
      #expect(day.vehicles[van].pooledRuns == SmallDay.day.vehicles[van].pooledRuns)
    }
  }

  @Test("a diversion changes who is aboard no more than how far was driven")
  func diversion() throws {
    var trace = SmallDay.trace
    let arrival = try #require(
      trace.records.firstIndex {
        $0.event == .arrived(SmallDay.van0, at: SmallDay.c, driven: Meters(2000))
      })
    trace.records.insert(
      SmallDay.at("08:16:00", .diverted(SmallDay.van0, at: SmallDay.b, to: SmallDay.c)),
      at: arrival)
    #expect(ServiceDay(trace, inputs: SmallDay.inputs).vehicles == SmallDay.day.vehicles)
  }

  @Test(
    "two bookings share from one second aboard together on",
    arguments: [(499, false), (500, true)])
  func poolingThreshold(boarding: Int32, isPooled: Bool) throws {
    let day = Self.briefMeeting(boarding: TimeSpan(milliseconds: boarding))
    #expect(day.trips.values.map { $0.ride?.isPooled } == [isPooled, isPooled])
  }

  @Test("a commitment at the very moment the last rider alights continues the run")
  func touchingRuns() {
    #expect(Self.twoRidesInARow(secondBooked: "08:06:30").runs == 1)
    #expect(Self.twoRidesInARow(secondBooked: "08:06:30").pooledRuns == 1)
    #expect(Self.twoRidesInARow(secondBooked: "08:06:31").runs == 2)
    #expect(Self.twoRidesInARow(secondBooked: "08:06:31").pooledRuns == 0)
  }

  /// The second booking boards at B, half a second of driving before the first alights at C.
  static func briefMeeting(boarding: TimeSpan) -> ServiceDay {
    let (a, b, c, van) = (SmallDay.a, SmallDay.b, SmallDay.c, SmallDay.van0)
    func request(_ index: Int, from pickup: PlaceID, to dropoff: PlaceID) -> Request {
      Request(
        id: RequestID(index), booked: Instant(hour: 8), desired: Instant(hour: 8),
        boarding: boarding, pickups: [Access(place: pickup)], dropoffs: [Access(place: dropoff)])
    }
    let first = request(0, from: a, to: c)
    let second = request(1, from: b, to: SmallDay.depot)
    let begin = SmallDay.clock("08:02:20")
    let atB = begin + boarding + .minutes(3)
    let meeting = atB + SmallDay.rules.halt
    let atC = meeting + boarding + TimeSpan(milliseconds: 500)
    let leavingC = atC + SmallDay.rules.halt + boarding
    let home = leavingC + .minutes(5)
    return ServiceDay(
      Trace(
        day: 0,
        records: [
          SmallDay.at("08:00:00", .onDuty(van, at: SmallDay.depot)),
          SmallDay.at("08:00:00", .booked(first.id)),
          SmallDay.at("08:00:00", .booked(second.id)),
          SmallDay.at(
            "08:00:00",
            .accepted(first.id, by: van, SmallDay.promise(first, "08:02:20", direct: 180))),
          SmallDay.at(
            "08:00:00",
            .accepted(second.id, by: van, SmallDay.promise(second, "08:05:40", direct: 300))),
          SmallDay.at("08:00:00", .replanned(van, [])),
          SmallDay.at("08:00:00", .departed(van, from: SmallDay.depot, to: a)),
          SmallDay.at("08:02:00", .arrived(van, at: a, driven: Meters(1000))),
          Record(begin, .boarded(first.id, on: van, at: a)),
          Record(begin + boarding, .departed(van, from: a, to: b)),
          Record(atB, .arrived(van, at: b, driven: Meters(1500))),
          Record(meeting, .boarded(second.id, on: van, at: b)),
          Record(meeting + boarding, .departed(van, from: b, to: c)),
          Record(atC, .arrived(van, at: c, driven: Meters(4))),
          Record(atC, .alighted(first.id, from: van, at: c)),
          Record(leavingC, .departed(van, from: c, to: SmallDay.depot)),
          Record(home, .arrived(van, at: SmallDay.depot, driven: Meters(2500))),
          Record(home, .alighted(second.id, from: van, at: SmallDay.depot)),
          SmallDay.at("10:00:00", .offDuty(van, at: SmallDay.depot)),
        ]),
      inputs: DayInputs(
        requests: Column([first, second]), vehicles: Column([SmallDay.van(0)]),
        refusalWait: .zero))
  }

  /// From A to B, arriving there at 08:06:30, and back for a rider booked then or later.
  static func twoRidesInARow(secondBooked: String) -> VehicleDay {
    let (a, b, van) = (SmallDay.a, SmallDay.b, SmallDay.van0)
    let first = SmallDay.request(
      0, booked: "08:00:00", desired: "08:03:20", from: Access(place: a), to: Access(place: b))
    let second = SmallDay.request(
      1, booked: secondBooked, desired: "08:10:00", from: Access(place: b), to: Access(place: a))
    // At the moment of the arrival the halt goes on; a second later as well, since its work does.
    let day = ServiceDay(
      Trace(
        day: 0,
        records: [
          SmallDay.at("08:00:00", .onDuty(van, at: SmallDay.depot)),
          SmallDay.at("08:00:00", .booked(first.id)),
          SmallDay.at(
            "08:00:00",
            .accepted(first.id, by: van, SmallDay.promise(first, "08:03:20", direct: 180))),
          SmallDay.at("08:00:00", .replanned(van, [])),
          SmallDay.at("08:00:00", .departed(van, from: SmallDay.depot, to: a)),
          SmallDay.at("08:02:00", .arrived(van, at: a, driven: Meters(1000))),
          SmallDay.at("08:03:20", .boarded(first.id, on: van, at: a)),
          SmallDay.at("08:03:30", .departed(van, from: a, to: b)),
          SmallDay.at("08:06:30", .arrived(van, at: b, driven: Meters(1500))),
          SmallDay.at("08:06:30", .alighted(first.id, from: van, at: b)),
          SmallDay.at(secondBooked, .booked(second.id)),
          SmallDay.at(
            secondBooked,
            .accepted(second.id, by: van, SmallDay.promise(second, "08:10:00", direct: 180))),
          SmallDay.at(secondBooked, .replanned(van, [])),
          SmallDay.at("08:10:00", .boarded(second.id, on: van, at: b)),
          SmallDay.at("08:10:10", .departed(van, from: b, to: a)),
          SmallDay.at("08:13:10", .arrived(van, at: a, driven: Meters(1500))),
          SmallDay.at("08:13:10", .alighted(second.id, from: van, at: a)),
          SmallDay.at("09:58:00", .departed(van, from: a, to: SmallDay.depot)),
          SmallDay.at("10:00:00", .arrived(van, at: SmallDay.depot, driven: Meters(1000))),
          SmallDay.at("10:00:00", .offDuty(van, at: SmallDay.depot)),
        ]),
      inputs: DayInputs(
        requests: Column([first, second]), vehicles: Column([SmallDay.van(0)]),
        refusalWait: .zero))
    return day.vehicles[van]
  }
}
