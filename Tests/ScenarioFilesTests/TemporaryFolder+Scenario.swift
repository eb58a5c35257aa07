import Foundation
import ScenarioFiles
import ScenarioModel
import TestSupport

extension TemporaryFolder {
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
