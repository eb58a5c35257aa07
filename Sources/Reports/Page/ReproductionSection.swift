import Mobility
import RoadNetwork
import ScenarioModel

/// What is needed to make the same run again, and to see that it is the same.
public struct ReproductionSection: Hashable, Sendable, Encodable {
  public struct Weight: Hashable, Sendable, Encodable {
    public let name: PageText
    public let value: Double
  }

  public struct Setting: Hashable, Sendable, Encodable {
    public let name: String
    public let value: String
  }

  public struct Strategy: Hashable, Sendable, Encodable {
    public let id: String
    public let settings: [Setting]
    public let traceDigest: String
    public let proof: PlanningProof?
  }

  public let scenarioDigest: String
  public let seed: String
  public let noriaiVersion: String
  public let traceVersion: Int
  public let travelTimes: String
  public let weights: [Weight]
  public let strategies: [Strategy]

  init(of source: PageSource) {
    let scenario = source.figures.scenario
    scenarioDigest = source.origin.scenarioDigest
    // Larger than what a page's numbers hold exactly.
    seed = String(scenario.seed)
    noriaiVersion = source.origin.noriaiVersion
    traceVersion = source.origin.traceVersion
    travelTimes = scenario.travelTimes.backend.rawValue
    weights = WeightWords.told(scenario.weights, limits: scenario.rules.limits)
      .map { Weight(name: PageText($0.word), value: Double($0.weight) / 1000) }
    strategies = source.results.strategies.indices.map { position in
      let run = source.results.strategies[position]
      let settings = scenario.strategies.first { $0.id == run.id }
      return Strategy(
        id: run.id,
        settings: settings?.values.map { Setting(name: $0.name, value: $0.value.text) } ?? [],
        traceDigest: run.traceDigest, proof: source.proofs[position])
    }
  }
}

extension Parameter.Value {
  /// As a scenario file spells it.
  fileprivate var text: String {
    switch self {
    case .whole(let number): String(number)
    case .duration(let span): CSVText.number(span.inSeconds) + " s"
    case .choice(let word): word
    case .flag(let isSet): isSet ? "true" : "false"
    }
  }
}
