import Audit
import Journal
import Mobility
import TestSupport
import Testing

/// A minute to the rider and a minute back, who may wait a minute and be there after two.
@Suite("Soft limits")
struct SoftLimitTests {
  static let rules = DivertedDay.rules(
    diversion: false, limits: .soft, maximumWait: .minutes(1), rideAllowance: .seconds(30))

  static let requests = Column<Request, Request>([
    request(0, booked: "9:00:00", desired: "9:00:00", from: [access(1)], to: [access(0)]),
    request(
      1, booked: "9:01:20", desired: "9:01:20", arriveBy: "9:30:00", boarding: 30,
      from: [access(1)], to: [access(0)]),
  ])

  static func accept(_ index: Int, boarding: String, arrival: String) -> Event {
    let request = requests[r(index)]
    let terms = rules.terms(
      for: request, from: request.pickups[0], to: request.dropoffs[0], direct: .minutes(1))
    return .accepted(
      r(index), by: v(0), rules.promise(of: terms, boarding: at(boarding), arrival: at(arrival)))
  }

  static func findings(_ change: (Promise) -> Promise) -> [Finding] {
    let records = [
      line("9:00:00", .onDuty(v(0), at: p(0))),
      line("9:00:00", .booked(r(0))),
      line("9:00:00", accept(0, boarding: "9:01:20", arrival: "9:02:30")),
      line("9:00:00", .replanned(v(0))),
      line("9:00:00", .departed(v(0), from: p(0), to: p(1))),
      line("9:01:00", .arrived(v(0), at: p(1), driven: Meters(500))),
      line("9:01:20", .boarded(r(0), on: v(0), at: p(1))),
      line("9:01:30", .departed(v(0), from: p(1), to: p(0))),
      line("9:02:30", .arrived(v(0), at: p(0), driven: Meters(500))),
      line("9:02:30", .alighted(r(0), from: v(0), at: p(0))),
      line("10:00:00", .offDuty(v(0), at: p(0))),
    ].map { record in
      guard case .accepted(let request, let vehicle, let promise) = record.event else {
        return record
      }
      return Record(record.time, .accepted(request, by: vehicle, change(promise)))
    }
    return OneVan(rules: rules).findings(in: records, of: Column(requests.values.prefix(1)))
  }

  @Test("a new rider may wait and ride longer than the limits")
  func clean() {
    #expect(Self.findings { $0 }.map(\.description) == [])
  }

  @Test("the latest boarding is the planned one or the limit, the ride has none")
  func terms() {
    let ms = TimeSpan(milliseconds: 1)
    let changes: [(Promise) -> Promise] = [
      { $0.with(latestBoarding: $0.terms.latestBoarding + ms) },
      { $0.with(latestBoarding: $0.terms.latestBoarding - ms) },
      { $0.with(rideLimit: .seconds(120)) },
    ]
    for change in changes { #expect(Self.findings(change).map(\.rule) == [.promiseTerms]) }
  }

  @Test("the latest arrival is not before the planned one can be, nor after it was")
  func latestArrival() {
    let early = Self.findings { $0.with(latestArrival: at("9:02:29")) }
    #expect(early.map(\.rule) == [.promiseTerms, .latestArrival, .promiseTerms])
    #expect(
      early.first?.text == "request 0: latest arrival: expected 09:02:30, found 09:02:29")
    let late = Self.findings { $0.with(latestArrival: at("9:02:31")) }
    #expect(
      late.map(\.text) == [
        "van: request 0: latest arrival: expected 09:02:30 as planned, found 09:02:31"
      ])
  }

  /// The second rider, whom nobody may refuse, makes the first one late.
  @Test("an accepted rider is not made later than was planned")
  func madeLater() {
    let records = [
      line("9:00:00", .onDuty(v(0), at: p(0))),
      line("9:00:00", .booked(r(0))),
      line("9:00:00", Self.accept(0, boarding: "9:01:20", arrival: "9:02:30")),
      line("9:00:00", .replanned(v(0))),
      line("9:00:00", .departed(v(0), from: p(0), to: p(1))),
      line("9:01:00", .arrived(v(0), at: p(1), driven: Meters(500))),
      line("9:01:20", .booked(r(1))),
      line("9:01:20", Self.accept(1, boarding: "9:01:20", arrival: "9:03:00")),
      line("9:01:20", .replanned(v(0))),
      line("9:01:20", .boarded(r(0), on: v(0), at: p(1))),
      line("9:01:20", .boarded(r(1), on: v(0), at: p(1))),
      line("9:02:00", .departed(v(0), from: p(1), to: p(0))),
      line("9:03:00", .arrived(v(0), at: p(0), driven: Meters(500))),
      line("9:03:00", .alighted(r(0), from: v(0), at: p(0))),
      line("9:03:00", .alighted(r(1), from: v(0), at: p(0))),
      line("10:00:00", .offDuty(v(0), at: p(0))),
    ]
    let findings = OneVan(rules: Self.rules).findings(in: records, of: Self.requests)
    #expect(
      findings.map(\.description) == [
        "day 0, line 14: van: request 0: alighted at 09:03:00, expected by 09:02:30"
      ])
  }
}
