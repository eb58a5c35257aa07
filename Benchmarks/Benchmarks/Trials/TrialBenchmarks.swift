import BatchMatching
import Benchmark
import Dispatching
import Foundation
import Mobility
import ScenarioFiles
import ScenarioModel
import Studies

/// The main job and its parts, on the scenario that the README runs.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(metrics: [.cpuUser, .wallClock, .peakMemoryResident])

  let long = Benchmark.Configuration(maxDuration: .seconds(60), maxIterations: 7)
  Benchmark("trial-2: 30 days, greedy and batch, one thread", configuration: long) { benchmark in
    let scenario = try shipped("senboku/trial-2")
    benchmark.startMeasurement()
    blackHole(try await Experiment(scenario, maker: strategy).run(threads: 1))
  }

  Benchmark("trial-2: 30 days, greedy, one thread") { benchmark in
    var scenario = try shipped("senboku/trial-2")
    scenario.strategies.removeAll { $0.id != "greedy" }
    benchmark.startMeasurement()
    blackHole(try await Experiment(scenario, maker: strategy).run(threads: 1))
  }

  Benchmark("trial-2: read the scenario with its network") { _ in
    blackHole(try shipped("senboku/trial-2"))
  }
}

private func shipped(_ name: String) throws -> Scenario {
  let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try ScenarioReader.read(
    root.appendingPathComponent("Scenarios/\(name).yaml").path,
    strategies: [GreedyInsertion.description, BatchMatcher.description])
}

@Sendable
private func strategy(_ settings: StrategySettings, _ service: Service) -> any DispatchStrategy {
  settings.id == "greedy"
    ? GreedyInsertion(settings, service: service) : BatchMatcher(settings, service: service)
}
