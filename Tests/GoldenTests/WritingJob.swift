import Foundation
import Testing

/// A command that writes, the folder it writes, and what is there before.
struct WritingJob: CustomTestStringConvertible, Sendable {
  let name: String
  /// Makes what is there before, in an empty folder.
  let before: String
  let command: String
  /// The folder that is written.
  let place: String
  let isResult: Bool
  /// Calls that the file system is made to lack.
  var lacking: [String] = []

  var testDescription: String { name }

  /// Files of a run that tell how long it took, which differ from run to run; the audit reads them.
  func tellsTime(_ file: String) -> Bool {
    let names = ["kpis.csv", "effort.csv", "epochs.csv", "report.html", "manifest.json"]
    return command.hasPrefix("noriai run") && (names.contains(file) || file.hasPrefix("summary."))
  }

  static let all = [first, again, withoutExchange, report, synthesis, network]

  private static let root = CommandLineRun.root.path
  private static let run = """
    noriai run '\(root)/Scenarios/quickstart.yaml' --days 1 --fixes none --strategies greedy \
    --threads 1 --quiet --output r
    """
  private static let first = WritingJob(
    name: "run where nothing is", before: "true", command: run, place: "r", isResult: true)
  private static let again = WritingJob(
    name: "run over other results", before: "\(run) --seed 2 && echo mine > r/notes.txt",
    command: run + " --force", place: "r", isResult: true)
  private static let withoutExchange = WritingJob(
    name: "run where files cannot be exchanged", before: run + " --seed 2",
    command: run + " --force", place: "r", isResult: true, lacking: ["renameat2"])
  private static let report = WritingJob(
    name: "report", before: "\(run) && echo mine > r/notes.txt",
    command: "noriai report r --base-map gsi", place: "r", isResult: true)
  private static let synthesis = WritingJob(
    name: "synthesize",
    before: """
      cp -r '\(root)/Scenarios/senboku/data' own && cd own && \
      for f in nodes roads stops; do echo old > $f.csv; done
      """,
    command: "noriai synthesize '\(root)/Scenarios/senboku/synthesis.yaml' --output own --force",
    place: "own", isResult: false)
  private static let network = WritingJob(
    name: "import osm",
    before: """
      cat > town.osm <<END
      <osm version="0.6">
        <node id="1" lat="34.480" lon="135.490"/><node id="2" lat="34.480" lon="135.493"/>
        <node id="3" lat="34.4825" lon="135.493"/>
        <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/>
          <tag k="highway" v="residential"/></way>
      </osm>
      END
      noriai import osm town.osm --quiet --output net && echo old > net/roads.csv
      """,
    command: "noriai import osm town.osm --quiet --output net --force", place: "net",
    isResult: false)
}
