import Foundation
import Journal
import Mobility
import ScenarioFiles
import TestSupport
import Testing

@Suite("A result folder is written whole or not at all")
struct ResultFolderTests {
  private let folder: TemporaryFolder
  private let sample: RunSample

  init() throws {
    folder = try TemporaryFolder()
    sample = try RunSample()
  }

  private func write(
    _ sample: RunSample, replacing: ResultFolder.Replacing = .sameInputs
  ) -> String {
    do throws(InputErrors) {
      try ResultFolder.write(
        sample.contents, manifest: sample.manifest, to: folder["out/town"], replacing: replacing)
      return ""
    } catch {
      #expect(error.exitCode == 73)
      return folder.text(of: error)
    }
  }

  @Test("what is written can be opened")
  func roundTrip() throws {
    #expect(write(sample) == "")
    let results = try ResultFolder.open(folder["out/town"])
    var manifest = results.manifest
    #expect(manifest.files == sample.contents.map { $0.path }.sorted())
    #expect(manifest.runs == sample.manifest.runs)
    #expect(manifest.hasSameInputs(as: sample.manifest))
    #expect(try results.traces(of: "batch") == sample.traces)
    #expect(try results.inputs().days == sample.snapshot.days)
    manifest = try ResultFolder.open(folder["out/town/"]).manifest
    #expect(manifest.remarks == sample.manifest.remarks)
    #expect(manifest.title == sample.manifest.title)
  }

  @Test("no draft stays beside it")
  func noDraft() {
    #expect(write(sample) == "")
    #expect(write(sample) == "")
    #expect(folder.names.filter { $0.split(separator: "/").count == 2 } == ["out/town"])
  }

