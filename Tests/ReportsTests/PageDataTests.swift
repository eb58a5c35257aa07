import Foundation
import Indicators
import Journal
import Mobility
import Reports
import RoadNetwork
import ScenarioModel
import Testing

@Suite("What the page of a run holds")
struct PageDataTests {
  private let data = PageSample.data()

  @Test("the figures are those of summary.json, one for one")
  func figures() throws {
    let summary = Summary(of: SmallRun.figures)
    for (strategy, own) in zip(summary.strategies, data.strategies) {
      #expect(own.id == strategy.id)
      for (indicator, figure) in zip(data.indicators, own.figures) {
        let kpi = try #require(strategy.kpis[indicator.id])
        #expect(figure.mean == kpi.mean && figure.p50 == kpi.p50 && figure.p90 == kpi.p90)
        #expect(figure.p95 == kpi.p95 && figure.days == kpi.days)
        #expect(figure.low == kpi.ci95?.lowerBound && figure.high == kpi.ci95?.upperBound)
      }
    }
    for difference in summary.comparisons {
      let position = try #require(data.indicators.firstIndex { $0.id == difference.kpi })
      let own = try #require(data.comparisons.first { $0.b == difference.b })
      #expect(own.differences[position].mean == difference.meanDifference)
      #expect(own.differences[position].low == difference.ci95?.lowerBound)
    }
  }

  @Test("the curve of boardings ends at the share served; bands and refused add up to all")
  func waits() throws {
    let waits = try #require(data.waits)
    let served = SmallRun.figures.strategies.map { strategy in
      let trips = strategy.days.flatMap(\.trips.values)
      return Double(trips.reduce(0) { $0 + ($1.ride == nil ? 0 : $1.request.riders) })
        / Double(trips.reduce(0) { $0 + $1.request.riders })
    }
    for (curve, share) in zip(waits.boarded, served) {
      #expect(abs(try #require(curve.last) - share) < 1e-5)
      #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 <= $1 })
    }
    #expect(waits.divisions.map(\.id) == ["age"], "hour, zone and channel are all the same")
    for group in waits.divisions[0].groups {
      for profile in group.profiles {
        #expect(profile.counts.reduce(0, +) + profile.refused == profile.riders)
      }
    }
  }

  @Test("riders aboard and periods of vehicles are those of the trace; drives end when it says")
  func day() throws {
    let day = try #require(data.day)
    #expect(day.isTypical)
    for (run, strategy) in zip(day.runs, SmallRun.results.strategies) {
      let trace = strategy.traces[day.day]
      let track = run.vehicles[0]
      let arrivals = trace.records.compactMap { record -> Double? in
        if case .arrived = record.event { record.time.inSeconds } else { nil }
      }
      let lines = track.drives.map { DecodedLine($0, width: 3).rows }
      #expect(lines.map { Double($0.last?[2] ?? 0) / 10 } == arrivals)
      #expect(lines.count == arrivals.count)
      let north = lines.flatMap { $0 }.map { Double($0[0]) / 100_000 }
      #expect(Set(north).isSubset(of: [34.48, 34.489, 34.498]), "nodes of the street only")
      #expect(track.periods.first?.from == track.onDuty)
      #expect(track.periods.last?.to == track.offDuty)
      for (period, next) in zip(track.periods, track.periods.dropFirst()) {
        #expect(period.to == next.from && period.from < period.to)
      }
      let driven = track.periods.filter { $0.activity == .drivingLoaded }
      #expect(driven.reduce(0) { $0 + $1.to - $1.from } == 240)
    }
    let chosen = try #require(PageData(of: PageSample.source(), day: 1).day)
    #expect(chosen.day == 1 && !chosen.isTypical)
    #expect(chosen.runs[1].outcomes[1].reason == "no_vehicle_in_time")
    #expect(chosen.runs[0].outcomes[1].boarded != nil)
    #expect(PageData(of: PageSample.source(), day: 7).day == nil)
  }

