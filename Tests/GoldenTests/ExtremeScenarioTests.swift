import Audit
import BatchMatching
import Dispatching
import Foundation
import Mobility
import Reports
import ScenarioFiles
import ScenarioModel
import Studies
import TestSupport
import Testing

@Suite("Values at the ends of what may be stated")
struct ExtremeScenarioTests {
  @Sendable
  private static func strategy(
    _ settings: StrategySettings, _ service: Service
  ) -> any DispatchStrategy {
    switch settings.id {
    case "nearest": NearestIdle(settings, service: service)
    case "greedy": GreedyInsertion(settings, service: service)
    default: BatchMatcher(settings, service: service)
    }
  }

  /// `nil` where the scenario cannot be read, which is then said with a place.
  private static func scenario(seed: Int) throws -> Scenario? {
    let folder = try TemporaryFolder(ExtremeScenario(seed: seed).files)
    do throws(InputErrors) {
      return try withExtendedLifetime(folder) { () throws(InputErrors) in
        try ScenarioReader.read(
          folder["s.yaml"],
          strategies: [
            NearestIdle.description, GreedyInsertion.description, BatchMatcher.description,
          ].map { $0.adding(Parking.parameters) })
      }
    } catch {
      let places = error.diagnostics.map(\.description)
      #expect(places.allSatisfy { $0.contains(":") && $0.contains("expected") }, "seed \(seed)")
      return nil
    }
  }

  @Test(
    "are refused with a message, or run under every strategy and pass the audit",
    arguments: 0..<10)
  func runAndAreSound(block: Int) async throws {
    var accepted = 0
    for seed in 50 * block..<50 * (block + 1) {
      guard let scenario = try Self.scenario(seed: seed) else { continue }
      accepted += 1
      let experiment = Experiment(scenario, maker: Self.strategy)
      let (auditor, days) = try await ShippedScenarioTests.days(of: experiment)
      for day in days {
        #expect(auditor.findings(in: day).map(\.description) == [], "seed \(seed)")
      }
    }
    #expect(accepted >= 10, "most scenarios cannot be read")
  }

  @Test(
    "come through the command line, with a folder that the audit and the report can read",
    arguments: 0..<4)
  func wholeRuns(block: Int) throws {
    var accepted = 0
    for seed in 1000 + 6 * block..<1000 + 6 * (block + 1) where try Self.runs(seed: seed) {
      accepted += 1
    }
    #expect(accepted >= 1, "hardly any scenario can be read")
  }

  /// Whether the scenario can be run; what is then written is looked at.
  private static func runs(seed: Int) throws -> Bool {
    let folder = try TemporaryFolder(ExtremeScenario(seed: seed).files)
    let run = try CommandLineRun(
      "run", folder["s.yaml"], "--output", folder["o"], "--quiet", "--fixes", "none")
    #expect(run.status == 0 || run.status == 65, "seed \(seed): \(run.errors)")
    guard run.status == 0 else { return false }
    let audit = try CommandLineRun("audit", folder["o"])
    #expect(audit.status == 0, "seed \(seed): \(audit.output)\(audit.errors)")
    #expect(try CommandLineRun("report", folder["o"]).status == 0, "seed \(seed)")
    return true
  }
}
