import ArgumentParser
import Mobility
import ScenarioFiles
import ScenarioModel

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check scenario files with everything they name.",
    discussion: """
      Prints one line for each sound scenario, and a note where parties find no trip or where the \
      rules of the service refuse most bookings. All problems of the others go to the standard \
      error, each with its file, line and column; the exit code is then 65 (bad data) or 66 \
      (missing file).
      """)

  @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml"]))
  var scenarios: [String]

  @OptionGroup var changes: ScenarioChanges

  func validate() throws {
    if scenarios.isEmpty { throw ValidationError("Name at least one scenario file.") }
  }

  func run() throws {
    var failures: [InputErrors] = []
    for path in scenarios {
      let scenario: Scenario
      do {
        scenario = try ScenarioReader.read(
          path, overrides: changes.overrides, strategies: StrategyCatalogue.descriptions)
      } catch {
        failures.append(error)
        Streams.complain(error.description)
        continue
      }
      try Streams.show("\(path.visible): ok, \(scenario.summary)")
      for note in [scenario.noteOnTrips, RefusalOutlook(of: scenario).note].compactMap(\.self) {
        try Streams.show("note: \(note)")
      }
    }
    if let worst = failures.map({ $0.exitCode }).min() { throw ExitCode(worst) }
  }
}

extension Scenario {
  /// What there is of everything, in one line.
  fileprivate var summary: String {
    let demandText =
      switch demand {
      case .listed(let bookings): Self.count(bookings.count, "request") + " a day"
      case .synthetic(let model):
        "\(TripOutlook(of: model).roundedBookings) bookings a day on average"
      }
    return [
      Self.count(places.count, "place"), Self.count(vehicles.count, "vehicle"),
      Self.count(days, "day"), demandText,
      "strategies " + strategies.map { $0.id }.joined(separator: ", "),
    ].joined(separator: "; ")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
