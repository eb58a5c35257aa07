import Audit
import Journal
import Mobility
import TestSupport
import Testing

@Suite("Waiting elsewhere")
struct RepositioningRuleTests {
  typealias Day = WaitingDay

  @Test("the audit finds nothing in the day with empty drives", arguments: [false, true])
  func cleanDay(diversion: Bool) {
    let day = AuditedDay(
      trace: Trace(day: 3, records: Day.trace(diversion: diversion).records.withPlans),
      requests: Day.requests)
    let findings = Auditor(Day.inputs(diversion: diversion)).findings(in: day)
    #expect(findings.map(\.description) == [])
  }

  static let faults = [
    Fault(
      "is somewhere else than it drove to", [.movement],
      .replace(Day.arriving, by: line("9:05:00", .arrived(v(0), at: p(2), driven: Meters(1600))))),
    Fault(
      "is there too soon", [.arrivalTime],
      .replace(Day.arriving, by: line("9:04:59", .arrived(v(0), at: p(3), driven: Meters(1600))))),
    Fault(
      "is there without having driven", [.driven],
      .replace(Day.arriving, by: line("9:05:00", .arrived(v(0), at: p(3), driven: .zero)))),
    Fault(
      "sets out with a rider aboard", [.repositioning],
      .insert(
        line("9:00:30", .repositioned(v(0), to: p(1))),
        before: line("9:00:30", .departed(v(0), from: p(0), to: p(1))))),
    Fault(
      "sets out though somebody waits for it", [.repositioning],
      .insert(
        line("9:00:00", .repositioned(v(0), to: p(1))),
        before: line("9:00:20", .boarded(r(0), on: v(0), at: p(0))))),
    Fault(
      "sets out late", [.repositioning],
      .replace(Day.leaving, by: line("9:02:01", .departed(v(0), from: p(1), to: p(3))))),
    Fault(
      "sets out before its halt is over", [.repositioning],
      .replace(Day.order, by: line("9:01:59", .repositioned(v(0), to: p(3)))),
      .replace(Day.leaving, by: line("9:01:59", .departed(v(0), from: p(1), to: p(3))))),
    Fault(
      "sets out for elsewhere", [.repositioning],
      .replace(Day.leaving, by: line("9:02:00", .departed(v(0), from: p(1), to: p(2))))),
    Fault("sets out unasked", [.destination], .drop(Day.order)),
    Fault("does not set out", [.repositioning, .movement], .drop(Day.leaving)),
    Fault(
      "is sent to where it stands", [.repositioning],
      .replace(Day.order, by: line("9:02:00", .repositioned(v(0), to: p(1)))),
      .replace(Day.leaving, by: line("9:02:00", .departed(v(0), from: p(1), to: p(1))))),
    Fault(
      "is sent elsewhere on the road", [.repositioning],
      .insert(line("9:02:00", .repositioned(v(0), to: p(2))), before: Day.arriving)),
    Fault(
      "is sent from where it cannot be home in time", [.repositioning],
      .insert(line("9:56:30", .repositioned(v(0), to: p(3))), before: Day.homeward),
      .insert(line("9:56:30", .departed(v(0), from: p(2), to: p(3))), before: Day.homeward),
      .replace(
        Day.homeward, by: line("9:58:30", .arrived(v(0), at: p(3), driven: Meters(1000))))),
    Fault(
      "is sent before its shift", [.outsideDuty],
      .insert(
        line("8:55:00", .repositioned(v(0), to: p(1))),
        before: line("9:00:00", .onDuty(v(0), at: p(0))))),
    Fault("boards without a halt where it came to wait", [.halt], .drop(Day.halting)),
    Fault(
      "goes on only after a halt", [.departureTime],
      .replace(Day.goingOn, by: line("9:10:20", .departed(v(0), from: p(0), to: p(2))))),
  ]

  @Test("what is out of line is named", arguments: faults)
  func broken(fault: Fault) {
    var day = Tampered()
    (day.records, day.requests, day.inputs) = (Day.trace().records, Day.requests, Day.inputs())
    #expect(day.broken == [])
    for edit in fault.edits { day.apply(edit) }
    #expect(Set(day.broken).isSuperset(of: fault.rules), "\(day.findings)")
  }

  @Test("a van turns on an empty drive where it can, and only for a new plan")
  func diversions() {
    let faults: [(edit: Edit, rule: Rule)] = [
      (.drop(Day.turn), .movement),
      (.replace(Day.turn, by: line("9:09:00", .diverted(v(0), at: p(6), to: p(2)))), .diversion),
      (.replace(Day.turn, by: line("9:09:00", .diverted(v(0), at: p(4), to: p(2)))), .diversion),
      (.drop(line("9:09:00", .replanned(v(0)))), .diversion),
    ]
    for fault in faults {
      var day = Tampered()
      day.records = Day.trace(diversion: true).records
      (day.requests, day.inputs) = (Day.requests, Day.inputs(diversion: true))
      day.apply(fault.edit)
      #expect(day.broken.contains(fault.rule), "\(day.findings)")
    }
  }

  @Test("of 500 single changes to the day with empty drives at least 98 in 100 are caught")
  func mutations() {
    let auditor = Auditor(Day.inputs())
    let whole = Trace(day: 3, records: Day.trace().records.withPlans)
    var tried = 0
    var escaped: [String] = []
    // With one van there is no other to change it for.
    for seed in 0..<500 {
      guard let mutation = TraceMutation(of: whole, seed: seed) else { continue }
      tried += 1
      let day = AuditedDay(trace: mutation.trace, requests: Day.requests)
      if auditor.findings(in: day).isEmpty { escaped.append(mutation.description) }
    }
    #expect(tried > 400)
    #expect(escaped.count * 50 <= tried, "\(escaped)")
  }
}
