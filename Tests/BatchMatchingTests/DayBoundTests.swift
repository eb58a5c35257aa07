import BatchMatching
import Dispatching
import Indicators
import Mobility
import Simulator
import TestSupport
import Testing

@Suite("The bound of a day")
struct DayBoundTests {
  @Test("lies below what trying everything finds, and its plan above", arguments: 0..<4)
  func enclosesTheOptimum(block: Int) throws {
    var (looked, near, exact, sequences) = (0, 0, 0, 0)
    for seed in block * 90..<(block + 1) * 90 {
      let day = RandomDay(seed: 5_000_000 + seed, requests: 2 + seed % 7)
      var bounds: [DayBound] = []
      for foresight in [DayProblem.Foresight.perfect, .bookings] {
        var everything = ExactDay(
          day.requests, service: day.service, refusalWait: day.refusalWait,
          waitsForBookings: foresight == .bookings)
        let optimum = everything.leastCost(of: day.vehicles)
        let bound = DayBound(try day.problem(foresight), above: bounds.first)
        #expect(bound.lower <= optimum, "seed \(seed), \(foresight)")
        #expect(optimum <= bound.upper, "seed \(seed), \(foresight)")
        #expect(bound.effort.isPriced, "seed \(seed)")
        looked += 1
        sequences += everything.drivenSequences
        if bound.lower * 100 >= optimum * 95 { near += 1 }
        if bound.isProved { exact += 1 }
        bounds.append(bound)
      }
      let both = bounds[0].improved(by: bounds[1])
      #expect(both.lower == bounds[0].lower && both.lower <= bounds[1].lower, "seed \(seed)")
      #expect(both.upper == min(bounds[0].upper, bounds[1].upper), "seed \(seed)")
    }
    #expect(near * 100 >= looked * 80, "only \(near) of \(looked) bounds are near")
    #expect(exact * 2 >= looked, "only \(exact) of \(looked) are proved")
    #expect(sequences >= looked * 100, "there was little to try")
  }

  @Test(
    "is never beaten by a strategy, which learns of requests when they are booked", arguments: 0..<3
  )
  func isNeverBeaten(block: Int) throws {
    var tight = 0
    for seed in block * 60..<(block + 1) * 60 {
      let day = RandomDay(seed: 6_000_000 + seed, requests: 6 + seed % 12)
      let knowing = DayBound(try day.problem(.perfect))
      let perfect = knowing.lower
      let booked = DayBound(try day.problem(.bookings), above: knowing).lower
      #expect(perfect <= booked, "seed \(seed)")
      for strategy in day.strategies {
        let trace = try Simulation(
          day: 0, requests: Column(day.requests), vehicles: Column(day.vehicles),
          service: day.service, strategy: strategy
        ).run().trace
        let inputs = DayInputs(
          requests: Column(day.requests), vehicles: Column(day.vehicles),
          refusalWait: day.refusalWait)
        let cost = DayObjective(trace, inputs: inputs, weights: day.service.weights).total
        #expect(booked <= cost, "seed \(seed), \(type(of: strategy).description.id)")
        if booked * 100 >= cost * 95 { tight += 1 }
      }
    }
    #expect(tight >= 10, "the bounds are too far off to be tested by this")
  }

  @Test("still holds when the search is cut short, and says so")
  func holdsWhenCutShort() throws {
    var unpriced = 0
    for seed in 0..<40 {
      let day = RandomDay(seed: 7_000_000 + seed, requests: 5)
      var everything = ExactDay(
        day.requests, service: day.service, refusalWait: day.refusalWait, waitsForBookings: false)
      let optimum = everything.leastCost(of: day.vehicles)
      for (labels, rounds) in [(3, 300), (1_000_000, 1), (1_000_000, 2), (1_000_000, 0)] {
        var limits = DayBound.Limits()
        limits.labels = labels
        limits.rounds = rounds
        let bound = DayBound(try day.problem(.perfect), within: limits)
        #expect(bound.lower <= optimum && optimum <= bound.upper, "seed \(seed)")
        #expect(bound.effort.isPriced || labels == 3, "seed \(seed)")
        if !bound.effort.isPriced { unpriced += 1 }
      }
    }
    #expect(unpriced >= 30)
  }

