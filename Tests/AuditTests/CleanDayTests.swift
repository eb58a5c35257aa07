import Audit
import Journal
import Mobility
import TestSupport
import Testing

@Suite("Days by the rules")
struct CleanDayTests {
  @Test("the audit finds nothing in the hand-made day")
  func cleanDay() {
    #expect(Auditor(HandMadeDay.inputs).findings(in: HandMadeDay.day).map(\.description) == [])
  }

  @Test("an arrival may follow its departure at once where the drive takes no time")
  func driveOfNoTime() {
    let records = [
      line("9:00:00", .onDuty(v(0), at: p(0))),
      line("10:00:00", .departed(v(0), from: p(0), to: p(1))),
      line("10:00:00", .arrived(v(0), at: p(1), driven: .zero)),
      line("10:00:00", .offDuty(v(0), at: p(1))),
    ]
    let findings = OneVan(end: 1, places: [0, 0]).findings(in: records)
    #expect(findings.map(\.description) == [])
  }

  /// The rules leave open whether a halt is over in the very instant that its work is done.
  @Test(
    "who is accepted as a halt's work is done boards in a new halt or in the old one",
    arguments: [
      ("9:03:10", "9:04:10", [line("9:02:00", .halted(v(0), at: p(1)))]),
      // The old halt's alighting, 10 s, counts once more.
      ("9:03:20", "9:04:20", []),
    ])
  func acceptedAsWorkIsDone(leaves: String, arrives: String, halt: [Record]) {
    let requests = Column<Request, Request>([
      request(0, booked: "8:50:00", desired: "9:00:00", from: [access(0)], to: [access(1)]),
      request(1, booked: "9:02:00", desired: "9:03:00", from: [access(1)], to: [access(0)]),
    ])
    let first = accept(
      0, of: requests, van: 0, from: 0, to: 1, promised: "9:00:20", latest: "9:05:20")
    let second = accept(
      1, of: requests, van: 0, from: 1, to: 0, promised: "9:03:00", latest: "9:08:00")
    let morning = [
      line("8:50:00", .booked(r(0))),
      line("8:50:00", first),
      line("8:50:00", .replanned(v(0))),
      line("9:00:00", .onDuty(v(0), at: p(0))),
      line("9:00:00", .halted(v(0), at: p(0))),
      line("9:00:20", .boarded(r(0), on: v(0), at: p(0))),
      line("9:00:30", .departed(v(0), from: p(0), to: p(1))),
      line("9:01:30", .arrived(v(0), at: p(1), driven: Meters(500))),
      line("9:01:30", .alighted(r(0), from: v(0), at: p(1))),
      line("9:02:00", .booked(r(1))),
      line("9:02:00", second),
      line("9:02:00", .replanned(v(0))),
    ]
    let rest = [
      line("9:03:00", .boarded(r(1), on: v(0), at: p(1))),
      line(leaves, .departed(v(0), from: p(1), to: p(0))),
      line(arrives, .arrived(v(0), at: p(0), driven: Meters(500))),
      line(arrives, .alighted(r(1), from: v(0), at: p(0))),
      line("10:00:00", .offDuty(v(0), at: p(0))),
    ]
    let findings = OneVan().findings(in: morning + halt + rest, of: requests)
    #expect(findings.map(\.description) == [])
  }

  @Test("who is accepted while the vehicle waits for another boards that instant, in its halt")
  func acceptedWhileWaiting() {
    let requests = Column<Request, Request>([
      request(0, booked: "8:50:00", desired: "9:10:00", from: [access(0)], to: [access(1)]),
      request(1, booked: "9:00:00", desired: "9:01:00", from: [access(0)], to: [access(1)]),
    ])
    let first = accept(
      0, of: requests, van: 0, from: 0, to: 1, promised: "9:10:00", latest: "9:15:00")
    let second = accept(
      1, of: requests, van: 0, from: 0, to: 1, promised: "9:05:00", latest: "9:10:00")
    let records = [
      line("8:50:00", .booked(r(0))),
      line("8:50:00", first),
      line("8:50:00", .replanned(v(0))),
      line("9:00:00", .onDuty(v(0), at: p(0))),
      line("9:00:00", .booked(r(1))),
      line("9:00:00", .halted(v(0), at: p(0))),
      line("9:05:00", second),
      line("9:05:00", .replanned(v(0))),
      line("9:05:00", .boarded(r(1), on: v(0), at: p(0))),
      line("9:05:10", .departed(v(0), from: p(0), to: p(1))),
      line("9:06:10", .arrived(v(0), at: p(1), driven: Meters(500))),
      line("9:06:10", .alighted(r(1), from: v(0), at: p(1))),
      line("9:06:40", .departed(v(0), from: p(1), to: p(0))),
      line("9:07:40", .arrived(v(0), at: p(0), driven: Meters(500))),
      line("9:10:00", .boarded(r(0), on: v(0), at: p(0))),
      line("9:10:10", .departed(v(0), from: p(0), to: p(1))),
      line("9:11:10", .arrived(v(0), at: p(1), driven: Meters(500))),
      line("9:11:10", .alighted(r(0), from: v(0), at: p(1))),
      line("10:00:00", .offDuty(v(0), at: p(1))),
    ]
    let findings = OneVan().findings(in: records, of: requests)
    #expect(findings.map(\.description) == [])
  }
}
