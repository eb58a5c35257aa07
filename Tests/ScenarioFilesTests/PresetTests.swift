import Mobility
import ScenarioFiles
import ScenarioModel
import TestSupport
import Testing

@Suite("A service follows a preset, may divert vehicles, and weighs what it says")
struct PresetTests {
  private func read(_ lines: String) throws -> Scenario {
    try TemporaryFolder(["s.yaml": Samples.scenario("halt: 20 s", "halt: 20 s\n" + lines)]).read()
  }

  @Test("limits are hard and vehicles arrive unless the scenario says otherwise")
  func standard() throws {
    for lines in ["", "  preset: hard\n  diversion: false"] {
      let scenario = try read(lines)
      #expect(scenario.rules.limits == .hard)
      #expect(!scenario.rules.diversion)
      #expect(scenario.weights == Weights())
    }
  }

  @Test("karri has soft limits, and counts operation, not driving")
  func karri() throws {
    let scenario = try read("  preset: karri")
    #expect(scenario.rules.limits == .soft)
    #expect(
      scenario.weights
        == Weights(
          driving: 0, operation: 1000, wait: 1000, ride: 1000, walk: 1000, lateBoarding: 1000,
          lateArrival: 10_000))
    #expect(try read("  diversion: true").rules.diversion)
  }

  @Test("stated weights override those of the preset, the others stay")
  func weights() throws {
    let scenario = try read(
      "  preset: karri\n  weights: {driving: 0.5, late_boarding: 2, late_arrival: 3.25, wait: 4}")
    #expect(
      scenario.weights
        == Weights(
          driving: 500, operation: 1000, wait: 4000, lateBoarding: 2000, lateArrival: 3250))
    #expect(try read("  weights: {operation: 2}").weights == Weights(operation: 2000))
  }

  @Test("another word for a preset is met with those that there are")
  func unknownPreset() throws {
    let folder = try TemporaryFolder([
      "s.yaml": Samples.scenario("halt: 20 s", "halt: 20 s\n  preset: soft")
    ])
    #expect(
      folder.problems() == """
        s.yaml:23:11: service.preset: expected one of hard, karri, dial-a-ride, found "soft"
              preset: soft
                      ^
        """)
  }
}
