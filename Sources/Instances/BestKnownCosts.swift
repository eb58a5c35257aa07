public import ScenarioFiles

/// The least cost that anyone has published for each of some instances.
///
/// A CSV file with the columns `instance` and `bks`, among others; lines that begin with # say what is
/// in it.
public struct BestKnownCosts: Hashable, Sendable {
  /// Looked up only.
  private var costs: [String: Double] = [:]

  public subscript(instance: String) -> Double? { costs[instance] }

  public init(reading path: String) throws(InputErrors) {
    let findings = Findings()
    if let file = SourceFile(reading: path, at: .file(""), field: "", findings: findings) {
      read(file, findings)
    }
    try findings.check()
  }

  private mutating func read(_ file: SourceFile, _ findings: Findings) {
    let lines = file.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().map {
        (
          number: $0.offset + 1,
          cells: $0.element.split(separator: ",", omittingEmptySubsequences: false)
        )
      }
      .filter { !$0.cells[0].hasPrefix("#") && $0.cells != [""] }
    guard let heading = lines.first, let name = heading.cells.firstIndex(of: "instance"),
      let cost = heading.cells.firstIndex(of: "bks")
    else {
      findings.add(
        at: .text(file, line: lines.first?.number ?? 1, column: 1), "",
        "expected a heading with the columns instance and bks, found none")
      return
    }
    for line in lines.dropFirst() {
      guard line.cells.count == heading.cells.count else {
        findings.add(
          at: .text(file, line: line.number, column: 1), "",
          "expected \(heading.cells.count) cells as in the heading, found \(line.cells.count)")
        continue
      }
      let cell = line.cells[cost]
      guard let value = Double(cell), value.isFinite, value > 0 else {
        let column = line.cells[..<cost].reduce(1) { $0 + $1.unicodeScalars.count + 1 }
        findings.add(
          at: .text(file, line: line.number, column: column), "bks",
          "expected a cost above 0, found \"\(cell)\"")
        continue
      }
      costs[String(line.cells[name])] = value
    }
  }
}
