import ArgumentParser
import Dispatching
import Foundation
import Instances
import Mobility
import RoadNetwork
import ScenarioFiles
import Simulator

struct BenchmarkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Run a published benchmark, and say what came out and what it took.",
    discussion: """
      Simulates the one day of the benchmark on one thread. PATH is a folder or a file of one of \
      these layouts, or for manhattan one of its fleets:
      \(InstanceLayout.allCases.map { "  " + $0.summary }.joined(separator: "\n"))

      wait: from the request to the arrival at the pick-up place, as FleetPy counts it; for the \
      karri layout, as KaRRi does, to the departure from there. ride: from that departure to the \
      arrival. Each request counts once, whatever its party. CPU and memory are those of the whole \
      process. What was read, and the routing index, are kept for the next run (--cache).

      Where the folder holds what KaRRi decided, each decision is then made again from KaRRi's own \
      state and compared: that is not in the CPU time, and --no-reference leaves it out.

      Settings (--set): preset=hard, karri or dial-a-ride, diversion=true or false, weights.driving, \
      weights.operation, weights.wait, weights.ride and weights.walk, and the parameters of the \
      strategy; see noriai strategies.

      Example: noriai benchmark instances/town2000 --set weights.wait=2 --json
      """)

  @Argument(help: "The folder of the benchmark.")
  var path: String

  @Option(help: "The strategy; see noriai strategies.")
  var strategy = "greedy"

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Change a setting, as in weights.wait=2. Can be repeated.", valueName: "name=value"))
  var changes: [String] = []

  @Option(help: "The folder where what was read is kept.")
  var cache = InstanceCache.standardFolder

  @Flag(
    inversion: .prefixedNo, help: "Compare with the decisions of the reference, if there are any.")
  var reference = true

  @Flag(help: "Print JSON for machines.")
  var json = false

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    _ = try BenchmarkSettings(strategy: strategy, changes: changes)
  }

  func run() async throws {
    let started = ContinuousClock.now
    try await Failure.reporting {
      let settings = try BenchmarkSettings(strategy: strategy, changes: changes)
      let source = try InstanceSource(at: path)
      let cache = InstanceCache(folder: cache)
      var instance = try cache.instance(from: source)
      settings.change(&instance)
      let service = service(of: instance, from: source, cache: cache)

      let bar = ProgressBar(quiet: quiet, counting: "requests")
      let outcome = try Simulation(
        day: 0, requests: instance.requests, vehicles: instance.vehicles, service: service,
        strategy: StrategyCatalogue.strategy(settings.strategy, service: service),
        parking: Parking(
          settings.strategy,
          forecast: DemandForecast(
            uniformOver: (0..<service.travelTimes.placeCount).map { PlaceID($0) }),
          service: service)
      ).run { done in
        let all = instance.requests.count
        if done % 100 == 0 || done == all { bar.show(done, of: all) }
      }
      var figures = BenchmarkFigures(
        of: instance, strategy: strategy, outcome: outcome, started: started)
      let replay = replay(of: instance, service: service)
      figures.replay = replay.map {
        BenchmarkFigures.Replay(
          mismatches: $0.mismatches.count, pathTies: $0.pathTies.count)
      }
      if json {
        try Streams.show(
          String(decoding: CanonicalJSON.data(figures), as: UTF8.self), terminator: "")
      } else {
        try Streams.show(figures.text)
        for note in notes(on: instance) { try Streams.show("note: \(note)") }
        for difference in replay?.differences ?? [] { try Streams.show("\(difference)") }
      }
    }
  }

  private func service(
    of instance: Instance, from source: InstanceSource, cache: InstanceCache
  ) -> Service {
    let isLarge = instance.network.nodeCount >= Self.leastNodeCountToKeep
    let routing = cache.routingIndex(of: source)
    let travelTimes = instance.travelTimes {
      isLarge ? routing.index(for: $0) : RoutingIndex($0)
    }
    return Service(travelTimes: travelTimes, rules: instance.rules, weights: instance.weights)
  }

  /// The reference run again, decision by decision, if there is one and the rules are its own.
  private func replay(of instance: Instance, service: Service) -> KaRRiReplay? {
    guard reference, strategy == GreedyInsertion.description.id, instance.rules.limits == .soft,
      let decisions = instance.reference
    else { return nil }
    var replay = KaRRiReplay(of: decisions, in: instance, service: service)
    replay.run()
    return replay
  }

  /// Up to here an index is made in less time than it takes to notice.
  private static let leastNodeCountToKeep = 500

  private func notes(on instance: Instance) -> [String] {
    var notes: [String] = []
    if instance.unconnectedNodes > 0 {
      notes.append("\(instance.unconnectedNodes) nodes left out, from or to which no street leads")
    }
    if instance.tripsOfNoLength > 0 {
      notes.append(
        "\(instance.tripsOfNoLength) requests end where they begin and are refused (same_place)")
    }
    return notes
  }
}
