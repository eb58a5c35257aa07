import Audit
import Journal
import Mobility
import TestSupport

/// A quarter of an hour in which vans are diverted six times, worked out with pencil and paper.
///
/// Nodes 0 to 6 in a row, 30 s and 250 m apart, node 7 beside node 2 (30 s, 200 m), and a road from
/// 3 to 5 that is as fast as the way by 4 and longer. Places 0 to 3 lie at nodes 0, 3, 6 and 7; the
/// nodes as places to turn at are 4 to 11.
enum DivertedDay {
  static func inputs(diversion: Bool = true) -> AuditInputs {
    AuditInputs(
      roads: [
        road(0, 1, seconds: 30, metres: 250), road(1, 2, seconds: 30, metres: 250),
        road(2, 3, seconds: 30, metres: 250), road(3, 4, seconds: 30, metres: 250),
        road(4, 5, seconds: 30, metres: 250), road(5, 6, seconds: 30, metres: 250),
        road(2, 7, seconds: 30, metres: 200), road(3, 5, seconds: 60, metres: 600),
      ].flatMap { $0 },
      places: Column([NodeID(0), NodeID(3), NodeID(6), NodeID(7)]),
      vehicles: Column([
        van(0, from: 0, to: 0, seats: 4, opens: "9:00:00", closes: "10:00:00"),
        van(1, from: 2, to: nil, seats: 4, opens: "9:00:00", closes: "9:50:00"),
      ]),
      vehicleNames: Column(["van 1", "van 2"]), rules: rules(diversion: diversion),
      refusalWait: .minutes(60))
  }

  static func rules(
    diversion: Bool, limits: ServiceRules.Limits = .hard, maximumWait: TimeSpan = .minutes(20),
    rideAllowance: TimeSpan = .minutes(10)
  ) -> ServiceRules {
    ServiceRules(
      hours: TimeWindow(opens: Instant(hour: 9), closes: Instant(hour: 17)), minimumLead: .zero,
      maximumWait: maximumWait, promiseTolerance: .minutes(5), rideFactorThousandths: 1500,
      rideAllowance: rideAllowance, halt: .seconds(20), limits: limits, diversion: diversion)
  }

  static let requests = Column<Request, Request>([
    request(0, booked: "8:50:00", desired: "9:00:00", from: [access(0)], to: [access(2)]),
    request(1, booked: "9:01:10", desired: "9:01:10", from: [access(1)], to: [access(2)]),
    request(2, booked: "9:01:20", desired: "9:01:20", from: [access(3)], to: [access(2)]),
    request(3, booked: "9:03:40", desired: "9:03:40", from: [access(1)], to: [access(3)]),
    request(4, booked: "9:09:00", desired: "9:09:00", from: [access(1)], to: [access(3)]),
    request(5, booked: "9:12:00", desired: "9:12:00", from: [access(1)], to: [access(2)]),
  ])

  static let passing = line("9:01:10", .diverted(v(0), at: p(6), to: p(1)))
  static let again = line("9:01:20", .diverted(v(0), at: p(6), to: p(3)))
  static let atNode = line("9:03:00", .diverted(v(0), at: p(6), to: p(2)))
  static let back = line("9:03:40", .diverted(v(0), at: p(8), to: p(1)))
  static let parking = line("9:03:50", .diverted(v(1), at: p(8), to: p(8)))
  static let here = line("9:09:00", .diverted(v(0), at: p(7), to: p(1)))

  static var day: AuditedDay {
    AuditedDay(trace: Trace(day: 3, records: trace.records.withPlans), requests: requests)
  }

