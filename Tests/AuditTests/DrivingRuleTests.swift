import Audit
import Journal
import Mobility
import TestSupport
import Testing

@Suite("Rules of driving and halting")
struct DrivingRuleTests {
  static let leaving = line("9:36:30", .departed(v(1), from: p(1), to: p(2)))
  static let coming = line("9:37:30", .arrived(v(1), at: p(2), driven: Meters(600)))
  static let alighting = line("9:37:30", .alighted(r(11), from: v(1), at: p(2)))
  static let boarding = line("9:36:20", .boarded(r(11), on: v(1), at: p(1)))

  static let driving = [
    Fault(
      "departs from where it is not", [.movement],
      .replace(leaving, by: line("9:36:30", .departed(v(1), from: p(0), to: p(2))))),
    Fault(
      "arrives where it was not going", [.movement, .alightingPlace],
      .replace(coming, by: line("9:37:30", .arrived(v(1), at: p(0), driven: Meters(600)))),
      .drop(line("9:40:00", .departed(v(1), from: p(2), to: p(3)))),
      .insert(
        line("9:40:00", .departed(v(1), from: p(0), to: p(3))),
        before: line("9:40:00", .offDuty(v(2), at: p(1)))),
      .replace(
        line("9:42:00", .arrived(v(1), at: p(3), driven: Meters(1000))),
        by: line("9:44:00", .arrived(v(1), at: p(3), driven: Meters(2100))))),
    Fault(
      "drives for nobody", [.destination],
      .insert(
        line("9:43:00", .departed(v(1), from: p(3), to: p(2))),
        before: line("9:45:00", .arrived(v(0), at: p(3), driven: Meters(2100)))),
      .insert(
        line("9:45:00", .arrived(v(1), at: p(2), driven: Meters(1000))),
        before: line("9:45:00", .arrived(v(0), at: p(3), driven: Meters(2100)))),
      .replace(
        line("9:50:00", .offDuty(v(1), at: p(3))), by: line("9:50:00", .offDuty(v(1), at: p(2))))),
    Fault(
      "leaves late", [.departureTime],
      .replace(leaving, by: line("9:36:31", .departed(v(1), from: p(1), to: p(2)))),
      .replace(coming, by: line("9:37:31", .arrived(v(1), at: p(2), driven: Meters(600)))),
      .replace(alighting, by: line("9:37:31", .alighted(r(11), from: v(1), at: p(2))))),
    Fault(
      "arrives early", [.arrivalTime],
      .replace(coming, by: line("9:37:29", .arrived(v(1), at: p(2), driven: Meters(600)))),
      .replace(alighting, by: line("9:37:29", .alighted(r(11), from: v(1), at: p(2))))),
    Fault(
      "takes the longer of two equally fast ways", [.driven],
      .replace(
        line("9:07:25", .arrived(v(0), at: p(2), driven: Meters(1100))),
        by: line("9:07:25", .arrived(v(0), at: p(2), driven: Meters(1300))))),
  ]

