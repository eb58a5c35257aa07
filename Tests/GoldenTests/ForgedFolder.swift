import Foundation
import Journal
import Mobility
import ScenarioFiles
import Testing

/// The files of a result folder in memory, to be changed and then signed anew as a forger would.
struct ForgedFolder {
  static let manifestName = "manifest.json"

  /// By path in the folder, the manifest aside.
  var files: [String: Data]
  var manifest: [String: Any]

  init(_ path: String) throws {
    files = [:]
    for name in FileManager.default.subpaths(atPath: path) ?? [] where name != Self.manifestName {
      files[name] = FileManager.default.contents(atPath: path + "/" + name)
    }
    let json = try Data(contentsOf: URL(fileURLWithPath: path + "/" + Self.manifestName))
    manifest = try #require(JSONSerialization.jsonObject(with: json) as? [String: Any])
  }

  /// Paths in order.
  var names: [String] { files.keys.sorted() }

  func text(_ name: String) -> String { String(decoding: files[name] ?? Data(), as: UTF8.self) }

  /// The lines of a trace with their heading.
  func trace(_ name: String) throws -> String {
    String(decoding: try Gzip.decompress(files[name] ?? Data()), as: UTF8.self)
  }

  mutating func setTrace(_ name: String, _ text: String) {
    files[name] = Gzip.compress(Data(text.utf8))
  }

  /// Makes all digests right again: of traces, of the inputs, of all files and of the manifest.
  mutating func sign() {
    signTraces()
    signInputs()
    manifest["files"] = names.map { name in
      ["path": name, "sha256": SHA256.hexadecimal(of: files[name] ?? Data())]
    }
    signManifest()
  }

  mutating func signManifest() {
    manifest["manifest_sha256"] = nil
    if let json = Self.json(manifest) {
      manifest["manifest_sha256"] = SHA256.hexadecimal(of: json)
    }
  }

  func write(to path: String) throws {
    try? FileManager.default.removeItem(atPath: path)
    let all = files.merging([Self.manifestName: Self.json(manifest) ?? Data()]) { $1 }
    for (name, bytes) in all {
      let target = URL(fileURLWithPath: path + "/" + name)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: target)
    }
  }

  private mutating func signTraces() {
    guard var strategies = manifest["strategies"] as? [[String: Any]] else { return }
    var summary = text("summary.json")
    for position in strategies.indices {
      guard let id = strategies[position]["id"] as? String,
        let bytes = files[TraceFile.path(of: id)],
        let digests = Self.digests(ofTrace: bytes)
      else { continue }
      for (key, digest) in [("trace_sha256", digests.columns), ("trace_v2_sha256", digests.lines)] {
        guard let old = strategies[position][key] as? String else { continue }
        strategies[position][key] = digest
        summary = summary.replacing(old, with: digest)
      }
    }
    manifest["strategies"] = strategies
    if files["summary.json"] != nil { files["summary.json"] = Data(summary.utf8) }
  }

  private static func digests(ofTrace bytes: Data) -> TraceDigests? {
    if let file = try? TraceFile(bytes, path: "") { return file.digests }
    return (try? Gzip.decompress(bytes)).map { text in
      TraceDigests(
        lines: SHA256.hexadecimal(of: text), columns: String(repeating: "0", count: 64))
    }
  }

  /// Inputs that no snapshot can be read from have no digest.
  private mutating func signInputs() {
    let files = files
    // The manifest that the folder claims, as far as it is one, tells the strategies.
    guard let snapshot = try? InputsSnapshot(folder: "", bytes: { files[$0] }),
      let strategies = settings
    else { return }
    manifest["scenario_sha256"] = snapshot.digest(strategies: strategies)
  }

  private var settings: [StrategySettings]? {
    guard let strategies = manifest["strategies"] as? [[String: Any]] else { return nil }
    return strategies.map { strategy in
      let parameters = strategy["parameters"] as? [[String: Any]] ?? []
      return StrategySettings(
        id: strategy["id"] as? String ?? "",
        values: parameters.map { ($0["name"] as? String ?? "", Self.value($0)) })
    }
  }

  private static func value(_ parameter: [String: Any]) -> Parameter.Value {
    if let number = parameter["whole"] as? Int { return .whole(number) }
    if let span = parameter["duration_ms"] as? Int {
      return .duration(TimeSpan(milliseconds: Int32(clamping: span)))
    }
    if let word = parameter["choice"] as? String { return .choice(word) }
    return .flag(parameter["flag"] as? Bool ?? false)
  }

  private static func json(_ object: [String: Any]) -> Data? {
    let options: JSONSerialization.WritingOptions = [
      .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
    ]
    guard let json = try? JSONSerialization.data(withJSONObject: object, options: options) else {
      return nil
    }
    return json + Data("\n".utf8)
  }
}
