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
    let file = FilePath.join(path, manifestName)
    if let unreadable = InputFile.obstacle(at: file) {
      let found = unreadable.isMissing ? "no \(manifestName) in it" : unreadable.found
      throw InputErrors(.missingFile, at: path, "expected a result folder, found \(found)")
    }
    do {
      let json = try ResultFile.json(at: file)
      return ResultFolder(path: path, manifest: try Manifest(json: json))
    } catch let error as InputErrors {
      throw error
    } catch let error as Manifest.Unsound {
      throw InputErrors(at: file, "expected \(error.problem), found \(error.found)")
    } catch {
      throw InputErrors(
        at: file, "expected the manifest of a result folder, found something else",
        hint: "results of older versions, which list no digests, are made anew by noriai run")
    }
  }

  /// The traces of one of the strategies, checked against the digest in the manifest: blocks of days
  /// as they stand in the file.
  public func traces(of strategy: String) throws(InputErrors) -> [Trace] {
    guard let run = manifest.runs.first(where: { $0.settings.id == strategy }) else {
      let known = manifest.runs.map { $0.settings.id }
      throw InputErrors(
        at: path, "expected one of \(known.joined(separator: ", ")), found \"\(strategy)\"",
        hint: Suggestion.hint(for: strategy, among: known))
    }
    let name = TraceFile.path(of: strategy)
    let file = try TraceFile(try bytes(of: name), path: FilePath.join(path, name))
    try check(name, digest: file.digests.lines, against: run.digests.lines)
    try check(name, digest: file.digests.columns, against: run.digests.columns)
    return file.traces
  }

  /// What the run used, checked against the digest in the manifest.
  public func inputs() throws(InputErrors) -> InputsSnapshot {
    var files: [String: Data] = [:]
    for name in InputsSnapshot.tableNames { files[name] = try bytes(of: name) }
    files[InputsSnapshot.rulesName] = try json(of: InputsSnapshot.rulesName)
    let snapshot = try InputsSnapshot(folder: path) { files[$0] }
    try check(
      "inputs", digest: snapshot.digest(strategies: manifest.runs.map { $0.settings }),
      against: manifest.scenarioDigest)
    guard snapshot.days.count == manifest.days else {
      throw error(
        in: "inputs/days.csv",
        "expected the \(manifest.days) days of the manifest, found \(snapshot.days.count)")
    }
    return snapshot
  }

  /// The SHA-256 of a file of the folder, by its path in it.
  public func digest(of name: String) throws(InputErrors) -> String {
    try ResultFile.digest(at: FilePath.join(path, name))
  }

  /// All files of the folder but the manifest, by their paths in it, sorted.
  public var present: [String] {
    (FileManager.default.subpaths(atPath: path) ?? []).sorted()
      .filter { $0 != Self.manifestName && !FilePath.isFolder(FilePath.join(path, $0)) }
  }

  /// Whether `manifest.json` is written as `write` writes it, with nothing beside what it says.
  public var isManifestCanonical: Bool {
    (try? json(of: Self.manifestName)) == manifest.json
  }

  /// A file of the folder, by its path in it.
  public func bytes(of name: String) throws(InputErrors) -> Data {
    try ResultFile.bytes(at: FilePath.join(path, name))
  }

  /// A JSON file of the folder; they are small.
  public func json(of name: String) throws(InputErrors) -> Data {
    try ResultFile.json(at: FilePath.join(path, name))
  }

  /// The heading of a table in the folder and its rows, as texts.
  public func table(
    of name: String
  ) throws(InputErrors) -> (columns: [String], rows: [[String: String]]) {
    let table = try table(name, Table.Layout(required: [], allowsOthers: true))
    return (
      table.header,
      table.rows.map { row in
        Dictionary(uniqueKeysWithValues: table.header.map { ($0, row[$0]) })
      }
    )
  }

  /// The rows of a table in the folder with these columns, others aside, as texts by column.
  public func rows(of name: String, columns: [String]) throws(InputErrors) -> [[String: String]] {
    try table(name, Table.Layout(required: columns, allowsOthers: true)).rows.map { row in
      Dictionary(uniqueKeysWithValues: columns.map { ($0, row[$0]) })
    }
  }

  private func table(_ name: String, _ layout: Table.Layout) throws(InputErrors) -> Table {
    let findings = Findings()
    let bytes = try bytes(of: name)
    let table = SourceFile(path: FilePath.join(path, name), bytes: bytes, findings: findings)
      .flatMap { Table($0, layout: layout, findings: findings) }
    try findings.check()
    guard let table else { preconditionFailure("reading failed without a finding") }
    return table
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
