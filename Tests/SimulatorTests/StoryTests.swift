import Dispatching
import Mobility
import TestSupport
import Testing

/// Days computed by hand, to the tick.
@Suite("A day")
struct StoryTests {
  private let nine = Instant(hour: 9)

  @Test("with nobody to serve is a shift at the depot")
  func nobody() throws {
    let world = LineWorld()
    #expect(
      try world.run(world.greedy).story == """
        09:00:00 van 0 on duty at 0
        12:00:00 van 0 off duty at 0
        """)
  }

  @Test("with two riders on one way is one shared ride")
  func sharedRide() throws {
    var world = LineWorld()
    world.book(at: nine, from: 1, to: 5)
    world.book(at: nine + .seconds(30), from: 2, to: 4)
    // Van 0 is on its way to 1 when rider 1 asks: it picks her up in passing.
    #expect(
      try world.run(world.greedy).story == """
        09:00:00 van 0 on duty at 0
        09:00:00 0 books
        09:00:00 0 promised van 0 at 09:01:10
        09:00:00 van 0 has a new plan
        09:00:00 van 0 leaves 0 for 1
        09:00:30 1 books
        09:00:30 1 promised van 0 at 09:02:25
        09:00:30 van 0 has a new plan
        09:01:00 van 0 at 1 after 500 m
        09:01:10 0 boards van 0 at 1
        09:01:15 van 0 leaves 1 for 2
        09:02:15 van 0 at 2 after 500 m
        09:02:25 1 boards van 0 at 2
        09:02:30 van 0 leaves 2 for 4
        09:04:30 van 0 at 4 after 1000 m
        09:04:30 1 leaves van 0 at 4
        09:04:45 van 0 leaves 4 for 5
        09:05:45 van 0 at 5 after 500 m
        09:05:45 0 leaves van 0 at 5
        11:55:00 van 0 leaves 5 for 0
        12:00:00 van 0 at 0 after 2500 m
        12:00:00 van 0 off duty at 0
        """)
  }

  @Test("has no seat for a party that does not fit beside others")
  func capacity() throws {
    var world = LineWorld(places: 13, seats: [2])
    world.book(at: nine, from: 1, to: 12, riders: 2)
    world.book(at: nine + .seconds(20), from: 3, to: 9)
    world.book(at: nine + .seconds(30), from: 4, to: 8, riders: 3)
    world.book(at: nine + .minutes(6), from: 11, to: 12)
    let story = try world.run(world.greedy).story
    // On the way to 12 the van is full; from there it cannot be back at 3 or 4 by 9:15.
    #expect(story.contains("09:00:20 1 refused: seats"))
    #expect(story.contains("09:00:30 2 refused: seats"))
    // It is back at 11 in time for 3: 9:12:15 at 12, 10 s of halt, 10 s to alight, a minute.
    #expect(story.contains("09:12:15 0 leaves van 0 at 12"))
    #expect(story.contains("09:06:00 3 promised van 0 at 09:13:40"))
  }

  @Test("takes a rider to where she must be in time, or tells her that it cannot")
  func arriveBy() throws {
    var world = LineWorld()
    world.book(at: nine, arriveBy: nine + .seconds(375), from: 1, to: 6)
    world.book(at: nine + .hours(1), arriveBy: nine + .hours(1) + .minutes(2), from: 1, to: 6)
    let story = try world.run(world.greedy).story
    // 60 s of driving, 10 s of halt, 5 s of boarding and 300 s of riding: just in time.
    #expect(story.contains("09:01:10 0 boards van 0 at 1"))
    #expect(story.contains("09:06:15 0 leaves van 0 at 6"))
    #expect(story.contains("10:00:00 1 refused: no_vehicle_in_time"))

    var late = LineWorld()
    late.book(at: nine, arriveBy: nine + .seconds(374), from: 1, to: 6)
    #expect(try late.run(late.greedy).story.contains("0 refused: no_vehicle_in_time"))
  }

  @Test("turns down who books too late, or for a time when it is closed")
  func cutOff() throws {
    var world = LineWorld(lead: .minutes(10))
    world.book(at: nine - .hours(14), desired: nine, from: 1, to: 3)
    world.book(at: nine, desired: nine + .minutes(10), from: 1, to: 3)
    world.book(at: nine, desired: nine + .seconds(599), from: 1, to: 3)
    world.book(at: nine, desired: Instant(hour: 12), from: 1, to: 3)
    world.book(at: nine, desired: nine + .minutes(20), from: 3, to: 3)
    let story = try world.run(world.greedy).story
    #expect(story.hasPrefix("-05:00:00 0 books\n-05:00:00 0 promised van 0 at 09:01:10"))
    #expect(story.contains("09:00:00 1 promised van 0 at 09:10:00"))
    #expect(story.contains("09:00:00 2 refused: lead_time"))
    #expect(story.contains("09:00:00 3 refused: outside_hours"))
    #expect(story.contains("09:00:00 4 refused: same_place"))
  }

  @Test("ends when the shift does: who would make it longer is refused")
  func endOfShift() throws {
    var world = LineWorld()
    // Two minutes each way, two halts of 10 s, 5 s to board and 5 s to alight: just 4:30.
    world.book(at: Instant(hour: 11, minute: 55, second: 30), from: 0, to: 2)
    world.book(at: Instant(hour: 11, minute: 55, second: 31), from: 0, to: 2)
    #expect(
      try world.run(world.greedy).story == """
        09:00:00 van 0 on duty at 0
        11:55:30 0 books
        11:55:30 0 promised van 0 at 11:55:40
        11:55:30 van 0 has a new plan
        11:55:30 van 0 halts at 0
        11:55:31 1 books
        11:55:31 1 refused: shift_end
        11:55:40 0 boards van 0 at 0
        11:55:45 van 0 leaves 0 for 2
        11:57:45 van 0 at 2 after 1000 m
        11:57:45 0 leaves van 0 at 2
        11:58:00 van 0 leaves 2 for 0
        12:00:00 van 0 at 0 after 1000 m
        12:00:00 van 0 off duty at 0
        """)
  }

  @Test("has no van standing still for a rider who comes later, while another could be served")
  func leavesAndComesBack() throws {
    var world = LineWorld()
    world.book(at: nine, desired: nine + .minutes(20), from: 2, to: 6)
    world.book(at: nine + .minutes(5), from: 3, to: 1)
    #expect(
      try world.run(world.greedy).story == """
        09:00:00 van 0 on duty at 0
        09:00:00 0 books
        09:00:00 0 promised van 0 at 09:20:00
        09:00:00 van 0 has a new plan
        09:00:00 van 0 leaves 0 for 2
        09:02:00 van 0 at 2 after 1000 m
        09:05:00 1 books
        09:05:00 1 promised van 0 at 09:06:10
        09:05:00 van 0 has a new plan
        09:05:00 van 0 leaves 2 for 3
        09:06:00 van 0 at 3 after 500 m
        09:06:10 1 boards van 0 at 3
        09:06:15 van 0 leaves 3 for 1
        09:08:15 van 0 at 1 after 1000 m
        09:08:15 1 leaves van 0 at 1
        09:08:30 van 0 leaves 1 for 2
        09:09:30 van 0 at 2 after 500 m
        09:20:00 0 boards van 0 at 2
        09:20:05 van 0 leaves 2 for 6
        09:24:05 van 0 at 6 after 2000 m
        09:24:05 0 leaves van 0 at 6
        11:54:00 van 0 leaves 6 for 0
        12:00:00 van 0 at 0 after 3000 m
        12:00:00 van 0 off duty at 0
        """)
  }

  @Test("makes a new halt for a rider who comes where the van stands idle")
  func idleVanHaltsAgain() throws {
    var world = LineWorld()
    world.book(at: nine, from: 0, to: 1)
    world.book(at: nine + .minutes(5), from: 1, to: 2)
    let story = try world.run(world.greedy).story
    #expect(story.contains("09:01:15 0 leaves van 0 at 1"))
    #expect(
      story.contains(
        """
        09:05:00 van 0 halts at 1
        09:05:10 1 boards van 0 at 1
        09:05:15 van 0 leaves 1 for 2
        """))
  }

  @Test("tells all vans their plans before any of them moves")
  func plansComeFirst() throws {
    var world = LineWorld(seats: [4, 4])
    world.book(at: nine, from: 0, to: 2, riders: 4)
    world.book(at: nine, from: 0, to: 3, riders: 4)
    #expect(
      try world.run(world.greedy).story.hasPrefix(
        """
        09:00:00 van 0 on duty at 0
        09:00:00 van 1 on duty at 0
        09:00:00 0 books
        09:00:00 1 books
        09:00:00 0 promised van 0 at 09:00:10
        09:00:00 1 promised van 1 at 09:00:10
        09:00:00 van 0 has a new plan
        09:00:00 van 1 has a new plan
        09:00:00 van 0 halts at 0
        09:00:00 van 1 halts at 0
        """))
  }
}
