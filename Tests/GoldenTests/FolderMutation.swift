import Foundation
import Journal
import Mobility
import ScenarioFiles
import TestSupport

/// A result folder with one thing changed in it, signed anew where that can hide the change.
struct FolderMutation {
  enum Kind: String, CaseIterable {
    // A trace
    case record, foreignDay, secondBlock, doubledPlan
    // Tables that follow from traces
    case cell, emptyCell, garbledCell, missingRow, doubledRow, swappedRows, column
    // summary.json
    case figure, missingFigure, heading
    // What the manifest says, and the list of files
    case claim, missingFile, foreignFile
    /// Reasons of refusals: they follow from plans, which no trace tells.
    case reason
    /// What only a digest covers, not signed anew.
    case unsigned

    /// Whether the audit can tell it from a folder that is signed anew.
    var isCounted: Bool { self != .reason && self != .unsigned }
  }

  static let tables = ["kpis.csv", "trips.csv", "vehicles.csv"]
  /// What a digest alone covers.
  static let others = [
    "effort.csv", "epochs.csv", "fixes.csv", "report.html", "results.gpkg", "summary.en.md",
    "summary.ja.txt", "geojson/network.geojson",
  ]

  let kind: Kind
  let folder: ForgedFolder
  let description: String

  /// - Returns: `nil` where the folder has nothing of the kind to change.
  init?(of sound: ForgedFolder, seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    kind = Kind.allCases[Int.random(in: Kind.allCases.indices, using: &generator)]
    var folder = sound
    guard let change = try Self.change(&folder, kind, &generator) else { return nil }
    if kind != .unsigned { folder.sign() }
    self.folder = folder
    description = "seed \(seed), \(kind.rawValue): \(change)"
  }

  private static func change(
    _ folder: inout ForgedFolder, _ kind: Kind, _ generator: inout SeededGenerator
  ) throws -> String? {
    switch kind {
    case .record, .foreignDay, .secondBlock, .doubledPlan, .reason:
      return try changeTrace(of: &folder, kind, &generator)
    case .cell, .emptyCell, .garbledCell, .missingRow, .doubledRow, .swappedRows, .column:
      return changeTable(of: &folder, kind, &generator)
    case .figure, .missingFigure, .heading: return changeSummary(of: &folder, kind, &generator)
    case .claim: return changeManifest(of: &folder, &generator)
    case .missingFile:
      let names = tables + ["summary.json", "effort.csv", "report.html", "inputs/roads.csv"]
      guard let name = names.randomElement(using: &generator) else { return nil }
      folder.files[name] = nil
      return name
    case .foreignFile:
      let name = ["notes.txt", "trace/other.jsonl.gz", "inputs/more.csv", "geojson/x.json"]
        .randomElement(using: &generator)
      guard let name else { return nil }
      folder.files[name] = Data("mine".utf8)
      return name
    case .unsigned:
      guard let name = others.randomElement(using: &generator), var bytes = folder.files[name],
        let place = bytes.indices.randomElement(using: &generator)
      else { return nil }
      bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
      folder.files[name] = bytes
      return "\(name), byte \(place)"
    }
  }
}

// Traces.
extension FolderMutation {
  private static func changeTrace(
    of folder: inout ForgedFolder, _ kind: Kind, _ generator: inout SeededGenerator
  ) throws -> String? {
    let names = folder.names.filter { $0.hasPrefix("trace/") }
    guard let name = names.randomElement(using: &generator), let bytes = folder.files[name] else {
      return nil
    }
    var traces = try TraceFile(bytes, path: name).traces
    let position = Int.random(in: traces.indices, using: &generator)
    var change = "\(name), day \(traces[position].day)"
    switch kind {
    case .record:
      let seeds = (0..<20).map { _ in Int.random(in: 0..<1_000_000, using: &generator) }
      let day = traces[position]
      let mutations = seeds.lazy.compactMap { TraceMutation(of: day, seed: $0) }
      guard let mutation = mutations.first(where: { !changesReasons(day, $0.trace) }) else {
        return nil
      }
      traces[position] = mutation.trace
      change += ": " + mutation.description
    case .reason:
      let refusals = traces[position].records.indices.filter { index in
        if case .refused = traces[position].records[index].event { true } else { false }
      }
      guard let index = refusals.randomElement(using: &generator),
        case .refused(let request, let old) = traces[position].records[index].event,
        let new = Refusal.allCases.filter({ $0 != old }).randomElement(using: &generator)
      else { return nil }
      traces[position].records[index] = Record(
        traces[position].records[index].time, .refused(request, new))
      // The tables that follow from the trace say what the forger wants them to say.
      folder.files["trips.csv"] = Data(
        trips(folder.text("trips.csv"), of: name, traces[position].day, request, new).utf8)
      change += ", request \(request.index): \(old.rawValue) became \(new.rawValue)"
    case .foreignDay:
      let day = (traces.map(\.day).max() ?? 0) + Int.random(in: 1...9, using: &generator)
      traces.append(Trace(day: day, records: traces[position].records))
      change += " again as day \(day)"
    case .secondBlock:
      // Blocks that follow each other would be read as one.
      guard traces.count > 1 else { return nil }
      let day = traces[0].day
      traces.append(Trace(day: day, records: [traces[0].records[0]]))
      change += " again at the end"
    case .doubledPlan:
      let plans = traces[position].records.indices.filter { index in
        if case .replanned = traces[position].records[index].event { true } else { false }
      }
      guard let plan = plans.randomElement(using: &generator) else { return nil }
      traces[position].records.insert(traces[position].records[plan], at: plan)
      change += ", line \(plan + 1)"
    default: return nil
    }
    folder.files[name] = TraceFile(traces).bytes
    return change
  }

