import Indicators
import Journal
import ScenarioModel

/// What the page of a run is made from.
public struct PageSource: Sendable {
  /// What the run was made from and by, beyond its scenario.
  public struct Origin: Hashable, Sendable {
    public let scenarioDigest: String
    public let noriaiVersion: String
    public let traceVersion: Int

    public init(scenarioDigest: String, noriaiVersion: String, traceVersion: Int) {
      self.scenarioDigest = scenarioDigest
      self.noriaiVersion = noriaiVersion
      self.traceVersion = traceVersion
    }
  }

  public let results: RunResults
  public let figures: RunFigures
  public let origin: Origin
  /// By strategy; `nil` for one that solves no programs.
  public let proofs: [PlanningProof?]

  /// `figures` are those of `results`.
  public init(
    results: RunResults, figures: RunFigures, origin: Origin, proofs: [PlanningProof?]
  ) {
    precondition(proofs.count == results.strategies.count, "an entry for each strategy")
    self.results = results
    self.figures = figures
    self.origin = origin
    self.proofs = proofs
  }
}
