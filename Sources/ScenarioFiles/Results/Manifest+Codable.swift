public import Foundation
import Journal
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
    case digest = "manifest_sha256"
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
    listed = try values.decode([ListedFile].self, forKey: .files)
    let stated = try values.decode(String.self, forKey: .digest)
    guard stated == digest else { throw Unsound(problem: "its own digest", found: stated) }
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try encodeStatement(into: &values)
    try values.encode(digest, forKey: .digest)
  }

  private func encodeStatement(into values: inout KeyedEncodingContainer<Key>) throws {
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
    try values.encode(listed, forKey: .files)
  }

  /// The text of `manifest.json`, the same for equal manifests.
  public var json: Data { CanonicalJSON.data(self) }

  /// The SHA-256 of all that the manifest says, itself aside.
  private var digest: String {
    SHA256.hexadecimal(of: CanonicalJSON.data(Statement(manifest: self)))
  }

  /// Why a manifest cannot be trusted: what was expected in it, and what stands there.
  struct Unsound: Error {
    let problem: String
    let found: String
  }

  /// Throws `Unsound` for a manifest that contradicts itself, `DecodingError` for other text.
  init(json: Data) throws {
    self = try JSONDecoder().decode(Manifest.self, from: json)
    try check()
  }

  /// What whoever reads the folder relies on.
  private func check() throws {
    let texts =
      [scenario, noriaiVersion] + ([title] + remarks).flatMap { [$0.english, $0.japanese] }
    if let text = texts.first(where: { $0.unicodeScalars.contains(where: \.isControl) }) {
      throw Unsound(
        problem: "texts without control characters", found: "\"\(text.prefix(80).visible)\"")
    }
    let ids = runs.map { $0.settings.id }
    guard !ids.isEmpty else { throw Unsound(problem: "a strategy or more", found: "none") }
    if let id = ids.first(where: { !Self.isName($0) }) {
      throw Unsound(problem: "names of strategies", found: "\"\(id.prefix(80))\"")
    }
    guard Set(ids).count == ids.count else {
      throw Unsound(problem: "each strategy once", found: ids.joined(separator: ", "))
    }
    guard (1...SnapshotTables.Limits.days).contains(days) else {
      throw Unsound(problem: "from 1 to \(SnapshotTables.Limits.days) days", found: "\(days)")
    }
    guard traceVersion == TraceCodec.version else {
      throw Unsound(problem: "traces of version \(TraceCodec.version)", found: "\(traceVersion)")
    }
    if let file = listed.first(where: { !$0.isInside }) {
      throw Unsound(
        problem: "paths of files in the folder", found: "\"\(file.path.prefix(80))\"")
    }
    for (file, next) in zip(files, files.dropFirst()) where file >= next {
      throw Unsound(problem: "each file once, in order", found: "\"\(next)\" after \"\(file)\"")
    }
  }

  /// Strategies name files and columns.
  private static func isName(_ id: String) -> Bool {
    !id.isEmpty
      && id.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }

  /// All that a manifest says, its own digest aside.
  private struct Statement: Encodable {
    let manifest: Manifest

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: Key.self)
      try manifest.encodeStatement(into: &values)
    }
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
  /// Of the columns of version 1: what earlier versions stored under this name.
  let columnsDigest: String
  let linesDigest: String

  private enum CodingKeys: String, CodingKey {
    case id
    case parameters
    case columnsDigest = "trace_sha256"
    case linesDigest = "trace_v2_sha256"
  }

  init(_ run: Manifest.Run) {
    id = run.settings.id
    parameters = run.settings.values.map { ParameterRecord(name: $0.name, value: $0.value) }
    columnsDigest = run.digests.columns
    linesDigest = run.digests.lines
  }

  var run: Manifest.Run {
    let values = parameters.map { (name: $0.name, value: $0.value) }
    return Manifest.Run(
      settings: StrategySettings(id: id, values: values),
      digests: TraceDigests(lines: linesDigest, columns: columnsDigest))
  }
}
