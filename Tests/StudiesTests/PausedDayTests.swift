import Dispatching
import Journal
import Mobility
import ScenarioModel
import Simulator
import Studies
import TestSupport
import Testing

@Suite("A day that is stopped on its way")
struct PausedDayTests {
  private func world() -> LineWorld {
    var world = LineWorld(seats: [4, 4])
    var numbers = SeededGenerator(seed: 3)
    var booked = Instant(hour: 9)
    for _ in 0..<40 {
      booked += .seconds(.random(in: 0...240, using: &numbers))
      let from = Int.random(in: 0...7, using: &numbers)
      let to = (from + .random(in: 1...7, using: &numbers)) % 8
      world.book(
        at: booked, desired: booked + .minutes(.random(in: 0...20, using: &numbers)), from: from,
        to: to)
    }
    return world
  }

  @Test("goes on as if it had not been", arguments: BuiltIn.types.indices)
  func trace(strategy: Int) throws {
    let world = world()
    let type = BuiltIn.types[strategy]
    let whole = try world.run(
      type.init(StrategySettings(standardOf: type.description), service: world.service))
    var day = Simulation(
      day: 0, requests: Column(world.requests), vehicles: world.vehicles, service: world.service,
      strategy: type.init(StrategySettings(standardOf: type.description), service: world.service))
    var copies: [Simulation] = []
    for minute in stride(from: Int32(0), to: 180, by: 7) {
      let time = Instant(hour: 9, minute: minute)
      try day.advance(to: time)
      if minute % 2 == 1 { _ = try day.situation(decidedAt: time) }
      copies.append(day)
    }
    #expect(try day.run().trace == whole)
    for copy in copies.reversed() { #expect(try copy.run().trace == whole) }
  }

  @Test("answers as the trace does; a request put in another's place is that of a day with it")
  func answers() throws {
    let world = world()
    func day(_ requests: [Request]) -> Simulation {
      Simulation(
        day: 0, requests: Column(requests), vehicles: world.vehicles, service: world.service,
        strategy: world.greedy)
    }
    let trace = try world.run(world.greedy)
    for request in world.requests {
      var whole = day(world.requests)
      let answer = try whole.answer(to: request.id)
      let event: Event =
        switch answer.outcome {
        case .accepted(let vehicle, let promise):
          .accepted(request.id, by: vehicle, promise)
        case .refused(let reason): .refused(request.id, reason)
        }
      #expect(trace.records.contains(Record(answer.time, event)))

      // Booked at the same moment as others, or before them.
      for minutes in [Int32(0), 1, 9] {
        var changed = request.booked(earlier: .minutes(minutes))
        changed.extraWait = .minutes(3)
        var paused = day(world.requests)
        try paused.advance(to: changed.booked)
        paused.replace(with: changed)
        var requests = world.requests
        requests[request.id.index] = changed
        #expect(try paused.run().trace == day(requests).run().trace)
      }
    }
  }

  @Test("goes the same way with a dispatcher outside", arguments: BuiltIn.types.indices)
  func outside(strategy: Int) throws {
    let world = world()
    let type = BuiltIn.types[strategy]
    var dispatcher = type.init(
      StrategySettings(standardOf: type.description), service: world.service)
    let whole = try world.run(dispatcher)
    // Only when it wants to be asked is told by the strategy within.
    var day = Simulation(
      day: 0, requests: Column(world.requests), vehicles: world.vehicles, service: world.service,
      strategy: dispatcher)
    var questions = 0
    while let situation = try day.nextQuestion() {
      questions += 1
      try day.carryOut(dispatcher.decide(in: situation))
    }
    #expect(questions > 10)
    #expect(day.trace == whole)
  }
}