  @Test("takes no more work than it may, and says when that was too little")
  func limitedWork() throws {
    var (cut, finished) = (0, 0)
    for seed in 0..<20 {
      let day = RandomDay(seed: 7_100_000 + seed, requests: 6)
      var everything = ExactDay(
        day.requests, service: day.service, refusalWait: day.refusalWait, waitsForBookings: false)
      let optimum = everything.leastCost(of: day.vehicles)
      for work in [0, 10_000, 100_000, 1_000_000, 100_000_000] {
        var limits = DayBound.Limits()
        limits.work = work
        let bound = DayBound(try day.problem(.perfect), within: limits)
        #expect(bound.lower <= optimum && optimum <= bound.upper, "seed \(seed), work \(work)")
        // A label and what follows it are done to the end.
        #expect(bound.effort.work <= work + 50_000, "seed \(seed), work \(work)")
        let again = DayBound(try day.problem(.perfect), within: limits)
        #expect(again.effort == bound.effort && again.upper == bound.upper)
        if bound.effort.isCut { cut += 1 } else { finished += 1 }
      }
    }
    #expect(cut >= 20 && finished >= 20)
  }

  @Test("gets what is kept for the plan where it would be none without")
  func boundComesFirst() throws {
    var priced = 0
    for seed in 0..<60 {
      let day = RandomDay(seed: 7_100_000 + seed, requests: 8)
      var limits = DayBound.Limits()
      limits.work = 50_000
      if DayBound(try day.problem(.perfect), within: limits).effort.isPriced { priced += 1 }
    }
    // 35 where the reserve is kept.
    #expect(priced >= 42)
  }

  @Test("there is none where the limits are soft or operation costs")
  func refuses() throws {
    let day = RandomDay(seed: 1, requests: 2)
    var rules = day.service.rules
    rules.limits = .soft
    #expect(throws: DayProblem.Unbounded.softLimits) {
      try day.problem(.perfect, rules: rules)
    }
    var weights = day.service.weights
    weights.operation = 1
    #expect(throws: DayProblem.Unbounded.operation) {
      try day.problem(.perfect, weights: weights)
    }
  }
}

extension RandomDay {
  func problem(
    _ foresight: DayProblem.Foresight, rules: ServiceRules? = nil, weights: Weights? = nil
  ) throws -> DayProblem {
    try DayProblem(
      requests: Column(requests), vehicles: Column(vehicles),
      service: Service(
        travelTimes: service.travelTimes, rules: rules ?? service.rules,
        weights: weights ?? service.weights),
      refusalWait: refusalWait, foresight: foresight)
  }

  /// The shipped ones, the batch matcher in both modes and at intervals.
  var strategies: [any DispatchStrategy] {
    func settings(
      _ type: any DispatchStrategy.Type, _ changed: [String: Parameter.Value] = [:]
    ) -> StrategySettings {
      StrategySettings(standardOf: type.description, changing: changed)
    }
    return [
      NearestIdle(settings(NearestIdle.self), service: service),
      GreedyInsertion(settings(GreedyInsertion.self), service: service),
      BatchMatcher(settings(BatchMatcher.self), service: service),
      BatchMatcher(
        settings(BatchMatcher.self, ["interval": .duration(.seconds(90))]), service: service),
      BatchMatcher(settings(BatchMatcher.self, ["mode": .choice("rounds")]), service: service),
      NeighbourhoodDispatch(
        settings(NeighbourhoodDispatch.self, ["iterations": .whole(20)]), service: service),
    ]
  }
}
