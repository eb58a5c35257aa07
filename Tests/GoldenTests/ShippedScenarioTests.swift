import Audit
import BatchMatching
import Dispatching
import Foundation
import Journal
import Mobility
import Reports
import RoadNetwork
import ScenarioFiles
import ScenarioModel
import Simulator
import Studies
import TestSupport
import Testing

@Suite("The shipped scenarios")
struct ShippedScenarioTests {
  private static let paths = [
    "quickstart", "senboku/trial-2", "senboku/trial-2-target", "senboku/last-mile",
  ]

  static func scenario(
    _ name: String, days: Int, overrides: [(key: String, value: String)] = []
  ) throws -> Scenario {
    let path = CommandLineRun.root.appendingPathComponent("Scenarios/\(name).yaml").path
    var scenario = try ScenarioReader.read(
      path, overrides: overrides,
      strategies: [GreedyInsertion.description, BatchMatcher.description])
    scenario.days = min(days, scenario.days)
    return scenario
  }

  @Sendable
  static func strategy(
    _ settings: StrategySettings, _ service: Service
  ) -> any DispatchStrategy {
    settings.id == "greedy"
      ? GreedyInsertion(settings, service: service) : BatchMatcher(settings, service: service)
  }

  /// The days of all strategies as the audit sees them.
  static func days(
    of experiment: Experiment
  ) async throws -> (auditor: Auditor, days: [AuditedDay]) {
    let scenario = experiment.scenario
    let network = scenario.network
    let roads = network.coordinates.ids.flatMap { tail in
      network.edges(from: tail).map { edge in
        AuditInputs.Road(
          from: tail, to: network.head[edge], duration: network.duration[edge],
          length: network.length[edge])
      }
    }
    let auditor = Auditor(
      AuditInputs(
        roads: roads, places: Column(scenario.places.values.map(\.place.node)),
        vehicles: scenario.vehicles, vehicleNames: scenario.vehicleNames, rules: scenario.rules,
        refusalWait: scenario.refusalWait))
    let outcomes = try await experiment.run(threads: 2)
    let days = outcomes.flatMap(\.days).map { outcome in
      AuditedDay(
        trace: outcome.trace,
        requests: Column(experiment.bookings[outcome.trace.day].map(\.request)))
    }
    return (auditor, days)
  }

  @Test("pass the audit, record by record", arguments: paths)
  func areSound(name: String) async throws {
    let experiment = Experiment(try Self.scenario(name, days: 4), maker: Self.strategy)
    let (auditor, days) = try await Self.days(of: experiment)
    for day in days { #expect(auditor.findings(in: day).map(\.description) == []) }
  }

  @Test("leave traces in which the audit sees almost every change")
  func mutationsAreCaught() async throws {
    let scenario = try Self.scenario("senboku/trial-2", days: 5)
    let experiment = Experiment(scenario, maker: Self.strategy)
    let (auditor, days) = try await Self.days(of: experiment)
    var (tried, caught) = (0, 0)
    var escaped: [String] = []
    for seed in 0..<500 {
      let day = days[seed % days.count]
      guard let mutation = TraceMutation(of: day.trace, seed: seed) else { continue }
      tried += 1
      if auditor.findings(in: AuditedDay(trace: mutation.trace, requests: day.requests)).isEmpty {
        escaped.append(mutation.description)
      } else {
        caught += 1
      }
    }
    #expect(tried == 500)
    #expect(caught * 100 >= tried * 95, "escaped: \(escaped)")
  }

  @Test("make a worsened strategy fail its regression")
  func worseningIsSeen() async throws {
    let scenario = try Self.scenario("senboku/trial-2", days: 4)
    let sound = try await Self.expectation(of: Experiment(scenario, maker: Self.strategy))
    let again = try await Self.expectation(of: Experiment(scenario, maker: Self.strategy))
    #expect(sound.moves(to: again) == [])

    let worse = try await Self.expectation(
      of: Experiment(scenario) { settings, service in
        settings.id == "greedy"
          ? LastVehicleFirst(settings, service: service) : Self.strategy(settings, service)
      })
    let moves = sound.moves(to: worse)
    #expect(moves.contains { $0.strategy == "greedy" && $0.figure == "trace_sha256" })
    #expect(moves.contains { $0.strategy == "greedy" && !$0.isWithin(0.05) })
    #expect(!moves.contains { $0.strategy == "batch" })
  }

  private static func expectation(of experiment: Experiment) async throws -> ExpectedRun {
    let outcomes = try await experiment.run(threads: 2)
    let runs = outcomes.map { outcome in
      let file = TraceFile(outcome.days.map(\.trace))
      return RunResults.StrategyRun(
        id: outcome.settings.id, traces: file.traces,
        computeSeconds: outcome.days.map { _ in 0 }, traceDigest: file.digests.columns)
    }
    let results = RunResults(
      scenario: experiment.scenario, bookings: experiment.bookings, strategies: runs)
    return ExpectedRun(
      Summary(of: RunFigures(of: results)), effort: outcomes.map(EffortTables.totals))
  }
}

/// The greedy insertion, but into the last vehicle that has any place at all.
private struct LastVehicleFirst: DispatchStrategy {
  static let description = GreedyInsertion.description
  private let service: Service
  private var search: InsertionSearch

  init(_ settings: StrategySettings, service: Service) {
    self.service = service
    search = InsertionSearch(service: service)
  }

  mutating func decide(in situation: Situation) -> [Decision] {
    var fleet = situation.fleet
    var refusals: [Decision] = []
    for request in situation.open {
      var place: (position: Int, insertion: Insertion)?
      for position in fleet.indices {
        // The nearest places come first.
        for terms in service.terms(for: request).reversed() {
          let found = search.bestInsertion(of: terms, into: fleet[position])
          if let found { place = (position, found) }
        }
      }
      guard let (position, insertion) = place else {
        refusals.append(.refuse(request.id, .noVehicleInTime))
        continue
      }
      fleet[position] = fleet[position].following(
        insertion.inserted(into: fleet[position].schedule.stops), in: service)
    }
    return fleet.map { .follow($0.vehicle.id, $0.schedule.route) } + refusals
  }
}
