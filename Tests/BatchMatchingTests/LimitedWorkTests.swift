import BatchMatching
import Dispatching
import Mobility
import RoadNetwork
import TestSupport
import Testing

@Suite("The work of a decision is limited")
struct LimitedWorkTests {
  private static func settings(_ changed: [String: Parameter.Value]) -> StrategySettings {
    StrategySettings(standardOf: BatchMatcher.description, changing: changed)
  }

  /// What deciding took, and whether it was better than greedy; the same twice, and never worse.
  private static func decision<Strategy: DispatchStrategy>(
    of strategy: Strategy, in situation: Situation, _ service: Service, seed: Int
  ) throws -> (effort: Effort, isBetter: Bool) {
    var (first, second) = (strategy, strategy)
    let value = situation.value(under: &first, in: service)
    let found = try #require(value, "seed \(seed)")
    let inserted = try #require(situation.valueUnderGreedy(in: service), "seed \(seed)")
    #expect(found <= inserted, "seed \(seed)")
    let repeated = situation.value(under: &second, in: service)
    #expect(repeated == found, "seed \(seed)")
    #expect(second.effort == first.effort, "seed \(seed)")
    return (first.effort, found < inserted)
  }

  /// A few labels more than the limit are made before it is noticed.
  private static let overshoot = 100_000

  @Test("and the plan is never worse than greedy's, whatever the limit", arguments: 0..<8)
  func neverWorseThanGreedy(block: Int) throws {
    var (looked, cut, better) = (0, 0, 0)
    for seed in block * 800..<(block + 1) * 800 {
      var world = RandomWorld(seed: 6_000_000 + seed)
      guard let situation = world.pulse() else { continue }
      let service = world.service
      let work = [0, 1, 3, 10][seed % 4]
      let settings = Self.settings(["work": .whole(work), "routes": .whole(1_000_000)])
      let batch = try Self.decision(
        of: BatchMatcher(settings, service: service), in: situation, service, seed: seed)
      let allowed = 1000 * work * (75 + situation.open.count)
      #expect(batch.effort.limitedWork <= allowed + Self.overshoot, "seed \(seed)")
      let epoch = try #require(batch.effort.epochs.last)
      #expect(epoch.bound.map { $0 <= Double(epoch.objective) } ?? true)
      #expect(!(epoch.isCut && epoch.isProved), "seed \(seed)")
      looked += 1
      if epoch.isCut { cut += 1 }
      if batch.isBetter { better += 1 }
    }
    #expect(looked >= 250, "fewer than 2,000 states in all")
    #expect(cut * 2 > looked, "the limits seldom bind")
    #expect(better * 10 > looked, "batch is seldom of use")
  }

  @Test("and its bound holds where the best plan is known")
  func boundHolds() throws {
    var bounded = 0
    for seed in 0..<300 {
      var world = RandomWorld(seed: 6_500_000 + seed)
      guard let situation = world.pulse(atMost: 10) else { continue }
      var full = BatchMatcher(Self.settings([:]), service: world.service)
      _ = full.decide(in: situation)
      let best = try #require(full.effort.epochs.last)
      guard best.isProved else { continue }
      for work in [0, 1, 2, 4] {
        var short = BatchMatcher(Self.settings(["work": .whole(work)]), service: world.service)
        _ = short.decide(in: situation)
        let epoch = try #require(short.effort.epochs.last)
        #expect(epoch.objective >= best.objective, "seed \(seed), work \(work)")
        guard let bound = epoch.bound else { continue }
        #expect(bound <= Double(best.objective), "seed \(seed), work \(work)")
        if epoch.isCut { bounded += 1 }
      }
    }
    #expect(bounded > 20, "what is cut off never has a bound")
  }

  @Test("and so is that of the large-neighbourhood search", arguments: 0..<4)
  func neighbourhoodSearch(block: Int) throws {
    var (looked, cut, better) = (0, 0, 0)
    for seed in block * 200..<(block + 1) * 200 {
      var world = RandomWorld(seed: 6_800_000 + seed)
      guard let situation = world.pulse() else { continue }
      let service = world.service
      let work = [0, 1, 3, 10][seed % 4]
      let settings = StrategySettings(
        standardOf: NeighbourhoodDispatch.description,
        changing: ["work": .whole(work), "iterations": .whole(1_000_000)])
      let lns = try Self.decision(
        of: NeighbourhoodDispatch(settings, service: service), in: situation, service, seed: seed)
      // The first completion and the last iteration are not cut short.
      let once = 200 * situation.open.count * (situation.fleet.count + situation.open.count) * 10
      let allowed = 1000 * work * (75 + situation.open.count) + Self.overshoot + once
      #expect(lns.effort.limitedWork <= allowed, "seed \(seed)")
      let epoch = try #require(lns.effort.epochs.last)
      #expect(epoch.bound == nil && !epoch.isProved)
      looked += 1
      if epoch.isCut { cut += 1 }
      if lns.isBetter { better += 1 }
    }
    #expect(looked >= 60)
    #expect(cut == looked, "a million iterations were done")
    #expect(better * 10 > looked, "the search is seldom of use")
  }

  @Test("when forty riders get off one train")
  func train() throws {
    var world = RandomWorld(seed: 7)
    let now = Instant(hour: 10)
    let places = (1..<RandomWorld.placeCount).map { PlaceID($0) }
    let open = (0..<40).map { k in
      Request(
        id: RequestID(k), booked: now, desired: now, riders: 1, boarding: .seconds(10),
        pickups: [Access(place: PlaceID(0))], dropoffs: [Access(place: places[k % places.count])])
    }
    let fleet = (0..<5).compactMap {
      world.state(of: VehicleID($0), at: now, requests: 0, firstRequest: 100)
    }
    let situation = Situation(now: now, open: open, fleet: fleet, service: world.service)
    var batch = BatchMatcher(
      Self.settings(["work": .whole(20), "routes": .whole(1_000_000)]), service: world.service)
    _ = batch.decide(in: situation)
    #expect(batch.effort.limitedWork <= 20_000 * 115 + Self.overshoot)
    #expect(batch.effort.epochs.last?.isCut == true)
  }
}
