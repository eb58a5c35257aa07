public import Foundation
public import Journal
public import Mobility
public import RoadNetwork
public import ScenarioModel

/// What a result folder holds and what it was made from, as `manifest.json`.
public struct Manifest: Hashable, Sendable {
  /// A strategy that was run, with the digests of its trace.
  public struct Run: Hashable, Sendable {
    public let settings: StrategySettings
    public let digests: TraceDigests

    public init(settings: StrategySettings, digests: TraceDigests) {
      self.settings = settings
      self.digests = digests
    }
  }

  public let scenario: String
  public let title: Text
  public let scenarioDigest: String
  public let seed: UInt64
  public let days: Int
  public let noriaiVersion: String
  public let traceVersion: Int
  /// How travel times were kept; every way gives the same.
  public let travelTimes: TravelTimes.Backend
  public let runs: [Run]
  public let remarks: [Text]
  /// The other files of the folder, sorted by path; set when it is written.
  public internal(set) var listed: [ListedFile] = []

  public init(
    scenario: String, title: Text, scenarioDigest: String, seed: UInt64, days: Int,
    noriaiVersion: String, traceVersion: Int, travelTimes: TravelTimes.Backend, runs: [Run],
    remarks: [Text]
  ) {
    self.scenario = scenario
    self.title = title
    self.scenarioDigest = scenarioDigest
    self.seed = seed
    self.days = days
    self.noriaiVersion = noriaiVersion
    self.traceVersion = traceVersion
    self.travelTimes = travelTimes
    self.runs = runs
    self.remarks = remarks
  }

  /// The paths of the other files, sorted.
  public var files: [String] { listed.map(\.path) }

  /// This manifest with these files in its list, in place of those of the same paths.
  public func listing(_ contents: [(path: String, bytes: Data)]) -> Manifest {
    var digests = Dictionary(
      listed.map { ($0.path, $0.digest) }, uniquingKeysWith: { first, _ in first })
    for (path, bytes) in contents { digests[path] = SHA256.hexadecimal(of: bytes) }
    var manifest = self
    manifest.listed = digests.sorted { $0.key < $1.key }
      .map { ListedFile(path: $0.key, digest: $0.value) }
    return manifest
  }

  /// Whether both were made from the same: then one may take the other's place.
  public func hasSameInputs(as other: Manifest) -> Bool {
    scenario == other.scenario && scenarioDigest == other.scenarioDigest && seed == other.seed
      && days == other.days && noriaiVersion == other.noriaiVersion
      && runs.map { $0.settings } == other.runs.map { $0.settings }
  }
}
