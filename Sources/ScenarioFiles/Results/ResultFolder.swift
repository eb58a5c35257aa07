public import Foundation
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
    let data: Data
    do throws(InputFile.Unreadable) {
      data = try InputFile.bytes(at: FilePath.join(path, manifestName))
    } catch {
      let found = error.isMissing ? "no \(manifestName) in it" : error.found
      throw InputErrors(.missingFile, at: path, "expected a result folder, found \(found)")
    }
    guard let manifest = Manifest(json: data) else {
      throw InputErrors(
        at: FilePath.join(path, manifestName),
        "expected the manifest of a result folder, found something else")
    }
    return ResultFolder(path: path, manifest: manifest)
  }

  /// The traces of one of the strategies, checked against the digest in the manifest.
  public func traces(of strategy: String) throws(InputErrors) -> [Trace] {
    guard let run = manifest.runs.first(where: { $0.settings.id == strategy }) else {
      let known = manifest.runs.map { $0.settings.id }
      throw InputErrors(
        at: path, "expected one of \(known.joined(separator: ", ")), found \"\(strategy)\"",
        hint: Suggestion.hint(for: strategy, among: known))
    }
    let name = TraceFile.path(of: strategy)
    let file = try TraceFile(try bytes(of: name), path: FilePath.join(path, name))
    try check(name, digest: file.digest, against: run.traceDigest)
    return file.traces
  }

  /// What the run used, checked against the digest in the manifest.
  public func inputs() throws(InputErrors) -> InputsSnapshot {
    let snapshot = try InputsSnapshot(folder: path) { name in
      FileManager.default.contents(atPath: FilePath.join(path, name))
    }
    try check(
      "inputs", digest: snapshot.digest(strategies: manifest.runs.map { $0.settings }),
      against: manifest.scenarioDigest)
    return snapshot
  }

  /// A file of the folder, by its path in it.
  public func bytes(of name: String) throws(InputErrors) -> Data {
    let file = FilePath.join(path, name)
    do throws(InputFile.Unreadable) {
      return try InputFile.bytes(at: file)
    } catch {
      throw InputErrors(error, in: file)
    }
  }

  /// The rows of a table in the folder with these columns, others aside, as texts by column.
  public func rows(of name: String, columns: [String]) throws(InputErrors) -> [[String: String]] {
    let findings = Findings()
    let bytes = try bytes(of: name)
    let layout = Table.Layout(required: columns, allowsOthers: true)
    let table = SourceFile(path: FilePath.join(path, name), bytes: bytes, findings: findings)
      .flatMap { Table($0, layout: layout, findings: findings) }
    try findings.check()
    guard let table else { preconditionFailure("reading failed without a finding") }
    return table.rows.map { row in
      Dictionary(uniqueKeysWithValues: columns.map { ($0, row[$0]) })
    }
  }

  /// What is wrong with one of its files, for whoever reads it.
  public func error(in name: String, _ problem: String) -> InputErrors {
    InputErrors(at: FilePath.join(path, name), problem)
  }

  private func check(
    _ name: String, digest found: String, against expected: String
  ) throws(InputErrors) {
    guard found == expected else {
      throw error(in: name, "expected the digest \(expected) of the manifest, found \(found)")
    }
  }
}
