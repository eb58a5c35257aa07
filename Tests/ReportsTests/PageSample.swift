import Foundation
import Indicators
import Journal
import Mobility
import Reports
import ScenarioModel

/// The page of the small run, and of variants of it.
enum PageSample {
  static let origin = PageSource.Origin(
    scenarioDigest: "abc", noriaiVersion: "1.2.3", traceVersion: 1)

  static func source(_ results: RunResults = SmallRun.results) -> PageSource {
    PageSource(
      results: results, figures: RunFigures(of: results), origin: origin,
      proofs: results.strategies.map { run in
        run.id == "batch"
          ? PlanningProof(of: [
            .init(gap: 0, isProved: true, isCut: false),
            .init(gap: 0.5, isProved: false, isCut: true),
            .init(gap: nil, isProved: false, isCut: true),
          ]) : nil
      })
  }

  static func data(_ results: RunResults = SmallRun.results) -> PageData {
    PageData(of: source(results))
  }

  /// The small run, with other names of the first stop and of the scenario.
  static func results(named name: String) -> RunResults {
    var scenario = SmallRun.scenario
    let home = scenario.places[SmallRun.home]
    scenario.places[SmallRun.home] = NamedPlace(
      key: home.key, name: name, latinName: nil, place: home.place, servesRiders: true)
    scenario.title = Text(english: name, japanese: name)
    scenario.remarks = [Text(english: name, japanese: name)]
    scenario.vehicleNames = Column([name])
    return RunResults(
      scenario: scenario, bookings: SmallRun.bookings, strategies: SmallRun.results.strategies)
  }
}
