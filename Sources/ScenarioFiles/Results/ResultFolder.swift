import Foundation
public import Journal
import Mobility

/// A folder with the results of one run of a scenario, as it was written.
public struct ResultFolder: Sendable {
  public let path: String
  public let manifest: Manifest

  static let manifestName = "manifest.json"

  /// Where the results of a scenario go unless the user says otherwise.
  public static func standardPath(for scenario: String) -> String { "results/\(scenario)" }

  /// Opens a folder that `write` has made.
  public static func open(_ path: String) throws(InputErrors) -> ResultFolder {
    let manifestPath = FilePath.join(path, manifestName)
    guard let data = FileManager.default.contents(atPath: manifestPath) else {
      throw InputErrors(
        Diagnostic(
          .missingFile, at: .file(path), field: "",
          problem: "expected a result folder, found no \(manifestName) in it"))
    }
    guard let manifest = Manifest(json: data) else {
      throw InputErrors(
        Diagnostic(
          at: .file(manifestPath), field: "",
          problem: "expected the manifest of a result folder, found something else"))
    }
    return ResultFolder(path: path, manifest: manifest)
  }

  /// The traces of one of the strategies, checked against the digest in the manifest.
  public func traces(of strategy: String) throws(InputErrors) -> [Trace] {
    guard let run = manifest.runs.first(where: { $0.settings.id == strategy }) else {
      let known = manifest.runs.map { $0.settings.id }
      throw InputErrors(
        Diagnostic(
          at: .file(path), field: "",
          problem: "expected one of \(known.joined(separator: ", ")), found \"\(strategy)\"",
          hint: Suggestion.hint(for: strategy, among: known)))
    }
    let filePath = FilePath.join(path, TraceFile.path(of: strategy))
    guard let bytes = FileManager.default.contents(atPath: filePath) else {
      throw InputErrors(
        Diagnostic(
          .missingFile, at: .file(filePath), field: "", problem: "expected a file, found none"))
    }
    let file = try TraceFile(bytes, path: filePath)
    guard file.digest == run.traceDigest else {
      throw InputErrors(
        Diagnostic(
          at: .file(filePath), field: "",
          problem: "expected the digest \(run.traceDigest) of the manifest, found \(file.digest)"))
    }
    return file.traces
  }

  /// What the run used, checked against the digest in the manifest.
  public func inputs() throws(InputErrors) -> InputsSnapshot {
    let snapshot = try InputsSnapshot(folder: path) { name in
      FileManager.default.contents(atPath: FilePath.join(path, name))
    }
    let digest = snapshot.digest(strategies: manifest.runs.map { $0.settings })
    guard digest == manifest.scenarioDigest else {
      throw InputErrors(
        Diagnostic(
          at: .file(FilePath.join(path, "inputs")), field: "",
          problem: "expected the digest \(manifest.scenarioDigest) of the manifest, found \(digest)"
        )
      )
    }
    return snapshot
  }
}
