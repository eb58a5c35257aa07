import ArgumentParser
import BatchMatching
import ScenarioFiles
import Simulator
import Studies

/// The statuses that commands end with, beside those of input errors (`sysexits.h`).
enum Failure {
  static let checkSaysNo = ExitCode(1)
  static let badData = ExitCode(65)
  static let ourBug = ExitCode(70)
  static let cannotWrite = ExitCode(73)

  /// Runs a command's work; says what went wrong on standard error and ends with its status.
  static func reporting(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let error as InputErrors {
      Streams.complain(error.description)
      throw ExitCode(error.exitCode)
    } catch let error as DayProblem.Unbounded {
      Streams.complain(error.text)
      throw badData
    } catch let error as StrategyError {
      Streams.complain(error.description)
      throw ourBug
    } catch let error as UnprovenCounterfactual {
      Streams.complain(error.description)
      throw ourBug
    }
  }
}

extension DayProblem.Unbounded {
  var text: String {
    switch self {
    case .softLimits: "no bound: the limits of this service are soft (preset karri)"
    case .operation: "no bound: weights.operation is no part of the objective of a day; set it to 0"
    case .turnsAtStops:
      "no bound: a van that halts at a junction may leave it by roads that it may not turn into "
        + "without the halt; put the stops beside the junctions with turn restrictions"
    case .tooManyRequests(let limit): "no bound: a day has more than \(limit) requests"
    }
  }
}
