import Audit
import Journal
import Mobility
import TestSupport
import Testing

@Suite("Diversions")
struct DiversionTests {
  typealias Day = DivertedDay

  @Test("the audit finds nothing in the day with diversions")
  func cleanDay() {
    #expect(Auditor(Day.inputs()).findings(in: Day.day).map(\.description) == [])
  }

  static let faults = [
    Fault(
      "turns at a node it has passed", [.diversion],
      .replace(Day.passing, by: line("9:01:10", .diverted(v(0), at: p(5), to: p(1))))),
    Fault(
      "turns at a named place", [.diversion],
      .replace(Day.here, by: line("9:09:00", .diverted(v(0), at: p(1), to: p(1))))),
    Fault(
      "turns at a node that it is not going to", [.diversion],
      .replace(Day.passing, by: line("9:01:10", .diverted(v(0), at: p(11), to: p(1)))),
      .replace(Day.again, by: line("9:01:20", .diverted(v(0), at: p(11), to: p(3))))),
    Fault(
      "turns without a new plan", [.planned, .diversion],
      .drop(line("9:01:20", .replanned(v(0))))),
    Fault(
      "turns to where it was going", [.diversion],
      .add(Day.passing, after: Day.passing)),
    Fault(
      "turns to a place of nobody", [.destination],
      .insert(line("9:01:20", .diverted(v(0), at: p(6), to: p(0))), before: Day.again)),
    Fault(
      "turns where it stands", [.movement],
      .add(
        line("9:02:10", .diverted(v(0), at: p(11), to: p(1))),
        after: line("9:02:00", .arrived(v(0), at: p(3), driven: Meters(700))))),
    Fault(
      "arrives where it was going before", [.movement, .arrivalTime, .driven],
      .drop(Day.here)),
    Fault(
      "counts the metres from the turn alone", [.driven],
      .replace(
        line("9:04:30", .arrived(v(0), at: p(1), driven: Meters(950))),
        by: line("9:04:30", .arrived(v(0), at: p(1), driven: Meters(250))))),
    Fault(
      "arrives as if it could turn between nodes", [.arrivalTime],
      .replace(
        line("9:04:30", .arrived(v(0), at: p(1), driven: Meters(950))),
        by: line("9:04:29", .arrived(v(0), at: p(1), driven: Meters(950)))),
      .drop(line("9:04:50", .boarded(r(3), on: v(0), at: p(1))))),
    Fault(
      "drives on with nobody to carry", [.destination],
      .replace(Day.parking, by: line("9:03:50", .diverted(v(1), at: p(8), to: p(0))))),
  ]

  @Test("a diversion out of line is named", arguments: faults)
  func broken(fault: Fault) {
    let broken = Tampered(diverted: fault.edits).broken
    #expect(Set(broken).isSuperset(of: fault.rules), "\(broken)")
  }

  @Test(
    "between nodes 5 and 4 the next is 4: the road from 5 to 3 is as fast, but longer",
    arguments: [(8, false), (7, true)])
  func longerWay(turn: Int, isWrong: Bool) {
    let next = line("9:09:00", .booked(r(4)))
    let day = Tampered(diverted: [
      .insert(line("9:08:10", .replanned(v(0))), before: next),
      .insert(line("9:08:10", .diverted(v(0), at: p(turn), to: p(1))), before: next),
      .drop(Day.here),
    ])
    #expect(day.broken.contains(.diversion) == isWrong)
  }

  @Test("a service without diversion lets vehicles arrive")
  func notAllowed() {
    var day = Tampered(diverted: [])
    day.inputs = DivertedDay.inputs(diversion: false)
    #expect(day.broken.count { $0 == .unknownID } >= 6)

    let records = [
      line("9:00:00", .onDuty(v(0), at: p(0))),
      line("9:00:00", .departed(v(0), from: p(0), to: p(1))),
      line("9:00:00", .diverted(v(0), at: p(0), to: p(0))),
    ]
    #expect(OneVan().findings(in: records).map(\.rule).contains(.diversion))
  }

  @Test("nobody is promised a boarding before the vehicle can have turned")
  func promisedTooEarly() {
    for (index, promised) in [(1, "9:02:19.999"), (2, "9:02:19.999"), (3, "9:04:49.999")] {
      var day = Tampered(diverted: [])
      day.changePromise(to: index) {
        $0.with(boarding: at(promised), latestBoarding: at(promised) + .minutes(5))
      }
      #expect(day.broken.contains(.promisedTime), "\(index): \(day.broken)")
    }
  }

  @Test("of 500 single changes to the day with diversions at least 98 in 100 are caught")
  func mutations() throws {
    let auditor = Auditor(Day.inputs())
    var escaped: [String] = []
    for seed in 0..<500 {
      let mutation = try #require(TraceMutation(of: Day.day.trace, seed: seed))
      let day = AuditedDay(trace: mutation.trace, requests: Day.requests)
      if auditor.findings(in: day).isEmpty { escaped.append(mutation.description) }
    }
    print("escaped: \(escaped)")
    #expect(escaped.count <= 10)
  }
}
