import Audit
import Journal
import Mobility
import ScenarioFiles

/// The audit of what a result folder says about its days.
struct AuditedResults {
  /// Each difference, in the order in which they are found.
  private(set) var findings: [String] = []
  private(set) var records = 0

  private let folder: ResultFolder
  private let auditor: Auditor
  private var trips: DerivedTable?
  private var vehicles: DerivedTable?
  /// By strategy, as long as every one of them kept the rules.
  private var figures: [Audit.RunFigures] = []

  init(_ folder: ResultFolder) throws(InputErrors) {
    let inputs = try folder.inputs()
    self.folder = folder
    auditor = Auditor(AuditInputs(inputs))
    let given = inputs.days.map { AuditedDay($0) }
    do throws(InputErrors) {
      _ = try PlanningTables(in: folder, inputs)
    } catch {
      findings += error.diagnostics.map(\.description)
    }
    let claimed = try ClaimedFigures(in: folder, days: inputs.days.map(\.number))
    findings += claimed.findings
    for (position, run) in folder.manifest.runs.enumerated() {
      try replay(run.settings.id, at: position, given, claimed)
    }
    // Figures of days that broke the rules mean nothing.
    guard figures.count == folder.manifest.runs.count else { return }
    findings += claimed.differencesInComparisons(from: figures)
    try compare("trips.csv", with: trips)
    try compare("vehicles.csv", with: vehicles)
  }

  private mutating func replay(
    _ strategy: String, at position: Int, _ given: [AuditedDay], _ claimed: ClaimedFigures
  ) throws(InputErrors) {
    let traces = try folder.traces(of: strategy)
    records += traces.reduce(0) { $0 + $1.records.count }
    let (days, problems) = AuditedDay.pairing(given, with: traces)
    let broken = problems + days.flatMap { auditor.findings(in: $0) }
    findings += broken.map { "\(strategy): \($0)" }
    guard broken.isEmpty else { return }
    let derived = auditor.figures(of: days, seed: folder.manifest.seed)
    figures.append(derived)
    if claimed.hasAllStrategies {
      findings += claimed.differences(at: position, from: derived)
    } else if position == 0 {
      findings.append(
        "\(ClaimedFigures.summaryName): expected the strategies of the manifest, found others")
    }
    for day in days {
      Self.append(auditor.trips(of: day, strategy: strategy), to: &trips)
      Self.append(auditor.vehicles(of: day, strategy: strategy), to: &vehicles)
    }
  }

  private mutating func compare(
    _ name: String, with derived: DerivedTable?
  ) throws(InputErrors) {
    guard let derived else { return }
    let table = try folder.table(of: name)
    findings += Auditor.differences(
      inTable: name, columns: table.columns, rows: table.rows, and: derived
    ).map(\.text)
  }

  private static func append(_ table: DerivedTable, to whole: inout DerivedTable?) {
    if whole == nil { whole = table } else { whole?.append(table) }
  }
}
