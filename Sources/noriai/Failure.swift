import ArgumentParser
import Foundation
import ScenarioFiles
import Simulator

/// Why a command ends, beside errors of its inputs, with its status (`sysexits.h`).
struct Failure: Error {
  let text: String
  let status: ExitCode

  static let checkSaysNo = ExitCode(1)
  static let ourBug = ExitCode(70)

  static func badData(_ text: String) -> Failure { Failure(text: text, status: ExitCode(65)) }
  static func missing(_ text: String) -> Failure { Failure(text: text, status: ExitCode(66)) }

  /// Runs a command's work; says what went wrong on standard error and ends with its status.
  static func reporting(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let error as InputErrors {
      complain(error.description)
      throw ExitCode(error.exitCode)
    } catch let failure as Failure {
      complain(failure.text)
      throw failure.status
    } catch let error as StrategyError {
      complain(error.description)
      throw ourBug
    }
  }

  static func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
