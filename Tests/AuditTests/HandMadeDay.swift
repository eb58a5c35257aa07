import Audit
import Journal
import Mobility
import TestSupport

/// A service known by heart, and one day of it that was worked out with pencil and paper.
///
/// Four places in a row, 60 s, 60 s and 120 s apart (500, 600 and 1000 m), with two traps: a road
/// from 0 to 2 that takes as long as the way by 1 and is longer, and one from 0 to 3 that is shorter
/// and slower.
enum HandMadeDay {
  static let inputs = inputs()

  static func inputs(
    maximumWait: TimeSpan = .minutes(20), rideFactorThousandths: Int32 = 1500,
    rideAllowance: TimeSpan = .seconds(120), vanTwoSeats: Int = 4, vanTwoCloses: String = "9:50:00"
  ) -> AuditInputs {
    AuditInputs(
      roads: [
        road(0, 1, seconds: 60, metres: 500), road(1, 2, seconds: 60, metres: 600),
        road(2, 3, seconds: 120, metres: 1000), road(0, 2, seconds: 120, metres: 1300),
        road(0, 3, seconds: 400, metres: 100),
      ].flatMap { $0 },
      places: Column([NodeID(0), NodeID(1), NodeID(2), NodeID(3)]),
      vehicles: Column([
        van(0, from: 0, to: 1, seats: 3, opens: "9:00:00", closes: "10:00:00"),
        van(1, from: 2, to: nil, seats: vanTwoSeats, opens: "9:00:00", closes: vanTwoCloses),
        van(2, from: 1, to: 1, seats: 4, opens: "9:05:00", closes: "9:40:00"),
      ]),
      vehicleNames: Column(["van 1", "van 2", "van 3"]),
      rules: ServiceRules(
        hours: TimeWindow(opens: Instant(hour: 9), closes: Instant(hour: 17)),
        minimumLead: .seconds(60), maximumWait: maximumWait, promiseTolerance: .minutes(5),
        rideFactorThousandths: rideFactorThousandths, rideAllowance: rideAllowance,
        halt: .seconds(20)),
      refusalWait: .minutes(60))
  }

  static let requests = Column<Request, Request>([
    request(
      0, booked: "-6:00:00", desired: "9:04:00", boarding: 10, from: [access(0, 60, 80)],
      to: [access(2, 30, 40)]),
    request(
      1, booked: "9:00:30", desired: "9:03:00", arriveBy: "9:20:00", riders: 2, boarding: 15,
      from: [access(0, 30, 40), access(1, 200, 250)], to: [access(3, 0, 0)]),
    request(
      2, booked: "9:07:30", desired: "9:08:35", boarding: 10, from: [access(2, 0, 0)],
      to: [access(3, 40, 50)]),
    request(
      3, booked: "9:10:00", desired: "9:30:00", riders: 2, boarding: 10, from: [access(2, 10, 10)],
      to: [access(0, 0, 0)]),
    request(4, booked: "9:12:00", desired: "9:12:30", from: [access(0)], to: [access(1)]),
    request(5, booked: "9:12:00", desired: "17:00:00", from: [access(0)], to: [access(1)]),
    request(6, booked: "9:13:00", desired: "9:20:00", from: [], to: [access(1)]),
    request(7, booked: "9:13:00", desired: "9:20:00", from: [access(1)], to: [access(1)]),
    request(
      8, booked: "9:14:00", desired: "9:20:00", riders: 9, from: [access(0)], to: [access(1)]),
    request(
      9, booked: "9:15:00", desired: "9:16:00", boarding: 10, from: [access(3, 0, 0)],
      to: [access(1, 45, 60)]),
    request(
      10, booked: "9:16:05", desired: "9:17:05", boarding: 12, from: [access(3, 20, 30)],
      to: [access(0, 15, 20)]),
    request(
      11, booked: "9:35:00", desired: "9:36:00", boarding: 10, from: [access(1, 0, 0)],
      to: [access(2, 0, 0)]),
    request(
      12, booked: "9:40:00", desired: "9:45:00", boarding: 10, from: [access(3, 30, 35)],
      to: [access(2, 0, 0)]),
  ])

  static var day: AuditedDay { day(trace.records) }

  static func day(_ records: [Record]) -> AuditedDay {
    AuditedDay(trace: Trace(day: 3, records: records.withPlans), requests: requests)
  }

  /// Van 1 shares rides, stays twice for latecomers and drives to its end; van 2 takes over a rider
  /// and comes to place 3 in vain; van 3 is never needed.
  static let trace = Trace(day: 3, records: morning + halfPastNine)

