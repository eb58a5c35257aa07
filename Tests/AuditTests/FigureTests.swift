import Audit
import Journal
import Mobility
import Testing

@Suite("Derived figures")
struct FigureTests {
  static let auditor = Auditor(HandMadeDay.inputs)

  /// A day on which nobody books: van 1 drives to its end, and that is all.
  static let quietDay = AuditedDay(
    trace: Trace(
      day: 4,
      records: [
        line("9:00:00", .onDuty(v(0), at: p(0))),
        line("9:00:00", .onDuty(v(1), at: p(2))),
        line("9:05:00", .onDuty(v(2), at: p(1))),
        line("9:40:00", .offDuty(v(2), at: p(1))),
        line("9:50:00", .offDuty(v(1), at: p(2))),
        line("9:59:00", .departed(v(0), from: p(0), to: p(1))),
        line("10:00:00", .arrived(v(0), at: p(1), driven: Meters(500))),
        line("10:00:00", .offDuty(v(0), at: p(1))),
      ]), requests: Column([Request]()))

  /// Worked out by hand from the trace; 10 riders served, 13 refused.
  static let handMade: [(Figure, Double)] = [
    (.waitBooking, 5787.5), (.waitDesired, 20), (.waitPromise, 0), (.waitPenalised, 47000.0 / 23),
    (.servedShare, 10.0 / 23), (.refusedShare, 13.0 / 23), (.rideTime, 177), (.detourRatio, 1.0875),
    (.walk, 41.5), (.journeyTime, 255.4), (.riders, 10), (.ridersPerVehicleHour, 600.0 / 145),
    (.vehicleKm, 11.1), (.emptyShare, 42.0 / 111), (.loadedTimeShare, 1062.0 / 8700),
    (.occupancy, 2), (.pooledShare, 0.6), (.pooledRunShare, 1.0 / 3), (.vehicleHours, 145.0 / 60),
  ]

  @Test("each figure of the hand-made day is what pencil and paper say")
  func handMadeDay() throws {
    let day = try #require(Self.auditor.figures(of: [HandMadeDay.day]).days.first)
    #expect(day.day == 3)
    #expect(Self.handMade.map(\.0) == Figure.allCases)
    for (figure, expected) in Self.handMade {
      let value = try #require(day.values[figure], "\(figure)")
      #expect(abs(value - expected) < 1e-9, "\(figure)")
    }
  }

  @Test("a quiet day has no waits, rides or shares of them, and is audited all the same")
  func quietDay() throws {
    #expect(Self.auditor.findings(in: Self.quietDay) == [])
    let day = try #require(Self.auditor.figures(of: [Self.quietDay]).days.first)
    let present: [Figure: Double] = [
      .riders: 0, .ridersPerVehicleHour: 0, .vehicleKm: 0.5, .emptyShare: 1, .loadedTimeShare: 0,
      .vehicleHours: 145.0 / 60,
    ]
    #expect(day.values == present)
  }

  @Test("quantiles count riders, by nearest rank, whatever day they rode on")
  func quantiles() throws {
    let run = Self.auditor.figures(of: [HandMadeDay.day, Self.quietDay, HandMadeDay.day])
    let ride = try #require(run.summaries[.rideTime])
    #expect(ride.p50 == 120)
    #expect(ride.p90 == 330)
    let wait = try #require(run.summaries[.waitDesired])
    #expect([wait.mean, wait.p50, wait.p90, wait.p95] == [20, 0, 90, 90])
    let penalised = try #require(run.summaries[.waitPenalised])
    #expect([penalised.p50, penalised.p95] == [3600, 3600])
    let driven = try #require(run.summaries[.vehicleKm])
    #expect([driven.p50, driven.p90] == [11.1, 11.1])
  }

  @Test("a rank that is a whole number is that rider's")
  func wholeRanks() {
    let run = Self.auditor.figures(of: [HandMadeDay.day])
    // 90 140 140 160 180 235 327 332 475 475 s, and 0 10 10 35 40 40 50 50 60 120 m.
    #expect(run.summaries[.journeyTime]?.p50 == 180)
    #expect(run.summaries[.walk]?.p90 == 60)
    #expect(run.summaries[.walk]?.p95 == 120)
  }

  @Test(
    "the interval over days is Student's",
    arguments: zip(
      [2, 3, 4, 10, 11, 30],
      [
        12.706204736174705, 4.302652729911275, 3.182446305284263, 2.2621571627409915,
        2.2281388519649385, 2.045229642132703,
      ]))
  func interval(days: Int, quantile: Double) throws {
    let quiet = [AuditedDay](repeating: Self.quietDay, count: days - 1)
    let summary = try #require(
      Self.auditor.figures(of: quiet + [HandMadeDay.day]).summaries[.vehicleKm])
    // One day 10.6 km above all others: s = 10.6 / sqrt(n).
    let mean = 0.5 + 10.6 / Double(days)
    let half = quantile * 10.6 / Double(days)
    let interval = try #require(summary.ci95)
    #expect(abs(interval.lowerBound - (mean - half)) < 1e-9)
    #expect(abs(interval.upperBound - (mean + half)) < 1e-9)
  }

  @Test("one day has no interval, and days without riders are left out")
  func noInterval() {
    let run = Self.auditor.figures(of: [HandMadeDay.day, Self.quietDay])
    #expect(run.summaries[.waitDesired]?.mean == 20)
    #expect(run.summaries[.waitDesired]?.ci95 == nil)
    #expect(run.summaries[.vehicleKm]?.ci95 != nil)
  }

  @Test(
    "parties share a ride when they are aboard together for a second",
    arguments: [("9:17:25.999", 0.4), ("9:17:26", 0.6)])
  func pooled(alighted: String, share: Double) throws {
    let together = Tampered([
      .replace(
        line("9:20:47", .alighted(r(9), from: v(0), at: p(1))),
        by: line(alighted, .alighted(r(9), from: v(0), at: p(1))))
    ])
    let run = Self.auditor.figures(of: [HandMadeDay.day(together.records)])
    #expect(run.days.first?.values[.pooledShare] == share)
  }

  @Test("runs that touch are one")
  func touchingRuns() throws {
    let accepted = accept(9, van: 0, from: 3, to: 1, promised: "9:16:00", latest: "9:21:00")
    let touching = Tampered([
      .drop(line("9:15:00", accepted)),
      .add(line("9:11:00", accepted), after: line("9:11:00", .reassigned(r(3), to: v(1)))),
    ])
    let run = Self.auditor.figures(of: [HandMadeDay.day(touching.records)])
    #expect(run.days.first?.values[.pooledRunShare] == 0.2)
  }
}
