import Foundation
import Instances
import ScenarioFiles

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
    try Data(text.utf8).write(to: URL(fileURLWithPath: self[name]))
  }

  subscript(name: String) -> String { path + "/" + name }

  func read(_ name: String = "") throws -> Instance {
    try InstanceSource(at: name.isEmpty ? path : self[name]).read()
  }

  /// The whole message, with paths as seen from this folder; empty when all is well.
  func problems(_ name: String = "") throws -> String {
    do throws(InputErrors) {
      _ = try InstanceSource(at: name.isEmpty ? path : self[name]).read()
      return ""
    } catch {
      return "\(error)".replacingOccurrences(of: path + "/", with: "")
        .replacingOccurrences(of: path, with: "folder")
    }
  }
}