  @Test("a vehicle turns off its way where the trace says, and nowhere else")
  func diversion() throws {
    let scenario = SmallRun.scenario
    let travelTimes = try #require(
      TravelTimes(
        scenario.network, between: Column(scenario.places.values.map(\.place)),
        turningPoints: .nodes))
    var diverted = scenario
    diverted.travelTimes = travelTimes
    let turn = try #require(travelTimes.turningPoint(at: NodeID(1)))
    // Towards the clinic, and back home from the crossing at the shop.
    let nine = Instant(hour: 9)
    let trace = Trace(
      day: 0,
      records: [
        Record(nine, .onDuty(SmallRun.van, at: SmallRun.home)),
        Record(nine, .departed(SmallRun.van, from: SmallRun.home, to: SmallRun.clinic)),
        Record(nine + .seconds(60), .diverted(SmallRun.van, at: turn, to: SmallRun.home)),
        Record(
          nine + .minutes(4), .arrived(SmallRun.van, at: SmallRun.home, driven: Meters(2000))),
        Record(nine + .minutes(4), .booked(RequestID(0))),
        Record(nine + .minutes(4), .refused(RequestID(0), .seats)),
        Record(Instant(hour: 12), .offDuty(SmallRun.van, at: SmallRun.home)),
      ])
    let results = RunResults(
      scenario: diverted, bookings: [[SmallRun.couple]],
      strategies: [
        .init(id: "greedy", traces: [trace], computeSeconds: [1], traceDigest: "")
      ])
    let day = try #require(PageSample.data(results).day)
    let line = DecodedLine(day.runs[0].vehicles[0].drives[0], width: 3)
    #expect(line.rows.map { $0[0] } == [3_448_000, 3_448_900, 3_448_000])
    #expect(line.rows.map { $0[2] - line.rows[0][2] } == [0, 1200, 2400])
  }

  @Test("streets are drawn once, from end to end")
  func streets() {
    #expect(data.town.streets.map(\.roadClass) == ["local"])
    #expect(data.town.streets[0].lines.count == 1)
    let rows = DecodedLine(data.town.streets[0].lines[0], width: 2).rows
    #expect(rows.map { $0[0] } == [3_448_000, 3_448_900, 3_449_800])
    #expect(rows.allSatisfy { $0[1] == 13_549_000 })
  }

  @Test("what is not there has no section")
  func missing() {
    let all = RunResults(
      scenario: SmallRun.scenario, bookings: SmallRun.bookings,
      strategies: [SmallRun.results.strategies[0]])
    let served = PageSample.data(all)
    #expect(served.refusals == nil, "nobody is refused")
    #expect(served.comparisons.isEmpty)
    #expect(data.refusals?.rows.map(\.reason) == ["no_vehicle_in_time"])
    #expect(data.refusals?.rows[0].counts.map(\.riders) == [0, 1])
    let empty = PageSample.data(
      RunResults(
        scenario: SmallRun.scenario, bookings: [[]],
        strategies: [
          .init(
            id: "greedy",
            traces: [
              Trace(
                day: 0,
                records: [
                  Record(Instant(hour: 9), .onDuty(SmallRun.van, at: SmallRun.home)),
                  Record(Instant(hour: 12), .offDuty(SmallRun.van, at: SmallRun.home)),
                ])
            ], computeSeconds: [0], traceDigest: "")
        ]))
    #expect(empty.waits == nil && empty.day == nil && empty.equity == nil)
  }

  @Test("gaps are told where programs were solved")
  func proofs() throws {
    let proofs = data.reproduction.strategies.map(\.proof)
    #expect(proofs[0] == nil)
    let batch = try #require(proofs[1])
    #expect(batch.programs == 3 && batch.proved == 1 && batch.cut == 2 && batch.bounded == 2)
    #expect(batch.meanGap == 0.25 && batch.worstGap == 0.5)
    #expect(PlanningProof(of: []) == nil)
  }

  @Test("a strategy has the same colour beside any others")
  func colours() {
    func colours(_ ids: [String]) -> [String] {
      PageSample.data(
        RunResults(
          scenario: SmallRun.scenario, bookings: SmallRun.bookings,
          strategies: ids.map {
            .init(
              id: $0, traces: SmallRun.results.strategies[0].traces, computeSeconds: [1, 1],
              traceDigest: "")
          })
      ).strategies.map(\.colour)
    }
    let all = colours(["mine", "batch", "nearest", "yours", "greedy"])
    #expect(Set(all).count == 5)
    #expect(colours(["greedy", "batch"]) == [all[4], all[1]])
  }
}

/// Reads what the page's script reads, written anew.
struct DecodedLine {
  var rows: [[Int]] = []

  init(_ text: String, width: Int) {
    var last = [Int](repeating: 0, count: width)
    var numbers: [Int] = []
    var (bits, shift) = (0, 0)
    for byte in text.utf8 {
      let chunk = Int(byte) - 63
      bits |= (chunk & 31) << shift
      shift += 5
      guard chunk < 32 else { continue }
      numbers.append(bits & 1 == 1 ? ~(bits >> 1) : bits >> 1)
      (bits, shift) = (0, 0)
    }
    for start in stride(from: 0, to: numbers.count, by: width) {
      for column in 0..<width { last[column] += numbers[start + column] }
      rows.append(last)
    }
  }
}

extension Instant {
  fileprivate var inSeconds: Double { Double(milliseconds) / 1000 }
}
