import Dispatching
import Journal
import Mobility
import TestSupport
import Testing

/// What the parameters of `greedy` change, on days computed by hand.
@Suite("Greedy insertion")
struct GreedyParameterTests {
  private let nine = Instant(hour: 9)

  private func greedy(in world: LineWorld, _ name: String, _ value: Bool) -> GreedyInsertion {
    let settings = StrategySettings(
      standardOf: GreedyInsertion.description, changing: [name: .flag(value)])
    return GreedyInsertion(settings, service: world.service)
  }

  @Test("delays nobody who is promised already when it is told not to")
  func delays() throws {
    var world = LineWorld()
    world.book(at: nine, from: 1, to: 5)
    world.book(at: nine + .seconds(30), from: 2, to: 6)
    // A stop at 2 makes rider 0 arrive 15 s later.
    let shared = try world.run(world.greedy).story
    #expect(shared.contains("09:05:30 0 leaves van 0 at 5"))
    #expect(shared.contains("09:02:25 1 boards van 0 at 2"))
    // Without it, rider 1 would have to wait until the van is back, 9:08:25 at 2.
    let alone = try world.run(greedy(in: world, "delays", false)).story
    #expect(alone.contains("09:05:15 0 leaves van 0 at 5"))
    #expect(alone.contains("09:08:40 1 boards van 0 at 2"))
  }

  @Test("turns vans under way where the service allows it and it is not told otherwise")
  func diversion() throws {
    var world = LineWorld(places: 9, diversion: true)
    world.book(at: nine, from: 6, to: 8)
    world.book(at: nine + .seconds(90), from: 2, to: 4)
    // Van 0 passes 1 at 9:01:00 and turns at 2, where it is at 9:02:00.
    let turning = try world.run(world.greedy).story
    #expect(turning.contains("will turn at"))
    #expect(turning.contains("09:02:10 1 boards van 0 at 2"))
    let straight = try world.run(greedy(in: world, "diversion", false)).story
    #expect(!straight.contains("will turn at"))
    #expect(!straight.contains("09:02:10 1 boards van 0 at 2"))
  }

  @Test("shares rides, which the nearest idle vehicle never does")
  func nearestSharesNothing() throws {
    var world = LineWorld(seats: [4, 4])
    world.book(at: nine, from: 1, to: 5)
    world.book(at: nine + .seconds(20), from: 2, to: 4)
    world.book(at: nine + .seconds(40), from: 2, to: 4)
    let settings = StrategySettings(standardOf: NearestIdle.description)
    let story = try world.run(NearestIdle(settings, service: world.service)).story
    #expect(story.contains("0 promised van 0"))
    #expect(story.contains("1 promised van 1"))
    #expect(story.contains("2 refused: no_vehicle_in_time"))
    #expect(try !world.run(world.greedy).story.contains("refused"))
  }
}
