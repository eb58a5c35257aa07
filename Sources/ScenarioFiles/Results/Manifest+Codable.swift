import Foundation
import Mobility
import RoadNetwork
import ScenarioModel

extension Manifest: Codable {
  private enum Key: String, CodingKey {
    case scenario
    case title
    case scenarioDigest = "scenario_sha256"
    case seed
    case days
    case noriaiVersion = "noriai_version"
    case traceVersion = "trace_version"
    case travelTimes = "travel_times"
    case runs = "strategies"
    case remarks
    case files
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      scenario: try values.decode(String.self, forKey: .scenario),
      title: try values.decode(TextRecord.self, forKey: .title).text,
      scenarioDigest: try values.decode(String.self, forKey: .scenarioDigest),
      seed: try values.decode(UInt64.self, forKey: .seed),
      days: try values.decode(Int.self, forKey: .days),
      noriaiVersion: try values.decode(String.self, forKey: .noriaiVersion),
      traceVersion: try values.decode(Int.self, forKey: .traceVersion),
      travelTimes: try values.decode(TravelTimes.Backend.self, forKey: .travelTimes),
      runs: try values.decode([RunRecord].self, forKey: .runs).map { $0.run },
      remarks: try values.decode([TextRecord].self, forKey: .remarks).map { $0.text })
    files = try values.decode([String].self, forKey: .files)
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(scenario, forKey: .scenario)
    try values.encode(TextRecord(title), forKey: .title)
    try values.encode(scenarioDigest, forKey: .scenarioDigest)
    try values.encode(seed, forKey: .seed)
    try values.encode(days, forKey: .days)
    try values.encode(noriaiVersion, forKey: .noriaiVersion)
    try values.encode(traceVersion, forKey: .traceVersion)
    try values.encode(travelTimes, forKey: .travelTimes)
    try values.encode(runs.map { RunRecord($0) }, forKey: .runs)
    try values.encode(remarks.map { TextRecord($0) }, forKey: .remarks)
    try values.encode(files, forKey: .files)
  }

  /// The text of `manifest.json`, the same for equal manifests.
  var json: Data { CanonicalJSON.data(self) }

  init?(json: Data) {
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: json) else { return nil }
    self = manifest
  }
}

private struct TextRecord: Codable {
  let en: String
  let ja: String

  init(_ text: Text) {
    en = text.english
    ja = text.japanese
  }

  var text: Text { Text(english: en, japanese: ja) }
}

private struct RunRecord: Codable {
  let id: String
  let parameters: [ParameterRecord]
  let traceDigest: String

  private enum CodingKeys: String, CodingKey {
    case id
    case parameters
    case traceDigest = "trace_sha256"
  }

  init(_ run: Manifest.Run) {
    id = run.settings.id
    parameters = run.settings.values.map { ParameterRecord(name: $0.name, value: $0.value) }
    traceDigest = run.traceDigest
  }

  var run: Manifest.Run {
    let values = parameters.map { (name: $0.name, value: $0.value) }
    return Manifest.Run(
      settings: StrategySettings(id: id, values: values), traceDigest: traceDigest)
  }
}