  private static let morning = [
    line("-6:00:00", .booked(r(0))),
    line("-6:00:00", accept(0, van: 0, from: 0, to: 2, promised: "9:05:00", latest: "9:10:00")),
    line("-6:00:00", .replanned(v(0))),
    line("9:00:00", .onDuty(v(0), at: p(0))),
    line("9:00:00", .onDuty(v(1), at: p(2))),
    line("9:00:00", .halted(v(0), at: p(0))),
    line("9:00:30", .booked(r(1))),
    line("9:00:30", accept(1, van: 0, from: 0, to: 3, promised: "9:05:00", latest: "9:10:00")),
    line("9:00:30", .replanned(v(0))),
    line("9:05:00", .onDuty(v(2), at: p(1))),
    line("9:05:00", .boarded(r(0), on: v(0), at: p(0))),
    line("9:05:00", .boarded(r(1), on: v(0), at: p(0))),
    line("9:05:25", .departed(v(0), from: p(0), to: p(2))),
    line("9:07:25", .arrived(v(0), at: p(2), driven: Meters(1100))),
    line("9:07:25", .alighted(r(0), from: v(0), at: p(2))),
    line("9:07:30", .booked(r(2))),
    line("9:07:30", accept(2, van: 0, from: 2, to: 3, promised: "9:08:35", latest: "9:13:35")),
    line("9:07:30", .replanned(v(0))),
    line("9:08:35", .boarded(r(2), on: v(0), at: p(2))),
    line("9:08:55", .departed(v(0), from: p(2), to: p(3))),
    line("9:10:00", .booked(r(3))),
    line("9:10:00", accept(3, van: 0, from: 2, to: 0, promised: "9:30:10", latest: "9:35:10")),
    line("9:10:00", .replanned(v(0))),
    line("9:10:55", .arrived(v(0), at: p(3), driven: Meters(1000))),
    line("9:10:55", .alighted(r(1), from: v(0), at: p(3))),
    line("9:10:55", .alighted(r(2), from: v(0), at: p(3))),
    line("9:11:00", .reassigned(r(3), to: v(1))),
    line("9:11:00", .replanned(v(0))),
    line("9:11:00", .replanned(v(1))),
    line("9:11:00", .halted(v(1), at: p(2))),
    line("9:12:00", .booked(r(4))),
    line("9:12:00", .booked(r(5))),
    line("9:12:00", .refused(r(4), .leadTime)),
    line("9:12:00", .refused(r(5), .outsideHours)),
    line("9:13:00", .booked(r(6))),
    line("9:13:00", .booked(r(7))),
    line("9:13:00", .refused(r(6), .tooFarToWalk)),
    line("9:13:00", .refused(r(7), .samePlace)),
    line("9:14:00", .booked(r(8))),
    line("9:14:00", .refused(r(8), .seats)),
    line("9:15:00", .booked(r(9))),
    line("9:15:00", accept(9, van: 0, from: 3, to: 1, promised: "9:16:00", latest: "9:21:00")),
    line("9:15:00", .replanned(v(0))),
    line("9:15:00", .halted(v(0), at: p(3))),
    line("9:16:00", .boarded(r(9), on: v(0), at: p(3))),
    line("9:16:05", .booked(r(10))),
    line("9:16:05", accept(10, van: 0, from: 3, to: 0, promised: "9:17:25", latest: "9:22:25")),
    line("9:16:05", .replanned(v(0))),
    line("9:17:25", .boarded(r(10), on: v(0), at: p(3))),
    line("9:17:47", .departed(v(0), from: p(3), to: p(1))),
    line("9:20:00", .replanned(v(1))),
    line("9:20:47", .arrived(v(0), at: p(1), driven: Meters(1600))),
    line("9:20:47", .alighted(r(9), from: v(0), at: p(1))),
    line("9:21:17", .departed(v(0), from: p(1), to: p(0))),
    line("9:22:17", .arrived(v(0), at: p(0), driven: Meters(500))),
    line("9:22:17", .alighted(r(10), from: v(0), at: p(0))),
  ]

  private static let halfPastNine = [
    line("9:30:10", .boarded(r(3), on: v(1), at: p(2))),
    line("9:30:20", .departed(v(1), from: p(2), to: p(0))),
    line("9:32:20", .arrived(v(1), at: p(0), driven: Meters(1100))),
    line("9:32:20", .alighted(r(3), from: v(1), at: p(0))),
    line("9:35:00", .booked(r(11))),
    line("9:35:00", accept(11, van: 1, from: 1, to: 2, promised: "9:36:20", latest: "9:41:20")),
    line("9:35:00", .replanned(v(1))),
    line("9:35:00", .departed(v(1), from: p(0), to: p(1))),
    line("9:36:00", .arrived(v(1), at: p(1), driven: Meters(500))),
    line("9:36:20", .boarded(r(11), on: v(1), at: p(1))),
    line("9:36:30", .departed(v(1), from: p(1), to: p(2))),
    line("9:37:30", .arrived(v(1), at: p(2), driven: Meters(600))),
    line("9:37:30", .alighted(r(11), from: v(1), at: p(2))),
    line("9:40:00", .booked(r(12))),
    line("9:40:00", accept(12, van: 1, from: 3, to: 2, promised: "9:45:30", latest: "9:50:30")),
    line("9:40:00", .replanned(v(1))),
    line("9:40:00", .departed(v(1), from: p(2), to: p(3))),
    line("9:40:00", .offDuty(v(2), at: p(1))),
    line("9:41:00", .reassigned(r(12), to: v(0))),
    line("9:41:00", .replanned(v(0))),
    line("9:41:00", .replanned(v(1))),
    line("9:41:00", .departed(v(0), from: p(0), to: p(3))),
    line("9:42:00", .arrived(v(1), at: p(3), driven: Meters(1000))),
    line("9:45:00", .arrived(v(0), at: p(3), driven: Meters(2100))),
    line("9:45:30", .boarded(r(12), on: v(0), at: p(3))),
    line("9:45:40", .departed(v(0), from: p(3), to: p(2))),
    line("9:47:40", .arrived(v(0), at: p(2), driven: Meters(1000))),
    line("9:47:40", .alighted(r(12), from: v(0), at: p(2))),
    line("9:50:00", .offDuty(v(1), at: p(3))),
    line("9:59:00", .departed(v(0), from: p(2), to: p(1))),
    line("10:00:00", .arrived(v(0), at: p(1), driven: Meters(600))),
    line("10:00:00", .offDuty(v(0), at: p(1))),
  ]
}
