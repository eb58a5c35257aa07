import Indicators
import Journal
import Mobility
import Testing

@Suite("KPIs over days")
struct OverviewTests {
  @Test("the mean is that of the days, and quantiles pool their riders")
  func dayMeans() throws {
    // Mean waits of 10 s and 40 s; pooled riders wait 10, 30, 50 s.
    let days = [Self.day(0, waits: [10]), Self.day(1, waits: [30, 50])]
    let wait = Overview.all(of: days, seed: 1)[.waitDesired]
    #expect(wait.mean?.mean == 25)
    #expect(wait.mean?.days == 2)
    #expect(wait.p50 == 30)
    #expect(wait.p90 == 50)
  }

  @Test("KPIs of days have quantiles over days")
  func dayQuantiles() {
    let days = (0..<10).map { Self.day($0, waits: Array(repeating: 10, count: $0 + 1)) }
    let riders = Overview.all(of: days, seed: 1)[.riders]
    #expect(riders.p50 == 5)
    #expect(riders.p90 == 9)
    #expect(riders.mean?.mean == 5.5)
  }

  @Test("days without a value are left out and counted")
  func skippedDays() {
    let days = [Self.day(0, waits: [10]), Self.day(1, waits: []), Self.day(2, waits: [20])]
    let overviews = Overview.all(of: days, seed: 1)
    #expect(overviews[.waitDesired].mean?.mean == 15)
    #expect(overviews[.waitDesired].mean?.days == 2)
    #expect(overviews[.waitDesired].skippedDays == 1)
    #expect(overviews[.riders].mean?.mean == 2.0 / 3)
    #expect(overviews[.computeTime].mean == nil)
    #expect(overviews[.computeTime].p90 == nil)
    #expect(overviews[.computeTime].skippedDays == 3)
  }

  @Test("the interval of the 90 % quantile is that of the ninth of ten draws")
  func bootstrap() {
    // P(the ninth of ten draws from 1...10 is at most v) is 0.011 for 5, 0.046 for 6, 0.74 for 9.
    let days = (0..<10).map { Self.day($0, waits: [Int32($0) + 1]) }
    #expect(Overview.all(of: days, seed: 1)[.waitDesired].p90Interval == 6...10)
    #expect(Overview.all(of: days, seed: 2)[.waitDesired].p90Interval == 6...10)
  }

  @Test("equal days leave no doubt about a quantile, one day all")
  func degenerateBootstrap() {
    let days = (0..<5).map { Self.day($0, waits: [10, 20, 30]) }
    #expect(Overview.all(of: days, seed: 1)[.waitDesired].p90Interval == 30...30)
    #expect(Overview.all(of: [days[0]], seed: 1)[.waitDesired].p90Interval == nil)
  }

  @Test("days are drawn, not riders")
  func clusters() {
    // One rider in three is slow, but they all travel on the same day of three: a draw without
    // that day (8 in 27) has no slow rider at all.
    let days = [
      Self.day(0, waits: [10, 10, 10, 10]), Self.day(1, waits: [10, 10, 10, 10]),
      Self.day(2, waits: [90, 90, 90, 90]),
    ]
    #expect(Overview.all(of: days, seed: 1)[.waitDesired].p90Interval == 10...90)
  }

  @Test("a comparison is the mean of the day's differences, b - a, with its interval")
  func pairedComparison() throws {
    let a = [10, 20, 30].enumerated().map { Self.day($0, waits: [$1]) }
    let b = [11, 23, 35].enumerated().map { Self.day($0, waits: [$1]) }
    let comparison = PairedComparison(of: .waitDesired, from: a, to: b)
    let interval = try #require(comparison.difference?.interval)
    // Differences 1, 3, 5: 3 ± 4.302653 * 2 / sqrt(3)
    #expect(comparison.difference?.mean == 3)
    #expect(comparison.difference?.days == 3)
    #expect(abs(interval.lowerBound + 1.968276) < 1e-5)
    #expect(abs(interval.upperBound - 7.968276) < 1e-5)
    #expect(interval.contains(0))
  }

  @Test("pairing finds what differs little but always")
  func excludesZero() {
    let a = [10, 200, 3000].enumerated().map { Self.day($0, waits: [$1]) }
    let b = [9, 198, 2999].enumerated().map { Self.day($0, waits: [$1]) }
    #expect(
      PairedComparison(of: .waitDesired, from: a, to: b).difference?.interval?.contains(0) == true)
    let c = [8, 198, 2998].enumerated().map { Self.day($0, waits: [$1]) }
    #expect(
      PairedComparison(of: .waitDesired, from: a, to: c).difference?.interval?.contains(0) == false)
    #expect(PairedComparison(of: .riders, from: a, to: b).difference?.interval?.contains(0) == true)
  }

  @Test("only days on which both have a value are compared")
  func missingDays() {
    let a = [Self.day(0, waits: [10]), Self.day(1, waits: [])]
    let b = [Self.day(0, waits: [25]), Self.day(1, waits: [99])]
    let comparison = PairedComparison(of: .waitDesired, from: a, to: b)
    #expect(comparison.difference?.mean == 15)
    #expect(comparison.difference?.days == 1)
    #expect(comparison.difference?.interval == nil)
    #expect(PairedComparison(of: .computeTime, from: a, to: b).difference == nil)
  }

  /// A day on which each rider has a van of their own, which comes after the given seconds.
  static func day(_ index: Int, waits: [Int32]) -> DayFigures {
    var records: [Record] = []
    let requests = waits.indices.map {
      SmallDay.request(
        $0, booked: "08:00:00", desired: "08:10:00", from: Access(place: SmallDay.a),
        to: Access(place: SmallDay.b))
    }
    for (request, wait) in zip(requests, waits) {
      let van = VehicleID(request.id.index)
      let boarding = request.desired + .seconds(wait)
      let leaving = boarding + request.boarding
      let terms = SmallDay.rules.terms(
        for: request, from: request.pickups[0], to: request.dropoffs[0], direct: .seconds(180))
      records += [
        Record(
          request.booked,
          .accepted(
            request.id, by: van,
            SmallDay.rules.promise(
              of: terms, boarding: boarding, arrival: leaving + .seconds(180)))),
        Record(boarding, .boarded(request.id, on: van, at: SmallDay.a)),
        Record(leaving, .departed(van, from: SmallDay.a, to: SmallDay.b)),
        Record(
          leaving + .seconds(180), .arrived(van, at: SmallDay.b, driven: Meters(1500))),
        Record(
          leaving + .seconds(180), .alighted(request.id, from: van, at: SmallDay.b)),
      ]
    }
    let inputs = DayInputs(
      requests: Column(requests), vehicles: Column(waits.indices.map { SmallDay.van($0) }),
      refusalWait: .minutes(60))
    return DayFigures(
      ServiceDay(Trace(day: index, records: records.sorted { $0.time < $1.time }), inputs: inputs))
  }
}
