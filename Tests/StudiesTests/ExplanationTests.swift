import Dispatching
import Mobility
import ScenarioModel
import Simulator
import Studies
import Testing

/// A van takes somebody from the far end of the line to the depot; who asks meanwhile is told why not.
@Suite("Why a request was refused, told by heart")
struct ExplanationTests {
  private let nine = Instant(hour: 9)

  private func at(_ minute: Int32, _ second: Int32 = 0) -> Instant {
    Instant(hour: 9, minute: minute, second: second)
  }

  /// The van reaches place 7 at 9:07, leaves it at 9:07:15, and is at 0 from 9:14:15 to 9:14:30.
  private func world() -> LineScenario {
    var world = LineScenario()
    world.book(at: nine, from: 7, to: 0)
    return world
  }

  private func explain(_ world: LineScenario, _ request: Int) throws -> Explanation {
    try world.experiment.explain(RequestID(request), ofDay: 0)[0]
  }

  @Test("every kind of change serves the one who missed the van, and no smaller one does")
  func everyKind() async throws {
    var world = world()
    // Back at 7 at 9:21:30, the van could let the party board at 9:21:40, 1:40 too late.
    world.book(at: at(10), from: 7, to: 0)
    let told = try explain(world, 1)
    #expect(told.answer == Answer(time: at(10), outcome: .refused(.noVehicleInTime)))
    #expect(told.servedBy == nil && told.othersOpen == 0)
    let plan = try #require(told.options[0].plan)
    #expect(told.options.count == 1)
    #expect(plan.breaches == [.boarding(RequestID(1), late: .seconds(100))])
    #expect(plan.boarding == at(21, 40) && plan.arrival == at(28, 45))
    #expect(plan.pickup == PlaceID(7) && plan.dropoff == PlaceID(0))

    #expect(
      told.counterfactuals.map(\.change) == [
        .wait(minutes: 2),
        // On its way back the van lets riders board at place 5, 980 m off, at 9:19:40; at place 6
        // it would at 9:20:40, after the longest wait.
        .walk(minutes: 5, farther: Meters(1000)),
        // At 9:07:00 the van stops at 7 and can wait there; at 9:08 it has left.
        .book(minutes: 3),
        // From 9:00 it is at place 7 at 9:17; from 10:00 it would come too late.
        .van(fromHour: 9),
      ])
    #expect(told.counterfactuals.map(\.vehicle.index) == [0, 0, 0, 1])
    #expect(
      told.counterfactuals.map(\.promise.boarding) == [at(21, 40), at(19, 40), at(10), at(17, 10)])
    #expect(told.counterfactuals.map(\.promise.terms.pickup.index) == [7, 5, 7, 7])
    #expect(told.counterfactuals.allSatisfy { $0.reasonBefore == .noVehicleInTime })

    let outcomes = try await world.experiment.run(threads: 1)
    let fixes = try await world.experiment.fixes(ofDays: [0], in: outcomes, threads: 2)
    #expect(fixes.map(\.request) == [RequestID(1)])
    #expect(fixes.first?.counterfactual == told.counterfactuals.first)
  }

  @Test("without work left a kind of change is named as not tried to the end, the others are found")
  func limitedWork() throws {
    var world = world()
    world.book(at: at(10), from: 7, to: 0)
    let whole = try explain(world, 1)
    #expect(whole.cut == [])
    let told = try world.experiment.explain(RequestID(1), ofDay: 0, workOfAKind: 20)[0]
    #expect(!told.cut.isEmpty && told.cut.count < Change.Kind.allCases.count)
    #expect(
      told.counterfactuals
        == whole.counterfactuals.filter { !told.cut.contains($0.change.kind) })
  }

  @Test("of as few minutes, a longer wait comes before a longer walk and an earlier booking")
  func ties() async throws {
    var world = world()
    // One minute later than 9:06:00 the van waits for the party in its halt at 7.
    world.book(at: at(7, 40), from: 7, to: 0)
    world.scenario.rules.maximumWait = .minutes(13)
    let told = try explain(world, 1)
    #expect(told.counterfactuals.map(\.change).prefix(1) == [.wait(minutes: 1)])
    #expect(told.counterfactuals.contains { $0.change == .book(minutes: 1) })
    let outcomes = try await world.experiment.run(threads: 1)
    let fixes = try await world.experiment.fixes(ofDays: [0], in: outcomes, threads: 1)
    #expect(fixes.first?.counterfactual?.change == .wait(minutes: 1))
  }

  @Test(
    "what the rules refuse is answered by what they ask: an earlier booking, a walk, or nothing")
  func rules() throws {
    var world = LineScenario()
    world.scenario.rules.minimumLead = .minutes(5)
    world.book(at: at(1), desired: at(4), from: 2, to: 5)
    // 490 m from place 7 and 980 m from place 6: none within 300 m.
    let past = world.scenario.places[PlaceID(7)].place.coordinate.latitude + 0.490 / 111.195
    world.book(
      at: at(2), desired: at(40), from: 7, to: 0,
      door: Coordinate(latitude: past, longitude: 135))
    world.book(at: at(3), desired: Instant(hour: 13), from: 2, to: 5)
    let late = try explain(world, 0)
    #expect(late.answer.outcome == .refused(.leadTime) && late.options.isEmpty)
    #expect(late.counterfactuals.map(\.change) == [.book(minutes: 2)])
    let far = try explain(world, 1)
    #expect(far.answer.outcome == .refused(.tooFarToWalk) && far.options.isEmpty)
    #expect(far.counterfactuals.map(\.change) == [.walk(minutes: 1, farther: Meters(200))])
    #expect(far.counterfactuals.first?.reasonBefore == .tooFarToWalk)
    let outside = try explain(world, 2)
    #expect(outside.answer.outcome == .refused(.outsideHours))
    #expect(outside.counterfactuals.isEmpty)
  }

  @Test("the limit that binds a van is named: seats, somebody else's promise, the end of the shift")
  func limits() throws {
    var full = LineScenario(seats: 1)
    full.scenario.rules.maximumWait = .minutes(8)
    full.book(at: nine, from: 2, to: 7)
    // The van has left for place 2, where it boards at 9:02:10; it is full when it passes place 3.
    full.book(at: at(0, 1), desired: at(0, 1), from: 3, to: 6)
    let seats = try explain(full, 1)
    #expect(seats.answer.outcome == .refused(.seats) && seats.othersOpen == 0)
    #expect(seats.options[0].plan?.breaches == [.seats(missing: 1)])
    #expect(seats.options[0].plan?.boarding == at(3, 25))

    // The first waits at 0 until 9:04, in a halt that lasts until 9:00:10. To bring the second from 1
    // to 2 before makes it board at 9:04:50; after it the second would board over 2 minutes too late,
    // with it ride 1:10 too long.
    var bound = LineScenario()
    bound.scenario.rules.promiseTolerance = .zero
    bound.scenario.rules.maximumWait = .minutes(3)
    bound.book(at: nine, desired: at(4), from: 0, to: 7)
    bound.book(at: at(0, 1), from: 1, to: 2)
    let promised = try explain(bound, 1)
    #expect(promised.answer.outcome == .refused(.rideTime))
    #expect(promised.options[0].plan?.breaches == [.boarding(RequestID(0), late: .seconds(50))])
    #expect(promised.options[0].plan?.boarding == at(1, 20))

    var ending = LineScenario()
    ending.scenario.rules.hours = TimeWindow(opens: nine, closes: Instant(hour: 13))
    let asked = Instant(hour: 11, minute: 50)
    ending.book(at: asked, from: 0, to: 6)
    let end = try explain(ending, 0)
    #expect(end.answer.outcome == .refused(.shiftEnd))
    // Boarding ends at 11:50:15; six minutes there, 10 s of halt, 5 s to get off, six back.
    #expect(end.options[0].plan?.breaches == [.shiftEnd(late: .seconds(150))])
    // Who gets off at place 4 and walks 980 m saves the van four minutes; place 5 would save two.
    #expect(end.counterfactuals.map(\.change) == [.walk(minutes: 5, farther: Meters(1000))])
  }
}
