import Audit
import Journal
import Mobility
import TestSupport
import Testing

@Suite("Rules of promises and rides")
struct RideRuleTests {
  static let terms: [(String, @Sendable (Promise) -> Promise)] = [
    ("riders", { $0.with(riders: $0.terms.riders + 1) }),
    ("boarding", { $0.with(boardingTime: $0.terms.boarding + ms) }),
    ("walk", { $0.with(walk: $0.terms.walk + ms) }),
    ("ready", { $0.with(ready: $0.terms.ready + ms) }),
    ("latest boarding", { $0.with(latestBoarding: $0.terms.latestBoarding + ms) }),
    ("latest arrival", { $0.with(latestArrival: $0.terms.latestArrival - ms) }),
    ("ride limit", { $0.with(rideLimit: $0.terms.rideLimit + ms) }),
    ("direct ride", { $0.with(direct: $0.terms.direct - ms) }),
  ]
  static let ms = TimeSpan(milliseconds: 1)

  @Test("a figure of a promise that is a millisecond off is named", arguments: terms.indices)
  func promiseTerms(index: Int) throws {
    let (name, change) = Self.terms[index]
    var day = Tampered()
    day.changePromise(to: 1, change)
    #expect(day.broken == [.promiseTerms])
    #expect(try #require(day.findings.first).text.hasPrefix("request 1: \(name): expected "))
  }

  @Test("a promise is from and to places that the request can walk to")
  func promisePlaces() {
    var day = Tampered()
    day.requests[r(11)] = request(
      11, booked: "9:35:00", desired: "9:36:00", from: [access(0)], to: [access(2)])
    #expect(day.broken == [.promisePlaces])
  }

  @Test("nobody is promised a boarding before being ready")
  func promisedBeforeReady() {
    var day = Tampered()
    day.changePromise(to: 12) {
      $0.with(boarding: at("9:45:29.999"), latestBoarding: at("9:50:29.999"))
    }
    #expect(day.broken == [.promisedTime])
  }

  @Test("nobody is promised a boarding before the vehicle can be there")
  func promisedTooEarly() {
    var day = Tampered()
    day.changePromise(to: 11) {
      $0.with(boarding: at("9:36:19.999"), latestBoarding: at("9:41:19.999"))
    }
    #expect(day.broken == [.promisedTime, .promiseKept])
  }

  @Test(
    "a vehicle on its way can be promised for its halt's first boarding, and not before",
    arguments: [
      ("9:01:50", "9:06:50", []),
      ("9:01:49.999", "9:06:49.999", [Rule.promisedTime, .promiseKept]),
    ])
  func promisedOnTheWay(promised: String, latest: String, rules: [Rule]) {
    let requests = Column<Request, Request>([
      request(0, booked: "8:50:00", desired: "9:00:00", from: [access(0)], to: [access(1)]),
      request(1, booked: "8:59:00", desired: "9:00:30", from: [access(1)], to: [access(0)]),
    ])
    let first = accept(
      0, of: requests, van: 0, from: 0, to: 1, promised: "9:00:20", latest: "9:05:20")
    let second = accept(
      1, of: requests, van: 0, from: 1, to: 0, promised: promised, latest: latest)
    let records = [
      line("8:50:00", .booked(r(0))),
      line("8:50:00", first),
      line("8:50:00", .replanned(v(0))),
      line("8:59:00", .booked(r(1))),
      line("9:00:00", .onDuty(v(0), at: p(0))),
      line("9:00:00", .halted(v(0), at: p(0))),
      line("9:00:20", .boarded(r(0), on: v(0), at: p(0))),
      line("9:00:30", .departed(v(0), from: p(0), to: p(1))),
      line("9:01:00", second),
      line("9:01:00", .replanned(v(0))),
      line("9:01:30", .arrived(v(0), at: p(1), driven: Meters(500))),
      line("9:01:30", .alighted(r(0), from: v(0), at: p(1))),
      line("9:01:50", .boarded(r(1), on: v(0), at: p(1))),
      line("9:02:10", .departed(v(0), from: p(1), to: p(0))),
      line("9:03:10", .arrived(v(0), at: p(0), driven: Meters(500))),
      line("9:03:10", .alighted(r(1), from: v(0), at: p(0))),
      line("10:00:00", .offDuty(v(0), at: p(0))),
    ]
    #expect(OneVan().findings(in: records, of: requests).map(\.rule) == rules)
  }

  @Test("without a later plan, boarding begins as promised")
  func promiseKept() {
    var day = Tampered()
    day.changePromise(to: 2) { $0.with(boarding: at("9:08:36"), latestBoarding: at("9:13:36")) }
    #expect(day.broken == [.promiseKept])
  }

  @Test("an accepted rider whom nobody carries is named once")
  func carried() {
    var day = Tampered([
      .replace(
        line("9:14:00", .refused(r(8), .seats)),
        by: line(
          "9:14:00",
          accept(8, van: 2, from: 0, to: 1, promised: "9:20:00", latest: "9:25:00"))),
      .insert(line("9:14:00", .replanned(v(2))), before: line("9:15:00", .booked(r(9)))),
    ])
    #expect(day.broken == [.carried])
    day.apply(.drop(line("9:40:00", .offDuty(v(2), at: p(1)))))
    #expect(day.broken == [.offDuty, .carried])
  }

  @Test("a boarding after the latest one allowed breaks the promise, at its planned time or not")
  func boardingWindow() {
    var day = Tampered()
    day.inputs = HandMadeDay.inputs(maximumWait: .seconds(90))
    day.requests[r(0)] = request(
      0, booked: "-6:00:00", desired: "9:03:00", from: [access(0, 60, 80)], to: [access(2, 30, 40)])
    day.requests[r(1)] = request(
      1, booked: "9:00:30", desired: "9:04:30", arriveBy: "9:20:00", riders: 2, boarding: 15,
      from: [access(0, 30, 40), access(1, 200, 250)], to: [access(3, 0, 0)])
    let requests = day.requests
    day.changePromises { promise in
      let latest = requests[promise.terms.request].desired + .seconds(90)
      return promise.with(latestBoarding: min(promise.terms.latestBoarding, latest))
    }
    day.changePromise(to: 0) { $0.with(boarding: at("9:04:00"), ready: at("9:04:00")) }
    day.changePromise(to: 1) { $0.with(ready: at("9:05:00")) }
    #expect(day.broken == [.boardingWindow])
  }

  @Test("an arrival after the time asked for is named")
  func latestArrival() {
    var day = Tampered()
    day.requests[r(1)] = request(
      1, booked: "9:00:30", desired: "9:03:00", arriveBy: "9:10:54", riders: 2, boarding: 15,
      from: [access(0, 30, 40), access(1, 200, 250)], to: [access(3, 0, 0)])
    day.changePromise(to: 1) { $0.with(latestArrival: at("9:10:54")) }
    #expect(day.broken == [.latestArrival])
  }

  @Test("a ride longer than the limit is named")
  func rideLimit() {
    var day = Tampered()
    day.inputs = HandMadeDay.inputs(rideFactorThousandths: 1000, rideAllowance: .seconds(60))
    day.changePromises { $0.with(rideLimit: $0.terms.direct + .seconds(60)) }
    #expect(day.broken == [.rideLimit])
  }

  @Test("more riders than seats are named")
  func seats() {
    var day = Tampered()
    day.inputs = HandMadeDay.inputs(vanTwoSeats: 1)
    #expect(day.broken == [.seats])
  }
}
