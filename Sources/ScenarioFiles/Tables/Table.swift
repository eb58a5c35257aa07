/// A CSV file with a heading, its columns checked.
public struct Table {
  /// What a table may hold.
  public struct Layout: Sendable {
    let required: [String]
    let optional: [String]
    /// For people: known, and never read.
    let notes: [String]
    /// Columns for people, or for other tools, may stand beside the known ones.
    let allowsOthers: Bool
    /// Cells are what was written into quotation marks, to the last space and line.
    let isExact: Bool

    public init(
      required: [String], optional: [String] = [], notes: [String] = [],
      allowsOthers: Bool = false, isExact: Bool = false
    ) {
      self.required = required
      self.optional = optional
      self.notes = notes
      self.allowsOthers = allowsOthers
      self.isExact = isExact
    }

    var isRead: [String] { required + optional }
    var known: [String] { isRead + notes }
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
      let records = Self.records(of: file, layout, findings: findings)
    else { return nil }
    self.init(file, records, layout: layout, findings: findings)
  }

  init?(_ file: SourceFile, layout: Layout, findings: Findings) {
    guard let records = Self.records(of: file, layout, findings: findings) else { return nil }
    self.init(file, records, layout: layout, findings: findings)
  }

  /// Rows of nothing but commas are skipped, as empty lines are, and so are empty cells at the end
  /// of the heading with what is as empty below them: spreadsheets write both.
  private init?(
    _ file: SourceFile, _ records: [CSVRecords.Record], layout: Layout, findings: Findings
  ) {
    let filled = records.filter { !$0.isEmpty }
    let heading = filled.first ?? CSVRecords.Record(line: 1, cells: [], hasBreaks: false)
    let width = (heading.cells.lastIndex { !$0.isEmpty } ?? -1) + 1
    let header = Array(heading.cells.prefix(width))
    let columns = Columns(
      header, line: heading.line, of: file, layout: layout, findings: findings)
    guard let positions = columns.positions() else { return nil }
    self.file = file
    self.header = header
    self.findings = findings
    let isRead = Set(layout.isRead)
    var rows: [Row] = []
    rows.reserveCapacity(filled.count)
    for record in filled.dropFirst() {
      let row = Row(
        file: file, line: record.line, cells: record.cells, positions: positions,
        findings: findings)
      if record.cells.count < width || record.cells[width...].contains(where: { !$0.isEmpty }) {
        columns.reportWidth(of: record)
      } else if !record.hasBreaks || layout.isExact
        || row.isInOneLine(header.filter(isRead.contains))
      {
        rows.append(row)
      }
    }
    self.rows = rows
    if rows.count < max(0, filled.count - 1) { return nil }
  }

  /// Reports what concerns no single row.
  public func report(_ problem: String) { findings.add(at: .file(file.path), "", problem) }

  /// Every record, the heading first.
  private static func records(of file: SourceFile, _ layout: Layout, findings: Findings)
    -> [CSVRecords.Record]?
  {
    if let line = file.line(1), line.lowercased().hasPrefix("sep=") {
      let separator = Separator(ofFirstLine: line)
      findings.add(
        at: .text(file, line: 1, column: 1), "",
        separator?.problem ?? "expected a heading, found a line for Excel",
        hint: separator == nil ? "leave the line out" : Separator.hint)
      return nil
    }
    var records: [CSVRecords.Record] = []
    var reader = CSVRecords(file.text, isExact: layout.isExact)
    do throws(CSVRecords.Problem) {
      while let record = try reader.next() { records.append(record) }
      return records
    } catch {
      // Another separator is more likely than a wrong quotation mark, and explains it.
      if let first = file.line(1), let separator = Separator(of: first, cellCount: 3),
        !first.unicodeScalars.contains(",")
      {
        findings.add(
          at: .text(file, line: 1, column: 1), "", separator.problem, hint: Separator.hint)
      } else {
        findings.add(at: file.origin(ofByte: error.offset), "", error.text, hint: error.hint)
      }
      return nil
    }
  }
}