  static let trace = Trace(
    day: 3,
    records: [
      line("8:50:00", .booked(r(0))),
      line("8:50:00", accept(0, promised: "9:00:20", latest: "9:05:20", direct: 180)),
      line("8:50:00", .replanned(v(0))),
      line("9:00:00", .onDuty(v(0), at: p(0))),
      line("9:00:00", .onDuty(v(1), at: p(2))),
      line("9:00:00", .halted(v(0), at: p(0))),
      line("9:00:20", .boarded(r(0), on: v(0), at: p(0))),
      line("9:00:30", .departed(v(0), from: p(0), to: p(2))),
      // Between nodes 1 and 2: the turn at 2 changes nothing yet.
      line("9:01:10", .booked(r(1))),
      line("9:01:10", accept(1, promised: "9:02:20", latest: "9:07:20", direct: 90)),
      line("9:01:10", .replanned(v(0))),
      passing,
      // Still before node 2.
      line("9:01:20", .booked(r(2))),
      line("9:01:20", accept(2, promised: "9:02:20", latest: "9:07:20", direct: 150)),
      line("9:01:20", .replanned(v(0))),
      again,
      line("9:02:00", .arrived(v(0), at: p(3), driven: Meters(700))),
      line("9:02:20", .boarded(r(2), on: v(0), at: p(3))),
      line("9:02:30", .departed(v(0), from: p(3), to: p(1))),
      // Just at node 2.
      line("9:03:00", .reassigned(r(1), to: v(1))),
      line("9:03:00", .replanned(v(0))),
      atNode,
      line("9:03:00", .replanned(v(1))),
      line("9:03:00", .departed(v(1), from: p(2), to: p(1))),
      // Ten seconds after node 3, so it turns at 4 to go back there.
      line("9:03:40", .booked(r(3))),
      line("9:03:40", accept(3, promised: "9:04:50", latest: "9:09:50", direct: 60)),
      line("9:03:40", .replanned(v(0))),
      back,
      // Van 2 is between 5 and 4, and has nobody left.
      line("9:03:50", .reassigned(r(1), to: v(0))),
      line("9:03:50", .replanned(v(0))),
      line("9:03:50", .replanned(v(1))),
      parking,
      line("9:04:00", .arrived(v(1), at: p(8), driven: Meters(500))),
      line("9:04:30", .arrived(v(0), at: p(1), driven: Meters(950))),
      line("9:04:50", .boarded(r(1), on: v(0), at: p(1))),
      line("9:04:50", .boarded(r(3), on: v(0), at: p(1))),
      line("9:05:10", .departed(v(0), from: p(1), to: p(2))),
      line("9:06:40", .arrived(v(0), at: p(2), driven: Meters(750))),
      line("9:06:40", .alighted(r(0), from: v(0), at: p(2))),
      line("9:06:40", .alighted(r(1), from: v(0), at: p(2))),
      line("9:06:40", .alighted(r(2), from: v(0), at: p(2))),
      line("9:07:30", .departed(v(0), from: p(2), to: p(3))),
      // Just at node 3, where the rider waits.
      line("9:09:00", .booked(r(4))),
      line("9:09:00", accept(4, promised: "9:09:20", latest: "9:14:20", direct: 60)),
      line("9:09:00", .replanned(v(0))),
      here,
      line("9:09:00", .arrived(v(0), at: p(1), driven: Meters(750))),
      line("9:09:20", .boarded(r(4), on: v(0), at: p(1))),
      line("9:09:30", .departed(v(0), from: p(1), to: p(3))),
      line("9:10:30", .arrived(v(0), at: p(3), driven: Meters(450))),
      line("9:10:30", .alighted(r(3), from: v(0), at: p(3))),
      line("9:10:30", .alighted(r(4), from: v(0), at: p(3))),
      line("9:12:00", .booked(r(5))),
      line("9:12:00", accept(5, van: 1, promised: "9:12:50", latest: "9:17:50", direct: 90)),
      line("9:12:00", .replanned(v(1))),
      line("9:12:00", .departed(v(1), from: p(8), to: p(1))),
      line("9:12:30", .arrived(v(1), at: p(1), driven: Meters(250))),
      line("9:12:50", .boarded(r(5), on: v(1), at: p(1))),
      line("9:13:00", .departed(v(1), from: p(1), to: p(2))),
      line("9:14:30", .arrived(v(1), at: p(2), driven: Meters(750))),
      line("9:14:30", .alighted(r(5), from: v(1), at: p(2))),
      line("9:50:00", .offDuty(v(1), at: p(2))),
      line("9:58:30", .departed(v(0), from: p(3), to: p(0))),
      line("10:00:00", .arrived(v(0), at: p(0), driven: Meters(700))),
      line("10:00:00", .offDuty(v(0), at: p(0))),
    ])

  /// The direct ride is in seconds.
  private static func accept(
    _ index: Int, van: Int = 0, promised: String, latest: String, direct: Int32
  ) -> Event {
    let request = requests[r(index)]
    let rules = rules(diversion: true)
    let terms = rules.terms(
      for: request, from: request.pickups[0], to: request.dropoffs[0], direct: .seconds(direct))
    let promise = rules.promise(
      of: terms, boarding: at(promised), arrival: at(promised) + .seconds(direct))
    precondition(promise.terms.latestBoarding == at(latest), "not as worked out by hand")
    return .accepted(r(index), by: v(van), promise)
  }
}
