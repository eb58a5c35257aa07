import BatchMatching
import Dispatching
import Journal
import Mobility
import Simulator
import TestSupport
import Testing

@Suite("A decision")
struct DecisionCheckTests {
  private let nine = Instant(hour: 9)
  private let van = VehicleID(0)
  private let rider = RequestID(0)
  private let other = RequestID(1)

  /// The rule that the simulation names when the strategy answers the first booking so.
  private func broken(
    by route: Route, in world: LineWorld, orRefusing refused: RequestID? = nil
  ) -> StrategyError? {
    do {
      _ = try world.run(
        Scripted(service: world.service) { situation in
          if let refused { return [.refuse(refused, .seats)] }
          return situation.now == nine ? [.follow(van, route)] : []
        })
      return nil
    } catch { return error }
  }

  private var world: LineWorld {
    var world = LineWorld(seats: [2])
    world.book(at: nine, from: 1, to: 5)
    return world
  }

  @Test("that breaks a rule is refused with the strategy, the moment and the rule")
  func rulesAreNamed() throws {
    let pickup = Stop(.pickup, of: rider, at: PlaceID(1))
    let dropoff = Stop(.dropoff, of: rider, at: PlaceID(5))
    #expect(broken(by: [pickup, dropoff], in: world) == nil)
    let error = try #require(broken(by: [dropoff, pickup], in: world))
    #expect(
      error.description == "strategy scripted: day 0, 09:00:00: "
        + "request 0 needs one pick-up, then one drop-off, on one route")
    #expect(broken(by: [pickup], in: world)?.rule == .stopsOutOfOrder(rider))
    #expect(
      broken(by: [Stop(.pickup, of: rider, at: PlaceID(2)), dropoff], in: world)?.rule
        == .otherPlaceThanPromised(rider))
    #expect(broken(by: [], in: world)?.rule == .leftUnanswered(rider))
    #expect(broken(by: [], in: world, orRefusing: other)?.rule == .requestNotOpen(other))
    let stranger = [
      Stop(.pickup, of: other, at: PlaceID(1)), Stop(.dropoff, of: other, at: PlaceID(5)),
    ]
    #expect(broken(by: Route(stranger), in: world)?.rule == .requestNotOpen(other))

    var full = LineWorld(seats: [2])
    full.book(at: nine, from: 1, to: 5, riders: 3)
    #expect(
      broken(by: [pickup, dropoff], in: full)?.rule
        == .limitBroken(van, "more riders than seats on leaving place 1"))
    var far = LineWorld(places: 20)
    far.book(at: nine, from: 18, to: 1)
    #expect(
      broken(
        by: [Stop(.pickup, of: rider, at: PlaceID(18)), Stop(.dropoff, of: rider, at: PlaceID(1))],
        in: far)?
        .rule == .limitBroken(van, "request 0 boards later than promised"))
  }

  @Test("cannot give a van two routes, drop a promise or call it back on its way")
  func promisesBind() {
    var world = world
    world.book(at: nine + .seconds(30), from: 3, to: 4)
    let first: Route = [
      Stop(.pickup, of: rider, at: PlaceID(1)), Stop(.dropoff, of: rider, at: PlaceID(5)),
    ]
    let second: Route = [
      Stop(.pickup, of: other, at: PlaceID(3)), Stop(.dropoff, of: other, at: PlaceID(4)),
    ]
    func rule(_ later: [Decision]) -> StrategyError.Rule? {
      do {
        _ = try world.run(
          Scripted(service: world.service) { $0.now == nine ? [.follow(van, first)] : later })
        return nil
      } catch { return error.rule }
    }
    #expect(rule([.follow(van, first), .follow(van, first)]) == .vehicleDecidedTwice(van))
    #expect(
      rule([.follow(van, first), .reposition(van, to: PlaceID(3))]) == .vehicleDecidedTwice(van))
    #expect(rule([.follow(van, second)]) == .leavesCommittedPlace(van, PlaceID(1)))
    #expect(rule([.follow(van, [first[0]] + second + [first[1]])]) == nil)
    #expect(rule([.refuse(other, .seats)]) == nil)
    #expect(rule([.refuse(rider, .seats)]) == .requestNotOpen(rider))
    #expect(rule([.follow(VehicleID(7), second)]) == .vehicleNotAvailable(VehicleID(7)))
  }

  @Test("to wait elsewhere is for a van that stands idle, and lets it end its shift in time")
  func repositioning() throws {
    func rule(
      at time: Instant, _ place: Int, in world: LineWorld, of vehicle: VehicleID = VehicleID(0)
    ) -> StrategyError.Rule? {
      do {
        let greedy = world.greedy
        _ = try world.run(
          Scripted(service: world.service) { situation in
            var greedy = greedy
            return situation.now == time
              ? [.refuse(situation.open[0].id, .seats), .reposition(vehicle, to: PlaceID(place))]
              : greedy.decide(in: situation)
          })
        return nil
      } catch { return error.rule }
    }
    // On its way to 1 until 9:01, boarding until 9:01:15, at 5 at 9:05:15, done at 9:05:30.
    var world = world
    let moments: [TimeSpan] = [
      .seconds(-600), .seconds(30), .seconds(65), .seconds(200), .seconds(325), .seconds(330),
    ]
    for moment in moments {
      world = LineWorld(seats: [2])
      if moment < .zero { world.book(at: nine + moment, desired: nine, from: 2, to: 3) }
      world.book(at: nine, from: 1, to: 5)
      if moment > .zero { world.book(at: nine + moment, from: 2, to: 3) }
      let isIdle = moment == .seconds(330)
      #expect(
        rule(at: nine + moment, 3, in: world) == (isIdle ? nil : .vehicleNotIdle(van)), "\(moment)")
    }
    #expect(rule(at: nine + .seconds(330), 5, in: world) == .cannotWaitThere(van, PlaceID(5)))
    #expect(rule(at: nine + .seconds(330), 80, in: world) == .cannotWaitThere(van, PlaceID(80)))
    #expect(
      rule(at: nine + .seconds(330), 3, in: world, of: VehicleID(7))
        == .vehicleNotIdle(VehicleID(7)))
    // From 5 at 11:52: a minute to 6 and six home is in time, two to 7 and seven home is not.
    var late = LineWorld(seats: [2])
    late.book(at: nine, from: 1, to: 5)
    late.book(at: Instant(hour: 11, minute: 52), from: 2, to: 3)
    #expect(rule(at: Instant(hour: 11, minute: 52), 6, in: late) == nil)
    #expect(
      rule(at: Instant(hour: 11, minute: 52), 7, in: late)
        == .limitBroken(van, "the shift ends too late"))
    #expect(
      StrategyError.Rule.vehicleNotIdle(van).description
        == "vehicle 0 does not stand idle and cannot be sent elsewhere to wait")
  }

  @Test(
    "of a batch at intervals comes at opening plus whole intervals, bookings up to then included")
  func intervals() throws {
    var world = LineWorld(seats: [4, 4])
    world.book(at: nine + .seconds(1), from: 1, to: 5)
    world.book(at: nine + .seconds(30), from: 2, to: 5)
    world.book(at: nine + .seconds(31), from: 2, to: 5)
    let settings = StrategySettings(
      standardOf: BatchMatcher.description, changing: ["interval": .duration(.seconds(30))])
    let trace = try world.run(BatchMatcher(settings, service: world.service))
    let answered = trace.records.compactMap { record -> Instant? in
      guard case .accepted = record.event else { return nil }
      return record.time
    }
    #expect(answered == [nine + .seconds(30), nine + .seconds(30), nine + .seconds(60)])
  }

  @Test("of the nearest idle vehicle is carried out like any other")
  func nearestIdle() throws {
    var world = LineWorld(seats: [4, 4])
    world.book(at: nine, from: 1, to: 5)
    world.book(at: nine + .seconds(10), from: 2, to: 5)
    world.book(at: nine + .seconds(20), from: 2, to: 5)
    let settings = StrategySettings(standardOf: NearestIdle.description)
    let story = try world.run(NearestIdle(settings, service: world.service)).story
    #expect(story.contains("09:00:00 0 promised van 0 at 09:01:10"))
    #expect(story.contains("09:00:10 1 promised van 1 at 09:02:20"))
    #expect(story.contains("09:00:20 2 refused: no_vehicle_in_time"))
  }
}

/// A strategy that answers what a test wants.
private struct Scripted: DispatchStrategy {
  static let description = StrategyDescription(id: "scripted", summary: "", parameters: [])
  let answer: @Sendable (Situation) -> [Decision]

  init(_ settings: StrategySettings, service: Service) { answer = { _ in [] } }

  init(service: Service, answer: @escaping @Sendable (Situation) -> [Decision]) {
    self.answer = answer
  }

  mutating func decide(in situation: Situation) -> [Decision] { answer(situation) }
}
