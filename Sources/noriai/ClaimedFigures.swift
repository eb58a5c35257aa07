import Audit
import Indicators
import Mobility
import Reports
import RoadNetwork
import ScenarioFiles
import ScenarioModel

/// The figures that a result folder states, as the audit compares them.
struct ClaimedFigures {
  private static let summaryName = "summary.json"
  private static let kpisName = "kpis.csv"
  private let folder: ResultFolder
  private let summary: Summary
  private let rows: [[String: String]]

  init(in folder: ResultFolder) throws(InputErrors) {
    self.folder = folder
    let json = try folder.bytes(of: Self.summaryName)
    guard let summary = try? Summary(json: json) else {
      throw folder.error(in: Self.summaryName, "expected the figures of a run, found other text")
    }
    self.summary = summary
    let figures = Figure.allCases.compactMap { Indicator(rawValue: $0.rawValue)?.columnName }
    rows = try folder.rows(of: Self.kpisName, columns: ["day", "strategy"] + figures)
  }

  func figures(of strategy: String) throws(InputErrors) -> Audit.RunFigures {
    guard let own = summary.strategies.first(where: { $0.id == strategy }) else {
      throw folder.error(in: Self.summaryName, "expected figures of \(strategy), found none")
    }
    let summaries = Figure.allCases.compactMap { figure in
      own.kpis[figure.rawValue].map { kpi in
        (
          figure,
          Audit.RunFigures.Summary(
            mean: kpi.mean, p50: kpi.p50, p90: kpi.p90, p95: kpi.p95, ci95: kpi.ci95)
        )
      }
    }
    var days: [Audit.RunFigures.Day] = []
    for row in rows where row["strategy"] == strategy {
      guard let day = row["day"].flatMap({ Int($0) }) else {
        throw folder.error(in: Self.kpisName, "expected a number in every cell of \"day\"")
      }
      days.append(Audit.RunFigures.Day(day: day, values: Self.values(in: row)))
    }
    return Audit.RunFigures(days: days, summaries: Dictionary(uniqueKeysWithValues: summaries))
  }

  private static func values(in row: [String: String]) -> [Figure: Double] {
    let stated = Figure.allCases.compactMap { figure in
      Indicator(rawValue: figure.rawValue)
        .flatMap { row[$0.columnName] }.flatMap(Double.init).map { (figure, $0) }
    }
    return Dictionary(uniqueKeysWithValues: stated)
  }
}

extension AuditInputs {
  /// What a snapshot says, in the words of the audit.
  init(_ snapshot: InputsSnapshot) {
    let network = snapshot.network
    let roads = network.coordinates.ids.flatMap { tail in
      network.edges(from: tail).map { edge in
        Road(
          from: tail, to: network.head[edge], duration: network.duration[edge],
          length: network.length[edge])
      }
    }
    self.init(
      roads: roads, places: .init(snapshot.places.values.lazy.map(\.place.node)),
      points: network.coordinates,
      vehicles: snapshot.vehicles, vehicleNames: snapshot.vehicleNames, rules: snapshot.rules,
      refusalWait: snapshot.refusalWait)
  }
}
