import SwiftCSV

/// A CSV file with a heading, its columns checked; the only file that knows SwiftCSV.
public struct Table {
  /// What a table may hold.
  public struct Layout: Sendable {
    let required: [String]
    let optional: [String]
    /// Columns for people, or for other tools, may stand beside the known ones.
    let allowsOthers: Bool

    public init(required: [String], optional: [String] = [], allowsOthers: Bool = false) {
      self.required = required
      self.optional = optional
      self.allowsOthers = allowsOthers
    }

    var known: [String] { required + optional }
  }

  public let file: SourceFile
  public let header: [String]
  public let rows: [Row]
  private let findings: Findings

  /// Reports a missing file at the field that names it, everything else in the file itself.
  public init?(
    _ path: String, named origin: Origin, field: String, layout: Layout, findings: Findings
  ) {
    guard
      let file = SourceFile(reading: path, at: origin, field: field, findings: findings),
      let records = Self.records(of: file, findings: findings)
    else { return nil }
    self.init(file, records, layout: layout, findings: findings)
  }

  init?(_ file: SourceFile, layout: Layout, findings: Findings) {
    guard let records = Self.records(of: file, findings: findings) else { return nil }
    self.init(file, records, layout: layout, findings: findings)
  }

  private init?(
    _ file: SourceFile, _ records: [Record], layout: Layout, findings: Findings
  ) {
    let header = records.first?.cells ?? []
    let positions = Self.positions(of: header, in: file, layout: layout, findings: findings)
    guard let positions else { return nil }
    self.file = file
    self.header = header
    self.findings = findings
    let filled = records.dropFirst().filter { $0.cells != [""] }
    rows = filled.compactMap { record in
      guard record.cells.count == header.count else {
        guard findings.hasRoom(for: file) else { return nil }
        findings.add(
          at: .text(file, line: record.line, column: 1), "",
          "expected \(header.count) cells as in the heading, found \(record.cells.count)")
        return nil
      }
      return Row(
        file: file, line: record.line, cells: record.cells, positions: positions,
        findings: findings)
    }
    if rows.count < filled.count { return nil }
  }

  /// Reports what concerns no single row.
  public func report(_ problem: String) { findings.add(at: .file(file.path), "", problem) }

  private static func positions(
    of header: [String], in file: SourceFile, layout: Layout, findings: Findings
  ) -> [String: Int]? {
    var positions: [String: Int] = [:]
    var isSound = true
    func report(_ position: Int, _ problem: String, hint: String? = nil) {
      let column = Row.column(ofCell: position, in: file.line(1) ?? "")
      findings.add(at: .text(file, line: 1, column: column), "", problem, hint: hint)
      isSound = false
    }
    for (position, name) in header.enumerated() {
      if positions[name] != nil {
        report(position, "expected each column once, found \"\(name)\" again")
      } else if !layout.allowsOthers, !layout.known.contains(name) {
        report(
          position, "expected a known column, found \"\(name)\"",
          hint: Suggestion.hint(for: name, among: layout.known, called: "column"))
      }
      positions[name] = position
    }
    for name in layout.required where positions[name] == nil {
      report(
        0, "expected a column \"\(name)\", found none",
        hint: layout.allowsOthers
          ? Suggestion.hint(for: name, among: header, called: "column") : nil)
    }
    return isSound ? positions : nil
  }

  private struct Record {
    let line: Int
    let cells: [String]
  }

  /// Every record with the line it begins on, the heading first.
  private static func records(of file: SourceFile, findings: Findings) -> [Record]? {
    // SwiftCSV drops an empty last cell when no line break follows it.
    let text = file.text.last?.isNewline == true ? file.text : file.text + "\n"
    let collected = Collected()
    do {
      // No rows yet: they are enumerated below, so that an error can tell its line.
      let csv = try EnumeratedCSV(string: text, delimiter: .comma, loadColumns: false, rowLimit: 0)
      try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { collected.add($0) }
    } catch {
      findings.add(
        at: .text(file, line: collected.nextLine, column: 1), "",
        "expected CSV, found text after a closing quotation mark",
        hint: "a quotation mark in a cell is written twice, and the cell in quotation marks")
      return nil
    }
    guard text.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
      findings.add(
        at: .text(file, line: collected.records.last?.line ?? 1, column: 1), "",
        "expected a closing quotation mark, found the end of the file")
      return nil
    }
    return collected.records
  }

  /// A reference, because SwiftCSV hands records to an escaping closure.
  private final class Collected {
    private(set) var records: [Record] = []
    private(set) var nextLine = 1

    func add(_ cells: [String]) {
      records.append(Record(line: nextLine, cells: cells))
      nextLine += 1
      for cell in cells { nextLine += cell.count { $0.isNewline } }
    }
  }
}
