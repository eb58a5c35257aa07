import Journal
import Mobility
import Reports
import RoadNetwork
import ScenarioFiles
import ScenarioModel

/// A run as its result folder keeps it, read back for its page.
struct FinishedRun {
  let pageSource: PageSource
  /// The numbers of its days, in order.
  let days: [Int]

  init(in folder: ResultFolder) throws(InputErrors) {
    let inputs = try folder.inputs()
    let days = inputs.days.map(\.number)
    let computeSeconds = try Self.computeSeconds(in: folder)
    var runs: [RunResults.StrategyRun] = []
    for run in folder.manifest.runs {
      let id = run.settings.id
      let traces = try folder.days(of: id, inputs)
      runs.append(
        RunResults.StrategyRun(
          id: id,
          traces: traces,
          computeSeconds: days.map { computeSeconds[DayKey(day: $0, strategy: id)] ?? 0 },
          traceDigest: run.digests.columns))
    }
    let results = RunResults(
      scenario: try Self.scenario(of: folder, inputs), bookings: inputs.days.map(\.bookings),
      strategies: runs)
    for run in results.strategies {
      if let turn = LostDrive.first(in: run, of: results) {
        throw folder.error(
          in: TraceFile.path(of: run.id),
          "day \(turn.day): expected vehicle "
            + "\(turn.vehicle.index) to turn on its way, found a turn off it")
      }
    }
    let planning = try PlanningTables(in: folder, inputs)
    pageSource = PageSource(
      results: results, figures: RunFigures(of: results),
      origin: PageSource.Origin(folder.manifest), proofs: planning.proofs, fixes: planning.fixes)
    self.days = days
  }

  /// In seconds: years, and far from where sums of squares overflow.
  private static let longestComputing = 0...1e9

  private struct DayKey: Hashable {
    let day: Int
    let strategy: String
  }

  private static func computeSeconds(
    in folder: ResultFolder
  ) throws(InputErrors) -> [DayKey: Double] {
    let name = "kpis.csv"
    var seconds: [DayKey: Double] = [:]
    for row in try folder.rows(of: name, columns: ["day", "strategy", "compute_time_s"]) {
      guard let day = row["day"].flatMap({ Int($0) }), let strategy = row["strategy"],
        let time = row["compute_time_s"].flatMap(Double.init), longestComputing.contains(time)
      else { throw folder.error(in: name, "expected a day and a time in every row") }
      seconds[DayKey(day: day, strategy: strategy)] = time
    }
    return seconds
  }

  private static func scenario(
    of folder: ResultFolder, _ inputs: InputsSnapshot
  ) throws(InputErrors) -> Scenario {
    let manifest = folder.manifest
    let travelTimes = TravelTimes(
      inputs.network, between: Column(inputs.places.values.map(\.place)),
      turningPoints: inputs.rules.diversion ? .nodes : .none, backend: manifest.travelTimes)
    guard let travelTimes else {
      throw folder.error(in: "inputs/roads.csv", "expected roads between all places, found none")
    }
    guard travelTimes.firstTooLongDrive == nil else {
      throw folder.error(
        in: "inputs/roads.csv", "expected drives of at most 24 h between all places, found others")
    }
    return Scenario(
      name: manifest.scenario, title: manifest.title, remarks: manifest.remarks,
      days: manifest.days, seed: manifest.seed, network: inputs.network, places: inputs.places,
      travelTimes: travelTimes, vehicles: inputs.vehicles, vehicleNames: inputs.vehicleNames,
      rules: inputs.rules, weights: inputs.weights, refusalWait: inputs.refusalWait,
      demand: .listed(inputs.days.flatMap(\.bookings)),
      strategies: manifest.runs.map { $0.settings })
  }
}
