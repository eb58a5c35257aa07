import Indicators
import Mobility
import Reports
import ScenarioModel
import Testing

@Suite("Two variants side by side")
struct VariantComparisonTests {
  /// The small run with another scenario or other bookings, and the same traces.
  private func run(
    strategies: [String] = ["greedy", "batch"],
    change: (inout Scenario, inout [[Booking]]) -> Void = { _, _ in }
  ) -> RunFigures {
    var (scenario, bookings) = (SmallRun.scenario, SmallRun.bookings)
    change(&scenario, &bookings)
    return RunFigures(
      of: RunResults(
        scenario: scenario, bookings: bookings,
        strategies: strategies.map { id in
          let run = SmallRun.results.strategies[id == "batch" ? 1 : 0]
          return RunResults.StrategyRun(
            id: id, traces: run.traces, computeSeconds: run.computeSeconds,
            traceDigest: run.traceDigest)
        }))
  }

  private func booking(
    _ booking: Booking, riders: Int? = nil, age: String? = nil, boarding: TimeSpan? = nil
  ) -> Booking {
    let request = booking.request
    return Booking(
      request: Request(
        id: request.id, booked: request.booked, desired: request.desired,
        riders: riders ?? request.riders, boarding: boarding ?? request.boarding,
        pickups: request.pickups, dropoffs: request.dropoffs),
      origin: booking.origin, destination: booking.destination, channel: booking.channel,
      age: age ?? booking.age, purpose: booking.purpose, originZone: booking.originZone,
      destinationZone: booking.destinationZone)
  }

  @Test("days are paired where seed, days and parties are the same, whatever the service is")
  func pairing() {
    #expect(VariantPairing(run(), run()) == .byDay)
    let service = run { scenario, bookings in
      scenario.rules.halt = .seconds(5)
      bookings[1][0] = booking(bookings[1][0], boarding: .seconds(3))
    }
    #expect(VariantPairing(run(), service) == .byDay)
    #expect(VariantPairing(run(), run { scenario, _ in scenario.seed = 8 }) == .otherSeeds)
    let longer = SmallRun.figures(strategies: ["greedy"], withEmptyDay: true)
    #expect(VariantPairing(run(), longer) == .otherDays)
    let larger = run { _, bookings in bookings[1][0] = booking(bookings[1][0], riders: 1) }
    #expect(VariantPairing(run(), larger) == .otherRiders(day: 1))
    let older = run { _, bookings in bookings[0][0] = booking(bookings[0][0], age: "50-69") }
    #expect(VariantPairing(run(), older) == .otherRiders(day: 0))
  }

  @Test("a difference is b - a, of the strategies of one name")
  func direction() throws {
    let ab = VariantComparison(from: run(strategies: ["greedy"]), to: run(strategies: ["batch"]))
    #expect(ab.strategies.map { [$0.a, $0.b] } == [["greedy", "batch"]])
    // The same two strategies within one run.
    let within = try #require(SmallRun.figures.comparisons.first)
    for indicator in VariantComparison.indicators {
      #expect(ab.strategies[0][indicator].difference == within.differences[indicator].difference)
    }
    let both = VariantComparison(from: run(), to: run())
    #expect(both.strategies.map(\.a) == ["greedy", "batch"])
    #expect(both.strategies.map(\.b) == ["greedy", "batch"])
    #expect(both.strategies[0][.waitDesired].difference?.mean == 0)
    let common = VariantComparison(from: run(), to: run(strategies: ["lns", "batch"]))
    #expect(common.strategies.map(\.a) == ["batch"])
    #expect(VariantComparison(from: run(), to: run(strategies: ["lns"])).strategies.isEmpty)
  }

  @Test("groups are those of both runs; who gains most comes first")
  func groups() throws {
    let ab = VariantComparison(from: run(strategies: ["greedy"]), to: run(strategies: ["batch"]))
    // All set out from one zone: no division says nothing.
    let division = try #require(ab.strategies[0].divisions.first)
    #expect(ab.strategies[0].divisions.count == 1)
    #expect(division.division == .age)
    #expect(division.groups.map(\.name.name) == ["70+", "says \"young\", is not"])
    let (couple, man) = (division.groups[0], division.groups[1])
    #expect([couple.ridersA, couple.ridersB, man.ridersA, man.ridersB] == [4, 4, 1, 1])
    // The couple waits 0 s or 90 s; the man boards 90 s after he is there, or is refused.
    #expect(couple.wait.difference?.mean == 90)
    #expect(couple.served.difference?.mean == 0)
    #expect(man.wait.a?.mean == 90)
    #expect(man.wait.b?.mean == 3600)
    #expect(man.served.difference?.mean == -1)
    #expect(man.served.difference?.interval == nil)
  }

  @Test("both languages say whether days are paired, and why not", arguments: Language.allCases)
  func words(language: Language) {
    func text(_ b: RunFigures) -> String {
      VariantReport(of: VariantComparison(from: run(), to: b), places: ("x", "y"), in: language)
        .text
    }
    let (paired, unpaired) = (text(run()), text(run { scenario, _ in scenario.seed = 8 }))
    #expect(paired.contains(language == .english ? "same riders on the same days" : "同じ利用者"))
    #expect(unpaired.contains(language == .english ? "seeds differ, 7 and 8" : "シードが7と8"))
    #expect(unpaired.contains("Welch"))
    #expect(!paired.contains("Welch"))
    let later = text(run { scenario, _ in scenario.refusalWait = .minutes(30) })
    #expect(later.contains(language == .english ? "60 min in A, 30 min in B" : "Aで60分、Bで30分"))
  }
}
