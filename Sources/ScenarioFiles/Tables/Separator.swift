import Mobility

/// What stands between the cells of a table where commas should.
enum Separator: String, CaseIterable {
  case semicolons = ";"
  case tabs = "\t"
  case bars = "|"
  case wideCommas = "，"

  private var name: String {
    switch self {
    case .semicolons: "semicolons"
    case .tabs: "tabs"
    case .bars: "bars"
    case .wideCommas: "full-width commas"
    }
  }

  var problem: String { "expected commas between cells, found \(name)" }

  static let hint = "in Excel, save the table as \"CSV UTF-8 (Comma delimited)\""

  /// What separates the known columns of a heading, if that is not the comma.
  ///
  /// `cells` are what commas make of the line.
  init?(of heading: Substring, cells: [String], known: [String]) {
    let found = Self.allCases.map { ($0, $0.cells(of: heading).count { known.contains($0) }) }
      .max { $0.1 < $1.1 }
    guard let found, found.1 > max(1, cells.count { known.contains($0) }) else { return nil }
    self = found.0
  }

  /// What separates the cells of a line, where the comma makes one of it.
  init?(of line: Substring, cellCount: Int) {
    guard let found = Self.allCases.first(where: { $0.cells(of: line).count >= cellCount }) else {
      return nil
    }
    self = found
  }

  /// From the line that Excel reads before a heading, as in "sep=;".
  init?(ofFirstLine line: Substring) {
    guard line.lowercased().hasPrefix("sep="), let found = Self(rawValue: String(line.dropFirst(4)))
    else { return nil }
    self = found
  }

  private func cells(of line: Substring) -> [String] {
    let scalars = rawValue.unicodeScalars
    return line.unicodeScalars.split(omittingEmptySubsequences: false) { scalars.first == $0 }
      .map { Substring($0).trimmed.replacing("\"", with: "") }
  }
}
