import Audit
import BatchMatching
import Dispatching
import Journal
import Mobility
import ScenarioFiles
import ScenarioModel
import Studies
import Testing

@Suite("Days re-planned by large-neighbourhood search")
struct NeighbourhoodDispatchDayTests {
  @Test(
    "keep every rule of the shipped scenarios, and are the same twice",
    arguments: ["quickstart", "senboku/trial-2", "senboku/trial-2-target", "senboku/last-mile"])
  func areSound(name: String) async throws {
    var scenario = try ShippedScenarioTests.scenario(name, days: 2)
    let standard = StrategySettings(standardOf: NeighbourhoodDispatch.description)
    scenario.strategies = [standard]
    let experiment = Experiment(scenario) { settings, service in
      NeighbourhoodDispatch(settings, service: service)
    }
    let (auditor, days) = try await ShippedScenarioTests.days(of: experiment)
    #expect(!days.isEmpty)
    for day in days { #expect(auditor.findings(in: day).map(\.description) == []) }
    let (_, again) = try await ShippedScenarioTests.days(of: experiment)
    #expect(
      TraceFile(days.map(\.trace)).digests == TraceFile(again.map(\.trace)).digests)
  }
}
