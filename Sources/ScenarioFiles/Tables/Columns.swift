/// The heading of a table, against what the table may hold.
struct Columns {
  private let header: [String]
  private let line: Int
  private let file: SourceFile
  private let layout: Table.Layout
  private let findings: Findings

  init(
    _ header: [String], line: Int, of file: SourceFile, layout: Table.Layout, findings: Findings
  ) {
    self.header = header
    self.line = line
    self.file = file
    self.layout = layout
    self.findings = findings
  }

  /// Where each column stands; `nil` when a problem was reported.
  func positions() -> [String: Int]? {
    if let separator = Separator(of: heading, cells: header, known: layout.known) {
      report(0, separator.problem, hint: Separator.hint)
      return nil
    }
    var positions: [String: Int] = [:]
    var isSound = true
    for (position, name) in header.enumerated() where !(name.isEmpty && layout.allowsOthers) {
      if positions[name] != nil {
        report(position, "expected each column once, found \"\(name)\" again")
        isSound = false
      } else if !layout.allowsOthers, !layout.known.contains(name) {
        report(
          position, "expected a known column, found \(name.isEmpty ? "none" : "\"\(name)\"")",
          hint: Suggestion.hint(for: name, among: layout.known, called: "column"))
        isSound = false
      }
      positions[name] = position
    }
    for name in layout.required where positions[name] == nil {
      report(
        0, "expected a column \"\(name)\", found none",
        hint: layout.allowsOthers
          ? Suggestion.hint(for: name, among: header, called: "column") : nil)
      isSound = false
    }
    return isSound ? positions : nil
  }

  /// Reports a record with more or fewer cells than there are columns.
  func reportWidth(of record: CSVRecords.Record) {
    guard findings.hasRoom(for: file) else { return }
    let origin = Origin.text(file, line: record.line, column: 1)
    if record.cells.count == 1, header.count > 1, let line = file.line(record.line),
      let separator = Separator(of: line, cellCount: header.count)
    {
      findings.add(at: origin, "", separator.problem, hint: Separator.hint)
      return
    }
    let count = (record.cells.lastIndex { !$0.isEmpty } ?? -1) + 1
    findings.add(
      at: origin, "",
      "expected \(header.count) cells as in the heading, found "
        + "\(count > header.count ? count : record.cells.count)")
  }

  private var heading: Substring { file.line(line) ?? "" }

  private func report(_ position: Int, _ problem: String, hint: String? = nil) {
    let column = Row.column(ofCell: position, in: heading)
    findings.add(at: .text(file, line: line, column: column), "", problem, hint: hint)
  }
}
