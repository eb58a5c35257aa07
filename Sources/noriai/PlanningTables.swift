import Mobility
import Reports
import ScenarioFiles
import Studies

/// What a result folder says about how its plans came about: nothing that traces could prove, but of
/// the days, strategies and requests that there are, each once.
struct PlanningTables {
  /// By strategy of the manifest.
  let proofs: [PlanningProof?]
  let fixes: [PageFix]

  private static let effortName = "effort.csv"
  private static let epochsName = "epochs.csv"
  private static let largestGap = 1e9

  init(in folder: ResultFolder, _ inputs: InputsSnapshot) throws(InputErrors) {
    let run = Run(folder, inputs)
    try Self.checkEffort(run)
    proofs = try Self.proofs(run)
    fixes = try Self.fixes(run)
  }

  private static func checkEffort(_ run: Run) throws(InputErrors) {
    let rows = try run.rows(of: effortName, EffortTables.effortColumns, each: ["day", "strategy"])
    guard rows.count == run.strategies.count * run.requests.count else {
      throw run.folder.error(in: effortName, "expected a row for each day and strategy")
    }
    let counts = EffortTables.effortColumns.dropFirst(2)
    let areCounted = rows.allSatisfy { row in
      counts.allSatisfy { row[$0].flatMap { Int($0) }.map { $0 >= 0 } == true }
    }
    guard areCounted else {
      throw run.folder.error(in: effortName, "expected a whole number in every cell")
    }
  }

  private static func proofs(_ run: Run) throws(InputErrors) -> [PlanningProof?] {
    var programs: [String: [PlanningProof.Program]] = [:]
    for row in try run.rows(
      of: epochsName, EffortTables.epochColumns, each: ["day", "strategy", "time"])
    {
      // Nothing is proven where the cell is empty.
      let gap = row["gap_share"].flatMap(Double.init)
      guard let strategy = row["strategy"],
        row["gap_share"] == "" || gap.map({ abs($0) <= largestGap }) == true
      else { throw run.folder.error(in: epochsName, "expected a gap or none in every row") }
      programs[strategy, default: []].append(
        PlanningProof.Program(
          gap: gap, isProved: row["proved"] == "yes", isCut: row["cut"] == "yes"))
    }
    return run.strategies.map { PlanningProof(of: programs[$0] ?? []) }
  }

  private static func fixes(_ run: Run) throws(InputErrors) -> [PageFix] {
    let name = FixTable.fileName
    var fixes: [PageFix] = []
    for row in try run.rows(of: name, PageFix.columns, each: ["day", "strategy", "request"]) {
      guard let fix = PageFix(row: row), fix.request >= 0,
        fix.request < run.requests[fix.day] ?? 0
      else { throw run.folder.error(in: name, "expected a request and a change in every row") }
      fixes.append(fix)
    }
    return fixes
  }

  private struct Run {
    let folder: ResultFolder
    let strategies: [String]
    /// How many there are on each day.
    let requests: [Int: Int]

    init(_ folder: ResultFolder, _ inputs: InputsSnapshot) {
      self.folder = folder
      strategies = folder.manifest.runs.map(\.settings.id)
      requests = Dictionary(
        uniqueKeysWithValues: inputs.days.map { ($0.number, $0.bookings.count) })
    }

    /// The rows of a table, of days and strategies of the run, no two of the same `subject`.
    func rows(
      of name: String, _ columns: [String], each subject: [String]
    ) throws(InputErrors) -> [[String: String]] {
      let rows = try folder.rows(of: name, columns: columns)
      var seen: Set<[String?]> = []
      for row in rows {
        guard let day = row["day"].flatMap({ Int($0) }), requests[day] != nil,
          let strategy = row["strategy"], strategies.contains(strategy)
        else {
          throw folder.error(in: name, "expected a day and a strategy of the run in every row")
        }
        guard seen.insert(subject.map { row[$0] }).inserted else {
          throw folder.error(in: name, "expected each \(subject.joined(separator: ", ")) once")
        }
      }
      return rows
    }
  }
}
