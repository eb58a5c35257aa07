import Foundation
import Mobility
import SwiftCSV

/// A table of facts about a town: rows of named columns.
struct TownTable {
  let rows: [Row]

  struct Row {
    let path: String
    /// Counted from 1; the heading is line 1.
    let line: Int
    private let values: [String: String]

    init(path: String, line: Int, values: [String: String]) {
      self.path = path
      self.line = line
      self.values = values
    }

    func text(_ column: String) throws(TownFileError) -> String {
      guard let value = values[column] else { throw error("no column \(column)") }
      return value
    }

    func number(_ column: String) throws(TownFileError) -> Double {
      let text = try text(column)
      guard let number = Double(text), number.isFinite else {
        throw error("\(column): expected a number, found \"\(text)\"")
      }
      return number
    }

    func point() throws(TownFileError) -> Coordinate {
      let latitude = try number("latitude_deg")
      let longitude = try number("longitude_deg")
      guard abs(latitude) <= 85, abs(longitude) <= 180 else {
        throw error("expected degrees, found \(latitude), \(longitude)")
      }
      return Coordinate(latitude: latitude, longitude: longitude)
    }

    func error(_ message: String) -> TownFileError {
      TownFileError(path: path, line: line, message: message)
    }
  }

  init(path: String) throws(TownFileError) {
    let rows: [[String: String]]
    do {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      rows = try CSV<Named>(string: text, delimiter: .comma, loadColumns: false).rows
    } catch {
      throw TownFileError(path: path, message: "not a table: \(error)")
    }
    guard !rows.isEmpty else { throw TownFileError(path: path, message: "no rows") }
    self.rows = zip(2..., rows).map { Row(path: path, line: $0, values: $1) }
  }
}
