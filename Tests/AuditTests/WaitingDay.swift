import Audit
import Journal
import Mobility
import TestSupport

/// A quarter of an hour in which a van is sent elsewhere to wait, worked out with pencil and paper.
///
/// On the roads of the hand-made day, from 9 to 10, from and to place 0. Where vans can be diverted,
/// nodes 0 to 3 as places to turn at are 4 to 7.
enum WaitingDay {
  static func inputs(diversion: Bool = false) -> AuditInputs {
    var rules = HandMadeDay.inputs.rules
    rules.diversion = diversion
    return AuditInputs(
      roads: HandMadeDay.inputs.roads,
      places: Column([NodeID(0), NodeID(1), NodeID(2), NodeID(3)]),
      vehicles: Column([van(0, from: 0, to: 0, seats: 4, opens: "9:00:00", closes: "10:00:00")]),
      vehicleNames: Column(["van 1"]), rules: rules, refusalWait: .minutes(60))
  }

  static let requests = Column<Request, Request>([
    request(0, booked: "8:50:00", desired: "9:00:00", from: [access(0)], to: [access(1)]),
    request(1, booked: "9:04:00", desired: "9:05:00", from: [access(3)], to: [access(2)]),
    request(2, booked: "9:09:00", desired: "9:10:00", from: [access(2)], to: [access(1)]),
  ])

  static let order = line("9:02:00", .repositioned(v(0), to: p(3)))
  static let leaving = line("9:02:00", .departed(v(0), from: p(1), to: p(3)))
  static let arriving = line("9:05:00", .arrived(v(0), at: p(3), driven: Meters(1600)))
  static let halting = line("9:05:00", .halted(v(0), at: p(3)))
  static let goingOn = line("9:10:00", .departed(v(0), from: p(0), to: p(2)))
  static let homeward = line("9:58:00", .departed(v(0), from: p(2), to: p(0)))
  static let turn = line("9:09:00", .diverted(v(0), at: p(5), to: p(2)))

  /// Its plans have no stops yet.
  static func trace(diversion: Bool = false) -> Trace {
    Trace(day: 3, records: morning + (diversion ? turnedRound : arrivedFirst) + evening)
  }

  private static let morning = [
    line("8:50:00", .booked(r(0))),
    line("8:50:00", accept(0, from: 0, to: 1, promised: "9:00:20", latest: "9:05:20")),
    line("8:50:00", .replanned(v(0))),
    line("9:00:00", .onDuty(v(0), at: p(0))),
    line("9:00:00", .halted(v(0), at: p(0))),
    line("9:00:20", .boarded(r(0), on: v(0), at: p(0))),
    line("9:00:30", .departed(v(0), from: p(0), to: p(1))),
    line("9:01:30", .arrived(v(0), at: p(1), driven: Meters(500))),
    line("9:01:30", .alighted(r(0), from: v(0), at: p(1))),
    // 20 s of halt and 10 s to alight later.
    order,
    leaving,
    // It will be at 3 at 9:05 anyway.
    line("9:04:00", .booked(r(1))),
    line("9:04:00", accept(1, from: 3, to: 2, promised: "9:05:20", latest: "9:10:20")),
    line("9:04:00", .replanned(v(0))),
    arriving,
    halting,
    line("9:05:20", .boarded(r(1), on: v(0), at: p(3))),
    line("9:05:30", .departed(v(0), from: p(3), to: p(2))),
    line("9:07:30", .arrived(v(0), at: p(2), driven: Meters(1000))),
    line("9:07:30", .alighted(r(1), from: v(0), at: p(2))),
    line("9:08:00", .repositioned(v(0), to: p(0))),
    line("9:08:00", .departed(v(0), from: p(2), to: p(0))),
    line("9:09:00", .booked(r(2))),
  ]

  /// It leaves 0 as it arrives there.
  private static let arrivedFirst = [
    line("9:09:00", accept(2, from: 2, to: 1, promised: "9:12:20", latest: "9:17:20")),
    line("9:09:00", .replanned(v(0))),
    line("9:10:00", .arrived(v(0), at: p(0), driven: Meters(1100))),
    goingOn,
    line("9:12:00", .arrived(v(0), at: p(2), driven: Meters(1100))),
    line("9:12:20", .boarded(r(2), on: v(0), at: p(2))),
    line("9:12:30", .departed(v(0), from: p(2), to: p(1))),
    line("9:13:30", .arrived(v(0), at: p(1), driven: Meters(600))),
    line("9:13:30", .alighted(r(2), from: v(0), at: p(1))),
    line("9:14:00", .repositioned(v(0), to: p(2))),
    line("9:14:00", .departed(v(0), from: p(1), to: p(2))),
    line("9:15:00", .arrived(v(0), at: p(2), driven: Meters(600))),
  ]

  /// It is at node 1 just then, and turns there.
  private static let turnedRound = [
    line("9:09:00", accept(2, from: 2, to: 1, promised: "9:10:20", latest: "9:15:20")),
    line("9:09:00", .replanned(v(0))),
    turn,
    line("9:10:00", .arrived(v(0), at: p(2), driven: Meters(1200))),
    line("9:10:20", .boarded(r(2), on: v(0), at: p(2))),
    line("9:10:30", .departed(v(0), from: p(2), to: p(1))),
    line("9:11:30", .arrived(v(0), at: p(1), driven: Meters(600))),
    line("9:11:30", .alighted(r(2), from: v(0), at: p(1))),
    line("9:12:00", .repositioned(v(0), to: p(2))),
    line("9:12:00", .departed(v(0), from: p(1), to: p(2))),
    line("9:13:00", .arrived(v(0), at: p(2), driven: Meters(600))),
  ]

  private static let evening = [
    homeward,
    line("10:00:00", .arrived(v(0), at: p(0), driven: Meters(1100))),
    line("10:00:00", .offDuty(v(0), at: p(0))),
  ]

  private static func accept(
    _ index: Int, from pickup: Int, to dropoff: Int, promised: String, latest: String
  ) -> Event {
    AuditTests.accept(
      index, of: requests, van: 0, from: pickup, to: dropoff, promised: promised, latest: latest)
  }
}