  @Test("the manifest is the same for the same run, byte by byte")
  func stableManifest() throws {
    #expect(write(sample) == "")
    let first = FileManager.default.contents(atPath: folder["out/town/manifest.json"])
    #expect(write(try RunSample()) == "")
    #expect(FileManager.default.contents(atPath: folder["out/town/manifest.json"]) == first)
    #expect(
      String(decoding: try #require(first), as: UTF8.self).contains(
        """
                {
                  "duration_ms" : 45000,
                  "name" : "interval"
                },
        """))
  }

  @Test("the manifest lists each file with its digest, and those put in later with theirs")
  func digests() throws {
    #expect(write(sample) == "")
    var results = try ResultFolder.open(folder["out/town"])
    for file in results.manifest.listed {
      let bytes = try results.bytes(of: file.path)
      #expect(file.digest == SHA256.hexadecimal(of: bytes), "\(file.path)")
      #expect(try results.digest(of: file.path) == file.digest)
    }
    #expect(results.present == results.manifest.files)
    try results.add([("page.html", Data("one".utf8))])
    results = try ResultFolder.open(folder["out/town"])
    try results.add([("page.html", Data("two".utf8))])
    results = try ResultFolder.open(folder["out/town"])
    #expect(results.manifest.files == (sample.contents.map(\.path) + ["page.html"]).sorted())
    #expect(
      results.manifest.listed.first { $0.path == "page.html" }?.digest
        == SHA256.hexadecimal(of: Data("two".utf8)))
    #expect(results.isManifestCanonical)
  }

  @Test("a manifest that was changed, or lists what lies elsewhere, is refused")
  func changedManifest() throws {
    #expect(write(sample) == "")
    let text = try String(contentsOfFile: folder["out/town/manifest.json"], encoding: .utf8)
    try folder.write(text.replacing("Synthetic.", with: "Measured."), to: "out/town/manifest.json")
    #expect(problem().hasPrefix("out/town/manifest.json: expected its own digest, found "))
    try folder.write("{\"files\": [\"a\"]}", to: "out/town/manifest.json")
    #expect(
      problem() == """
        out/town/manifest.json: expected the manifest of a result folder, found something else
        results of older versions, which list no digests, are made anew by noriai run
        """)
    let outside = sample.manifest.listing([("../x", Data())])
    try folder.write(
      String(decoding: outside.json, as: UTF8.self), to: "out/town/manifest.json")
    #expect(
      problem() == "out/town/manifest.json: expected paths of files in the folder, found \"../x\"")
  }

  private func problem() -> String {
    do throws(InputErrors) {
      _ = try ResultFolder.open(folder["out/town"])
      return ""
    } catch {
      #expect(error.exitCode == 65)
      return folder.text(of: error)
    }
  }

  @Test("results of other inputs stay unless forced away")
  func otherInputs() throws {
    #expect(write(sample) == "")
    let other = try RunSample(seed: 8)
    #expect(
      write(other) == """
        out/town: expected results of the same inputs or nothing here, found those of others
        --force replaces them
        """)
    #expect(try ResultFolder.open(folder["out/town"]).manifest.seed == 7)
    #expect(write(other, replacing: .anyInputs) == "")
    #expect(try ResultFolder.open(folder["out/town"]).manifest.seed == 8)
  }

  @Test("a folder of something else stays whatever is said, an empty one makes room")
  func foreignFolder() throws {
    try folder.write("mine", to: "out/town/notes.txt")
    for replacing in [ResultFolder.Replacing.sameInputs, .anyInputs] {
      #expect(
        write(sample, replacing: replacing) == """
          out/town: expected a result folder or nothing here, found other files
          nothing replaces them, not even --force: name another folder
          """)
    }
    #expect(folder.names == ["out", "out/town", "out/town/notes.txt"])
    try FileManager.default.removeItem(atPath: folder["out/town/notes.txt"])
    #expect(write(sample) == "")
  }

  @Test("a note beside the results keeps them in place, and stays when they are forced away")
  func noteBesideResults() throws {
    #expect(write(sample) == "")
    try folder.write("mine", to: "out/town/inputs/notes.txt")
    #expect(
      write(sample) == """
        out/town: expected nothing but results here, found "inputs/notes.txt"
        --force replaces the results and keeps it
        """)
    #expect(folder.has("out/town/inputs/notes.txt"))
    #expect(write(try RunSample(seed: 8), replacing: .anyInputs) == "")
    #expect(try ResultFolder.open(folder["out/town"]).manifest.seed == 8)
    let note = try String(contentsOfFile: folder["out/town/inputs/notes.txt"], encoding: .utf8)
    #expect(note == "mine")
  }

  @Test("a file in the way is never replaced")
  func fileInTheWay() throws {
    try folder.write("mine", to: "out/town")
    #expect(
      write(sample, replacing: .anyInputs)
        == "out/town: expected a folder or nothing here, found a file")
    #expect(folder.names == ["out", "out/town"])
  }

  @Test("a write that fails half-way leaves what was there")
  func failure() throws {
    #expect(write(sample) == "")
    // A file cannot be a folder as well, whoever runs the test.
    let contents = sample.contents + [("inputs/nodes.csv/x", Data())]
    let error = #expect(throws: InputErrors.self) {
      try ResultFolder.write(
        contents, manifest: sample.manifest, to: folder["out/town"], replacing: .anyInputs)
    }
    #expect(error?.exitCode == 73)
    #expect(try ResultFolder.open(folder["out/town"]).traces(of: "greedy") == sample.traces)
    #expect(folder.names.filter { $0.split(separator: "/").count == 2 } == ["out/town"])
  }

  @Test("a changed trace or input does not pass for the one that was written")
  func tampering() throws {
    #expect(write(sample) == "")
    let results = try ResultFolder.open(folder["out/town"])
    let others = TraceFile([Trace(day: 0, records: sample.traces[0].records.dropLast())])
    try others.bytes.write(to: URL(fileURLWithPath: folder["out/town/trace/batch.jsonl.gz"]))
    #expect(throws: InputErrors.self) { try results.traces(of: "batch") }
    #expect(try results.traces(of: "greedy") == sample.traces)
    let vehicles = folder["out/town/inputs/vehicles.csv"]
    let text = try String(contentsOfFile: vehicles, encoding: .utf8)
    try folder.write(text.replacing("red", with: "green"), to: "out/town/inputs/vehicles.csv")
    #expect(throws: InputErrors.self) { try results.inputs() }
  }

  @Test("a folder without results says so with code 66")
  func nothingToOpen() throws {
    let error = #expect(throws: InputErrors.self) { try ResultFolder.open(folder["out"]) }
    #expect(error?.exitCode == 66)
    #expect(
      error.map { folder.text(of: $0) }
        == "out: expected a result folder, found no manifest.json in it")
  }

  @Test("a trace file that is cut off says so")
  func truncatedTrace() throws {
    let bytes = TraceFile(sample.traces).bytes
    let error = #expect(throws: InputErrors.self) {
      try TraceFile(bytes.dropLast(3), path: "trace/batch.jsonl.gz")
    }
    #expect(
      error?.description
        == "trace/batch.jsonl.gz: expected a gzip file, found the beginning of one only")
  }
}
