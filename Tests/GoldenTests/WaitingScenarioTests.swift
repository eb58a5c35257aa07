import Audit
import BatchMatching
import Dispatching
import Foundation
import Journal
import Mobility
import ScenarioFiles
import ScenarioModel
import Simulator
import Studies
import TestSupport
import Testing

@Suite("Shipped scenarios whose idle vans move")
struct WaitingScenarioTests {
  /// Everyone books when they want to leave, so that vans are often on empty drives when asked for.
  private static func experiment(
    _ name: String, days: Int, waiting: String, diversion: Bool
  ) throws -> Experiment {
    let path = CommandLineRun.root.appendingPathComponent("Scenarios/\(name).yaml").path
    let strategies = [
      NearestIdle.description, GreedyInsertion.description, BatchMatcher.description,
    ].map { $0.adding(Parking.parameters) }
    var scenario = try ScenarioReader.read(
      path,
      overrides: [
        ("service.diversion", String(diversion)), ("service.minimum_lead", "0 min"),
        ("demand.lead_times", "[{weight: 1, shortest: 0 min, longest: 5 min}]"),
        ("strategies.greedy.repositioning", waiting), ("strategies.batch.repositioning", waiting),
        ("strategies.nearest.repositioning", waiting),
      ],
      strategies: strategies)
    scenario.days = days
    return Experiment(scenario) { settings, service in
      settings.id == "nearest"
        ? NearestIdle(settings, service: service)
        : ShippedScenarioTests.strategy(settings, service)
    }
  }

  private static func isOrder(_ event: Event) -> Bool {
    if case .repositioned = event { return true }
    return false
  }

  @Test(
    "pass the audit under every strategy",
    arguments: ["senboku/trial-2-target", "senboku/last-mile"], ["depot", "coverage"])
  func areSound(name: String, waiting: String) async throws {
    for diversion in [false, true] {
      let experiment = try Self.experiment(name, days: 3, waiting: waiting, diversion: diversion)
      let (auditor, days) = try await ShippedScenarioTests.days(of: experiment)
      #expect(days.count == 9)
      for day in days {
        #expect(auditor.findings(in: day).map(\.description) == [])
        #expect(day.trace.records.contains { Self.isOrder($0.event) })
      }
    }
  }

  @Test("come out the same again, on one thread or two")
  func areRepeatable() async throws {
    let experiment = try Self.experiment(
      "senboku/trial-2", days: 4, waiting: "coverage", diversion: true)
    let once = try await experiment.run(threads: 1).map { $0.days.map(\.trace) }
    let again = try Self.experiment(
      "senboku/trial-2", days: 4, waiting: "coverage", diversion: true)
    #expect(try await again.run(threads: 2).map { $0.days.map(\.trace) } == once)
  }

  @Test("leave traces in which the audit sees every order to wait elsewhere that is out of line")
  func mutationsAreCaught() async throws {
    let experiment = try Self.experiment(
      "senboku/last-mile", days: 1, waiting: "coverage", diversion: false)
    let (auditor, days) = try await ShippedScenarioTests.days(of: experiment)
    var changes = 0
    for day in days {
      let records = day.trace.records
      let positions = records.indices.filter { Self.isOrder(records[$0].event) }
      let places = Set(positions.flatMap { records[$0].event.places }).sorted()
      for position in positions.prefix(8) {
        let (time, event) = (records[position].time, records[position].event)
        let others =
          places.compactMap { event.with(place: $0, atOrigin: false) }
          + (0..<4).compactMap { event.with(vehicle: VehicleID($0)) }
        var changed: [Record?] = others.filter { $0 != event }.map { Record(time, $0) }
        changed += [nil, Record(time + .seconds(1), event), Record(time - .seconds(1), event)]
        for record in changed {
          var mutated = records
          mutated.replaceSubrange(position...position, with: record.map { [$0] } ?? [])
          changes += 1
          let findings = auditor.findings(
            in: AuditedDay(
              trace: Trace(day: day.trace.day, records: mutated), requests: day.requests))
          #expect(!findings.isEmpty, "\(records[position]): \(String(describing: record))")
        }
      }
    }
    #expect(changes > 100)
  }
}
