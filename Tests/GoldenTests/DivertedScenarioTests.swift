import Audit
import Journal
import Studies
import TestSupport
import Testing

@Suite("Shipped scenarios whose vans can be diverted")
struct DivertedScenarioTests {
  private static func days(
    _ name: String, days: Int, preset: String
  ) async throws -> (auditor: Auditor, days: [AuditedDay]) {
    let scenario = try ShippedScenarioTests.scenario(
      name, days: days, overrides: [("service.diversion", "true"), ("service.preset", preset)])
    return try await ShippedScenarioTests.days(
      of: Experiment(scenario, maker: ShippedScenarioTests.strategy))
  }

  private static func isDiversion(_ event: Event) -> Bool {
    if case .diverted = event { return true }
    return false
  }

  @Test(
    "pass the audit under each preset",
    arguments: ["senboku/trial-2-target", "senboku/last-mile"], ["hard", "karri"])
  func areSound(name: String, preset: String) async throws {
    let (auditor, days) = try await Self.days(name, days: 6, preset: preset)
    for day in days { #expect(auditor.findings(in: day).map(\.description) == []) }
    #expect(days.contains { $0.trace.records.contains { Self.isDiversion($0.event) } })
  }

  @Test("leave traces in which the audit sees almost every change, and of diversions all")
  func mutationsAreCaught() async throws {
    let (auditor, all) = try await Self.days("senboku/last-mile", days: 2, preset: "hard")
    let days = all.filter { $0.trace.records.contains { Self.isDiversion($0.event) } }
    var escaped: [String] = []
    for seed in 0..<500 {
      let day = days[seed % days.count]
      let mutation = try #require(TraceMutation(of: day.trace, seed: seed))
      let mutated = AuditedDay(trace: mutation.trace, requests: day.requests)
      if auditor.findings(in: mutated).isEmpty { escaped.append(mutation.description) }
    }
    #expect(escaped.count <= 25, "escaped: \(escaped)")

    // Diversions left out, or at every place that another diversion of the day turns at or goes to.
    var changes = 0
    for day in days {
      let records = day.trace.records
      let positions = records.indices.filter { Self.isDiversion(records[$0].event) }
      let places = Set(positions.flatMap { records[$0].event.places }).sorted()
      for position in positions.prefix(4) {
        var traces = [records]
        traces[0].remove(at: position)
        for place in places {
          for atOrigin in [true, false] {
            var changed = records
            let event = records[position].event.with(place: place, atOrigin: atOrigin)
            guard let event, event != records[position].event else { continue }
            changed[position] = Record(records[position].time, event)
            traces.append(changed)
          }
        }
        for records in traces {
          changes += 1
          let mutated = AuditedDay(
            trace: Trace(day: day.trace.day, records: records), requests: day.requests)
          #expect(!auditor.findings(in: mutated).isEmpty, "\(day.trace.records[position])")
        }
      }
    }
    #expect(changes > 100)
  }
}
