import Foundation
import Instances
import ScenarioFiles
import TestSupport

extension TemporaryFolder {
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
