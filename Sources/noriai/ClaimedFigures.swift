import Audit
import Foundation
import Indicators
import Mobility
import Reports
import RoadNetwork
import ScenarioFiles
import ScenarioModel
import SwiftCSV

/// The figures that a result folder states, as the audit compares them.
struct ClaimedFigures {
  private let summary: Summary
  private let rows: [[String: String]]

  init(in folder: ResultFolder) throws {
    let summaryPath = folder.path + "/summary.json"
    let kpisPath = folder.path + "/kpis.csv"
    let stated = try Self.bytes(of: summaryPath)
    guard let summary = try? Summary(json: stated) else { throw Self.unreadable(summaryPath) }
    let text = String(decoding: try Self.bytes(of: kpisPath), as: UTF8.self)
    guard let table = try? CSV<Named>(string: text) else { throw Self.unreadable(kpisPath) }
    self.summary = summary
    rows = table.rows
  }

  func figures(of strategy: String) throws -> Audit.RunFigures {
    guard let own = summary.strategies.first(where: { $0.id == strategy }) else {
      throw Failure.badData("summary.json: expected figures of \(strategy), found none")
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
    let days = try rows.filter { $0["strategy"] == strategy }.map { row in
      guard let day = row["day"].flatMap(Int.init) else { throw Self.unreadable("kpis.csv") }
      return Audit.RunFigures.Day(day: day, values: Self.values(in: row))
    }
    return Audit.RunFigures(days: days, summaries: Dictionary(uniqueKeysWithValues: summaries))
  }

  private static func bytes(of file: String) throws -> Data {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw Failure.missing("\(file): expected a file, found none")
    }
    return bytes
  }

  private static func unreadable(_ file: String) -> Failure {
    .badData("\(file): expected the figures of a run, found something else")
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
      vehicles: snapshot.vehicles, vehicleNames: snapshot.vehicleNames, rules: snapshot.rules,
      refusalWait: snapshot.refusalWait)
  }
}
