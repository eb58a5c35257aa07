import Mobility
import ScenarioFiles

/// The files of a result folder beside the list in its manifest, and how the audit looks at each.
struct AuditedFiles {
  /// How a file is covered.
  enum Coverage: String, CaseIterable {
    /// Lived again, record by record.
    case replayed
    /// Worked out again from traces and inputs.
    case derived
    /// What the rest is worked out from; its digest is that of the scenario.
    case given
    /// Bytes alone: what they say is not looked at.
    case digest = "by digest alone"
  }

  private static let derived = ["kpis.csv", "summary.json", "trips.csv", "vehicles.csv"]
  private static let others = [
    "effort.csv", "epochs.csv", "fixes.csv", "report.html", "results.gpkg", "summary.en.md",
    "summary.en.txt", "summary.ja.md", "summary.ja.txt",
  ]

  private(set) var findings: [String] = []
  let covered: [(coverage: Coverage, files: [String])]

  init(of folder: ResultFolder) {
    let traces = folder.manifest.runs.map { TraceFile.path(of: $0.settings.id) }
    let given = InputsSnapshot.tableNames + [InputsSnapshot.rulesName]
    let files = folder.manifest.files
    let rest = files.filter { !(traces + given + Self.derived).contains($0) }
    covered = [
      (.replayed, traces.sorted()), (.derived, Self.derived), (.given, given.sorted()),
      (.digest, rest),
    ]
    if !folder.isManifestCanonical {
      findings.append("manifest.json: expected nothing but what a run writes, found more")
    }
    let missing = (traces + given + Self.derived + Self.others).filter { !files.contains($0) }
    for file in missing.sorted() {
      findings.append("\(file): expected in the list of the manifest, found nothing")
    }
    for file in rest where !Self.others.contains(file) && !Self.isMap(file) {
      findings.append("\(file): listed in the manifest, expected a file that a run writes")
    }
    checkDigests(of: folder)
    let unlisted = Set(folder.present).subtracting(files).sorted()
    for file in unlisted {
      findings.append("\(file): not listed in the manifest, expected no other files")
    }
  }

  private mutating func checkDigests(of folder: ResultFolder) {
    for file in folder.manifest.listed {
      do throws(InputErrors) {
        let digest = try folder.digest(of: file.path)
        if digest == file.digest { continue }
        findings.append(
          "\(file.path): expected the digest \(file.digest) of the manifest, found \(digest)")
      } catch {
        findings.append(error.description)
      }
    }
  }

  private static func isMap(_ file: String) -> Bool {
    let parts = file.split(separator: "/")
    return parts.count == 2 && parts[0] == "geojson" && parts[1].hasSuffix(".geojson")
  }
}
