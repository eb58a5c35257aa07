import Dispatching
import Mobility
import TestSupport
import Testing

/// Days computed by hand in which vans wait elsewhere than where their work ended.
@Suite("A day with idle vans that move")
struct RepositioningTests {
  private let nine = Instant(hour: 9)

  /// From 1 to 5 at nine, alighting until 9:05:20.
  private func world(diversion: Bool = false) -> LineWorld {
    var world = LineWorld(diversion: diversion)
    world.book(at: nine, from: 1, to: 5)
    return world
  }

  private func lines(after time: String, in story: String) -> String {
    story.split(separator: "\n").drop { $0.prefix(8) < time }.joined(separator: "\n")
  }

  @Test("takes a van back to its depot as soon as its work is done")
  func depot() throws {
    let world = world()
    let story = try world.run(world.greedy, parking: world.parking("depot")).story
    #expect(
      lines(after: "09:05:15", in: story) == """
        09:05:15 van 0 at 5 after 2000 m
        09:05:15 0 leaves van 0 at 5
        09:05:30 van 0 is to wait at 0
        09:05:30 van 0 leaves 5 for 0
        09:10:30 van 0 at 0 after 2500 m
        12:00:00 van 0 off duty at 0
        """)
  }

  @Test("leaves a van that waits for a later rider where the rider is")
  func laterRider() throws {
    var world = world()
    world.book(at: nine + .minutes(1), desired: nine + .minutes(30), from: 4, to: 3)
    let story = try world.run(world.greedy, parking: world.parking("depot")).story
    #expect(story.contains("09:06:30 van 0 at 4 after 500 m\n09:30:00 1 boards van 0 at 4"))
    #expect(story.contains("09:31:20 van 0 is to wait at 0\n09:31:20 van 0 leaves 3 for 0"))
  }

  @Test("lets a van arrive first where the service diverts nobody, and go on at once")
  func arrivesFirst() throws {
    var world = world()
    world.book(at: nine + .minutes(7), from: 4, to: 3)
    let story = try world.run(world.greedy, parking: world.parking("depot")).story
    #expect(
      lines(after: "09:07:00", in: story).hasPrefix(
        """
        09:07:00 1 books
        09:07:00 1 promised van 0 at 09:14:40
        09:07:00 van 0 has a new plan
        09:10:30 van 0 at 0 after 2500 m
        09:10:30 van 0 leaves 0 for 4
        09:14:30 van 0 at 4 after 2000 m
        09:14:40 1 boards van 0 at 4
        """))
  }

  @Test(
    "makes a halt for a rider at the very place where the van was to wait",
    arguments: [false, true])
  func boardsThere(diversion: Bool) throws {
    var world = world(diversion: diversion)
    world.book(at: nine + .minutes(7), from: 0, to: 3)
    let story = try world.run(world.greedy, parking: world.parking("depot")).story
    #expect(
      lines(after: "09:07:00", in: story).hasPrefix(
        """
        09:07:00 1 books
        09:07:00 1 promised van 0 at 09:10:40
        09:07:00 van 0 has a new plan
        09:10:30 van 0 at 0 after 2500 m
        09:10:30 van 0 halts at 0
        09:10:40 1 boards van 0 at 0
        09:10:45 van 0 leaves 0 for 3
        """))
  }

  @Test("turns a van round at the next node where the service allows it", arguments: [true, false])
  func turns(strategyDiverts: Bool) throws {
    var world = world(diversion: true)
    world.book(at: nine + .minutes(7), from: 4, to: 3)
    let settings = StrategySettings(
      id: "greedy", values: [("delays", .flag(true)), ("diversion", .flag(strategyDiverts))])
    let story = try world.run(
      GreedyInsertion(settings, service: world.service), parking: world.parking("depot")
    ).story
    // Node 3, which it reaches at 9:07:30, is place 8 + 3 as a place to turn at.
    #expect(
      lines(after: "09:07:00", in: story).hasPrefix(
        """
        09:07:00 1 books
        09:07:00 1 promised van 0 at 09:08:40
        09:07:00 van 0 has a new plan
        09:07:00 van 0 will turn at 11 for 4
        09:08:30 van 0 at 4 after 1500 m
        09:08:40 1 boards van 0 at 4
        """))
  }

  @Test("shows strategies a van on an empty drive where it is by then, at every question")
  func isSeenWhereItIs() throws {
    var world = world(diversion: true)
    for minutes in [6, 7, 9] as [Int32] {
      world.book(at: nine + .minutes(minutes), from: 4, to: 3)
    }
    let nobody = Watching(world.service) { situation in
      guard situation.now > nine else { return }
      #expect(situation.changed.contains(VehicleID(0)))
      // At node 4 at 9:06:30, at 3 at 9:07:30, at 1 at 9:09:30; nodes follow the eight places.
      let node = 10 - Int((situation.now - nine).milliseconds / 60_000)
      #expect(
        situation.vehicles[VehicleID(0)]?.anchor
          == .passing(PlaceID(8 + node), at: situation.now + .seconds(30)))
    }
    _ = try world.run(nobody, parking: world.parking("depot"))
  }

  @Test("moves nobody who could not be home by the end of the shift")
  func endOfShift() throws {
    var world = LineWorld()
    world.book(at: Instant(hour: 11, minute: 45), from: 1, to: 4)
    let late = Instant(hour: 11)
    let forecast = DemandForecast(countedOnOtherDays: [
      Request(
        id: RequestID(0), booked: late, desired: late, riders: 1, boarding: .zero,
        pickups: [Access(place: PlaceID(7))], dropoffs: [])
    ])
    // Done at 4 at 11:49:30; three minutes to 7 and seven home end at 11:59:30.
    let parking = world.parking("coverage", forecast: forecast)
    #expect(try world.run(world.greedy, parking: parking).story.contains("van 0 is to wait at 7"))
    var later = LineWorld()
    later.book(at: Instant(hour: 11, minute: 46), from: 1, to: 4)
    let story = try later.run(later.greedy, parking: parking).story
    // The first move, of a van that comes on duty, is none of this: the forecast begins at ten.
    #expect(!story.contains("11:50:30 van 0 is to wait"))
  }

  @Test("moves nobody when vans stay")
  func stay() { #expect(world().parking("stay") == nil) }
}

/// Takes the first request, refuses all others and lets a test look on.
private struct Watching: DispatchStrategy {
  static let description = GreedyInsertion.description
  private var greedy: GreedyInsertion
  private let look: @Sendable (Situation) -> Void

  init(_ settings: StrategySettings, service: Service) {
    self.init(service) { _ in }
  }

  init(_ service: Service, look: @escaping @Sendable (Situation) -> Void) {
    let settings = StrategySettings(standardOf: Self.description)
    greedy = GreedyInsertion(settings, service: service)
    self.look = look
  }

  mutating func decide(in situation: Situation) -> [Decision] {
    look(situation)
    return situation.open.contains { $0.id == RequestID(0) }
      ? greedy.decide(in: situation) : situation.open.map { .refuse($0.id, .seats) }
  }
}