  static let halting = [
    Fault(
      "boards an idle vehicle without a halt", [.halt],
      .drop(line("9:15:00", .halted(v(0), at: p(3))))),
    Fault(
      "halts during a halt", [.halt],
      .insert(
        line("9:07:30", .halted(v(0), at: p(2))),
        before: line("9:08:35", .boarded(r(2), on: v(0), at: p(2))))),
    Fault(
      "halts late", [.halt],
      .replace(
        line("9:15:00", .halted(v(0), at: p(3))), by: line("9:15:01", .halted(v(0), at: p(3))))),
    Fault(
      "halts for nobody", [.halt, .missedStop],
      .insert(line("9:11:30", .replanned(v(2))), before: line("9:12:00", .booked(r(4)))),
      .insert(line("9:11:30", .halted(v(2), at: p(1))), before: line("9:12:00", .booked(r(4))))),
    Fault(
      "boards before being ready", [.boardingWindow, .boardingTime, .departureTime],
      .replace(
        line("9:45:30", .boarded(r(12), on: v(0), at: p(3))),
        by: line("9:45:29", .boarded(r(12), on: v(0), at: p(3))))),
    Fault(
      "passes the place it had come for", [.planned, .missedStop],
      .drop(line("9:41:00", .replanned(v(1))))),
    Fault(
      "boards twice", [.boardingVehicle], .add(boarding, after: boarding)),
    Fault(
      "boards where the vehicle is not", [.boardingPlace],
      .replace(boarding, by: line("9:36:20", .boarded(r(11), on: v(1), at: p(0))))),
    Fault(
      "boards late", [.boardingTime],
      .replace(
        line("9:45:30", .boarded(r(12), on: v(0), at: p(3))),
        by: line("9:45:31", .boarded(r(12), on: v(0), at: p(3)))),
      .replace(
        line("9:45:40", .departed(v(0), from: p(3), to: p(2))),
        by: line("9:45:41", .departed(v(0), from: p(3), to: p(2)))),
      .replace(
        line("9:47:40", .arrived(v(0), at: p(2), driven: Meters(1000))),
        by: line("9:47:41", .arrived(v(0), at: p(2), driven: Meters(1000)))),
      .replace(
        line("9:47:40", .alighted(r(12), from: v(0), at: p(2))),
        by: line("9:47:41", .alighted(r(12), from: v(0), at: p(2))))),
    Fault("alights twice", [.alightingVehicle], .add(alighting, after: alighting)),
    Fault(
      "alights where the vehicle is not", [.alightingPlace],
      .replace(alighting, by: line("9:37:30", .alighted(r(11), from: v(1), at: p(1))))),
    Fault(
      "alights after the arrival", [.alightingTime],
      .replace(alighting, by: line("9:37:31", .alighted(r(11), from: v(1), at: p(2))))),
  ]

  @Test("a drive or a halt out of line is named", arguments: driving + halting)
  func broken(fault: Fault) {
    #expect(Tampered(fault.edits).broken == fault.rules)
  }

  @Test("a party boards the vehicle it was given to")
  func boardingVehicle() {
    let day = Tampered([
      .replace(
        line("9:36:20", .boarded(r(11), on: v(1), at: p(1))),
        by: line("9:36:20", .boarded(r(11), on: v(2), at: p(1))))
    ])
    #expect(day.broken.contains(.boardingVehicle))
  }

  @Test("parties planned to board together do, even where each boards as it is ready")
  func boardingTogether() {
    let requests = Column<Request, Request>([
      request(0, booked: "8:50:00", desired: "9:00:00", from: [access(0)], to: [access(1)]),
      request(1, booked: "8:50:00", desired: "9:02:00", from: [access(0)], to: [access(1)]),
    ])
    let records = [
      line("8:50:00", .booked(r(0))),
      line("8:50:00", .booked(r(1))),
      line(
        "8:50:00",
        accept(0, of: requests, van: 0, from: 0, to: 1, promised: "9:00:20", latest: "9:05:20")),
      line(
        "8:50:00",
        accept(1, of: requests, van: 0, from: 0, to: 1, promised: "9:02:00", latest: "9:07:00")),
      line("8:50:00", .replanned(v(0))),
      line("9:00:00", .onDuty(v(0), at: p(0))),
      line("9:00:00", .halted(v(0), at: p(0))),
      line("9:00:20", .boarded(r(0), on: v(0), at: p(0))),
      line("9:02:00", .boarded(r(1), on: v(0), at: p(0))),
      line("9:02:20", .departed(v(0), from: p(0), to: p(1))),
      line("9:03:20", .arrived(v(0), at: p(1), driven: Meters(500))),
      line("9:03:20", .alighted(r(0), from: v(0), at: p(1))),
      line("9:03:20", .alighted(r(1), from: v(0), at: p(1))),
      line("10:00:00", .offDuty(v(0), at: p(1))),
    ]
    #expect(OneVan().findings(in: records, of: requests).map(\.rule) == [.boardingTime])
  }

  @Test("a finding says where, who, what was expected and why")
  func wording() throws {
    let fault = try #require(Self.driving.first { $0.rules == [.departureTime] })
    let finding = try #require(Tampered(fault.edits).findings.first)
    #expect(
      finding.description
        == "day 3, line 67: van 2: departed at 09:36:31, expected 09:36:30 "
        + "(gate 09:36:20 + 10 s of boarding)")
    #expect(finding.vehicle == v(1))
  }
}