  private static func changesReasons(_ a: Trace, _ b: Trace) -> Bool {
    guard a.records.count == b.records.count else { return false }
    return zip(a.records, b.records).allSatisfy { old, new in
      guard old != new else { return true }
      guard case .refused = old.event, case .refused = new.event else { return false }
      return true
    }
  }

  /// The table with another reason in the row of a request.
  private static func trips(
    _ table: String, of trace: String, _ day: Int, _ request: RequestID, _ reason: Refusal
  ) -> String {
    let strategy = trace.dropFirst("trace/".count).dropLast(".jsonl.gz".count)
    var rows = table.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let column = rows[0].firstIndex(of: "reason"),
      let row = rows.firstIndex(where: {
        $0.starts(with: ["\(day)", "\(strategy)", "\(request.index)"])
      })
    else { return table }
    rows[row][column] = reason.rawValue
    return rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }
}

// Tables.
extension FolderMutation {
  private static func changeTable(
    of folder: inout ForgedFolder, _ kind: Kind, _ generator: inout SeededGenerator
  ) -> String? {
    guard let name = tables.randomElement(using: &generator) else { return nil }
    var rows = folder.text(name).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let row = Int.random(in: 1..<rows.count, using: &generator)
    let column = Int.random(in: rows[0].indices, using: &generator)
    var change = "\(name), row \(row)"
    switch kind {
    case .cell, .emptyCell, .garbledCell:
      let old = rows[row][column]
      switch kind {
      case .emptyCell:
        guard !old.isEmpty else { return nil }
        rows[row][column] = ""
      case .garbledCell:
        rows[row][column] = ["abc", "nan", "-", "1e999"].randomElement(using: &generator) ?? ""
      default:
        guard let new = other(old, in: rows.map { $0[column] }, &generator) else { return nil }
        rows[row][column] = new
      }
      change += ", \(rows[0][column]): \"\(old)\" became \"\(rows[row][column])\""
    case .missingRow: rows.remove(at: row)
    case .doubledRow: rows.insert(rows[row], at: row)
    case .swappedRows:
      let second = Int.random(in: 1..<rows.count, using: &generator)
      guard rows[row] != rows[second] else { return nil }
      rows.swapAt(row, second)
      change += " with row \(second)"
    case .column:
      for index in rows.indices { rows[index].remove(at: column) }
      change = "\(name), column \(column) left out"
    default: return nil
    }
    folder.files[name] = Data(
      (rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n").utf8)
    return change
  }

  /// A number close by, or what stands in another row.
  private static func other(
    _ old: String, in column: [String], _ generator: inout SeededGenerator
  ) -> String? {
    if let number = Double(old) {
      let changes: [Double] = [1, -1, 0.5, 0.001, number]
      let change = changes.randomElement(using: &generator) ?? 1
      return change == 0 ? "1" : "\(number + change)"
    }
    let others = Set(column.dropFirst()).subtracting([old, ""]).sorted()
    return others.randomElement(using: &generator) ?? (old.isEmpty ? "1" : old + "x")
  }
}

// summary.json and manifest.json.
extension FolderMutation {
  private static func changeSummary(
    of folder: inout ForgedFolder, _ kind: Kind, _ generator: inout SeededGenerator
  ) -> String? {
    var lines = folder.text("summary.json").split(separator: "\n").map(String.init)
    func isNumber(_ line: String) -> Bool { Double(value(line)) != nil }
    let places = lines.indices.filter { index in
      switch kind {
      case .figure: isNumber(lines[index])
      case .missingFigure: isNumber(lines[index]) && lines[index].contains(":")
      default: lines[index].contains("\" : \"")
      }
    }
    guard let place = places.randomElement(using: &generator) else { return nil }
    let old = value(lines[place])
    let new: String
    switch kind {
    case .figure:
      let number = Double(old) ?? 0
      new = "\(number + ([1, -1, 0.01, number].randomElement(using: &generator) ?? 1))"
      if Double(new) == number { return nil }
    case .missingFigure: new = "null"
    default: new = old.dropLast() + "x\""
    }
    guard let range = lines[place].range(of: old, options: .backwards) else { return nil }
    lines[place].replaceSubrange(range, with: new)
    folder.files["summary.json"] = Data((lines.joined(separator: "\n") + "\n").utf8)
    return "line \(place + 1): \(old) became \(new)"
  }

  /// The value on a line of JSON.
  private static func value(_ line: String) -> String {
    let value = line.split(separator: " : ", maxSplits: 1).last ?? ""
    return String(value.drop { $0 == " " }.prefix { $0 != "," })
  }

  private static func changeManifest(
    of folder: inout ForgedFolder, _ generator: inout SeededGenerator
  ) -> String? {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: folder.manifest["seed"] = 77
    case 1: folder.manifest["days"] = 99
    case 2: folder.manifest["scenario"] = "other"
    case 3: folder.manifest["trace_version"] = 9
    case 4: folder.manifest["more"] = "more"
    default:
      let strategies = folder.manifest["strategies"] as? [Any] ?? []
      folder.manifest["strategies"] = Array(strategies.dropLast())
    }
    return "manifest"
  }
}
