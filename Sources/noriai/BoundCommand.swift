import ArgumentParser
import BatchMatching
import Dispatching
import Foundation
import Mobility
import ScenarioModel

struct BoundCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "bound", abstract: "x")
  @Argument var scenario: String
  @OptionGroup var changes: ScenarioChanges
  @Option var day: Int = 0
  @Option var last: Int = 0
  func run() async throws {
    var options = ScenarioOptions()
    options.strategies = nil
    options.days = max(day, last) + 1
    options.seed = nil
    options.changes = changes
    let scenario = try options.read(scenario)
    for day in day...max(day, last) {
      let requests = Column<Request, Request>(scenario.bookings(onDay: day).map(\.request))
      let service = Service(
        travelTimes: scenario.travelTimes, rules: scenario.rules, weights: scenario.weights)
      for foresight in [DayProblem.Foresight.perfect] {
        let started = clock()
        let bound = DayBound(
          try DayProblem(
            requests: requests, vehicles: scenario.vehicles, service: service,
            refusalWait: scenario.refusalWait, foresight: foresight))
        print(
          day, requests.count, foresight, bound.lower / 1_000_000, bound.upper / 1_000_000,
          String(format: "%.2f %%", 100 * bound.gap), bound.effort,
          Double(clock() - started) / 1e6)
      }
    }
  }
}
