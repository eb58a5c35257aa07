import Audit
import Journal
import Mobility
import TestSupport
import Testing

/// A way to break the hand-made day, and the rules that it breaks, all of them.
struct Fault: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let rules: [Rule]
  let edits: [Edit]

  init(_ name: String, _ rules: [Rule], _ edits: Edit...) {
    testDescription = name
    self.rules = rules
    self.edits = edits
  }
}

@Suite("Rules of records, shifts and answers")
struct RecordRuleTests {
  static let records = [
    Fault(
      "a request that nobody made", [.unknownID],
      .insert(line("9:12:00", .booked(r(99))), before: line("9:12:00", .refused(r(4), .leadTime)))),
    Fault(
      "a new plan written twice", [.planned],
      .add(
        line("9:07:30", .replanned(v(0))), after: line("9:07:30", .replanned(v(0))))),
    Fault(
      "a record behind a later one", [.timeOrder],
      .drop(line("9:20:00", .replanned(v(1)))),
      .add(
        line("9:20:00", .replanned(v(1))),
        after: line("9:20:47", .alighted(r(9), from: v(0), at: p(1))))),
    Fault(
      "an answer before another booking of the instant", [.kindOrder],
      .drop(line("9:12:00", .booked(r(5)))),
      .add(line("9:12:00", .booked(r(5))), after: line("9:12:00", .refused(r(4), .leadTime)))),
    Fault(
      "riders alight before the vehicle has arrived", [.kindOrder, .alightingPlace],
      .drop(line("9:37:30", .alighted(r(11), from: v(1), at: p(2)))),
      .insert(
        line("9:37:30", .alighted(r(11), from: v(1), at: p(2))),
        before: line("9:37:30", .arrived(v(1), at: p(2), driven: Meters(600))))),
  ]

  static let shifts = [
    Fault(
      "on duty early", [.onDuty],
      .replace(
        line("9:05:00", .onDuty(v(2), at: p(1))), by: line("9:04:59", .onDuty(v(2), at: p(1))))),
    Fault(
      "on duty twice", [.onDuty],
      .add(
        line("9:05:00", .onDuty(v(2), at: p(1))), after: line("9:05:00", .onDuty(v(2), at: p(1))))),
    Fault(
      "on duty elsewhere", [.onDuty, .movement],
      .replace(
        line("9:05:00", .onDuty(v(2), at: p(1))), by: line("9:05:00", .onDuty(v(2), at: p(0))))),
    Fault(
      "never on duty at all", [.onDuty, .offDuty], .drop(line("9:05:00", .onDuty(v(2), at: p(1)))),
      .drop(line("9:40:00", .offDuty(v(2), at: p(1))))),
    Fault("never off duty", [.offDuty], .drop(line("9:40:00", .offDuty(v(2), at: p(1))))),
    Fault(
      "off duty early", [.offDuty],
      .drop(line("9:40:00", .offDuty(v(2), at: p(1)))),
      .insert(line("9:39:59", .offDuty(v(2), at: p(1))), before: line("9:40:00", .booked(r(12))))),
    Fault(
      "a plan after the shift", [.outsideDuty],
      .insert(
        line("9:55:00", .replanned(v(1))),
        before: line("9:59:00", .departed(v(0), from: p(2), to: p(1))))),
    Fault(
      "a last drive that could have waited", [.endDrive],
      .replace(
        line("9:59:00", .departed(v(0), from: p(2), to: p(1))),
        by: line("9:58:00", .departed(v(0), from: p(2), to: p(1)))),
      .replace(
        line("10:00:00", .arrived(v(0), at: p(1), driven: Meters(600))),
        by: line("9:59:00", .arrived(v(0), at: p(1), driven: Meters(600)))),
      .replace(
        line("10:00:00", .offDuty(v(0), at: p(1))), by: line("9:59:00", .offDuty(v(0), at: p(1))))),
  ]

  static let answers = [
    Fault(
      "a booking recorded early", [.booked],
      .replace(line("9:14:00", .booked(r(8))), by: line("9:13:59", .booked(r(8))))),
    Fault("a booking not recorded", [.answered, .booked], .drop(line("9:14:00", .booked(r(8))))),
    Fault("no answer", [.answered], .drop(line("9:14:00", .refused(r(8), .seats)))),
    Fault(
      "two answers", [.answered],
      .add(
        line("9:14:00", .refused(r(8), .seats)), after: line("9:14:00", .refused(r(8), .seats)))),
    Fault(
      "the rules refuse late", [.answered],
      .replace(
        line("9:13:00", .refused(r(7), .samePlace)), by: line("9:13:01", .refused(r(7), .samePlace))
      )),
    Fault(
      "a wrong reason of the rules", [.refusalReason],
      .replace(
        line("9:12:00", .refused(r(4), .leadTime)),
        by: line("9:12:00", .refused(r(4), .outsideHours)))),
    Fault(
      "a reason of the rules that does not apply", [.refusalReason],
      .replace(
        line("9:14:00", .refused(r(8), .seats)), by: line("9:14:00", .refused(r(8), .leadTime)))),
    Fault(
      "a reason of the vehicles where the rules refuse", [.refusalReason],
      .replace(
        line("9:13:00", .refused(r(6), .tooFarToWalk)),
        by: line("9:13:00", .refused(r(6), .seats)))),
    Fault(
      "reassigned when already on board", [.reassigned],
      .add(
        line("9:46:00", .reassigned(r(12), to: v(1))),
        after: line("9:45:40", .departed(v(0), from: p(3), to: p(2))))),
    Fault(
      "reassigned to the vehicle it had", [.reassigned],
      .insert(
        line("9:41:00", .reassigned(r(12), to: v(0))), before: line("9:41:00", .replanned(v(0))))),
    Fault(
      "the vehicle that loses a rider keeps its plan", [.planned],
      .drop(line("9:11:00", .replanned(v(0))))),
    Fault(
      "the vehicle that gets a rider keeps its plan", [.planned],
      .drop(line("9:10:00", .replanned(v(0))))),
  ]

  @Test("a broken record is named", arguments: records + shifts + answers)
  func broken(fault: Fault) {
    #expect(Tampered(fault.edits).broken == fault.rules)
  }

  @Test("requests are numbered in booking order")
  func numbering() {
    var day = Tampered()
    day.requests = Column(day.requests.values.prefix(4).reversed())
    #expect(day.findings.filter { $0.record == nil && $0.rule == .unknownID }.count == 7)
  }

  @Test("work that outlasts the shift breaks it")
  func shiftEnd() {
    let off = line("9:50:00", .offDuty(v(1), at: p(3)))
    var day = Tampered([
      .drop(off),
      .add(
        line("9:42:20", .offDuty(v(1), at: p(3))),
        after: line("9:42:00", .arrived(v(1), at: p(3), driven: Meters(1000)))),
    ])
    day.inputs = HandMadeDay.inputs(vanTwoCloses: "9:42:10")
    #expect(day.broken == [.shiftEnd])
  }
}
