import Foundation
import Mobility
import ScenarioFiles
import ScenarioModel

/// A folder for one test, gone when the test is over.
final class TemporaryFolder {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("noriai-\(UUID().uuidString)")
      .path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  subscript(name: String) -> String { path + "/" + name }

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: self[name]) }

  /// Every file, hidden ones too.
  var names: [String] { (FileManager.default.subpaths(atPath: path) ?? []).sorted() }

  func read(
    _ name: String = "s.yaml", set overrides: [(key: String, value: String)] = []
  ) throws -> Scenario {
    try ScenarioReader.read(self[name], overrides: overrides, strategies: Samples.strategies)
  }

  /// The whole message, with paths as seen from this folder; empty when all is well.
  func problems(
    _ name: String = "s.yaml", set overrides: [(key: String, value: String)] = []
  ) -> String {
    do throws(InputErrors) {
      _ = try ScenarioReader.read(
        self[name], overrides: overrides, strategies: Samples.strategies)
      return ""
    } catch {
      return text(of: error)
    }
  }

  func text(of error: InputErrors) -> String {
    "\(error)".replacingOccurrences(of: path + "/", with: "")
  }
}
