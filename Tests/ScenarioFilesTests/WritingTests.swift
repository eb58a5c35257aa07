import Foundation
import ScenarioFiles
import TestSupport
import Testing

@Suite("Writing replaces a place in one step, and says what is in the way")
struct WritingTests {
  private let folder: TemporaryFolder
  private let sample: RunSample

  init() throws {
    folder = try TemporaryFolder()
    sample = try RunSample()
  }

  private func write(
    _ sample: RunSample? = nil, to name: String, replacing: ResultFolder.Replacing = .sameInputs
  ) -> String {
    let sample = sample ?? self.sample
    do throws(InputErrors) {
      try ResultFolder.write(
        sample.contents, manifest: sample.manifest, to: name.isEmpty ? "" : folder[name],
        replacing: replacing)
      return ""
    } catch {
      #expect(error.exitCode == 73)
      return folder.text(of: error)
    }
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder[name], withDestinationPath: target)
  }

  /// The names in the folder itself, hidden ones too.
  private var top: [String] { folder.names.filter { !$0.contains("/") } }

  @Test("through a link, which stays")
  func throughLink() throws {
    try folder.write("", to: "disk/other/keep")
    try link("out", to: "disk/town")
    try FileManager.default.createDirectory(
      atPath: folder["disk/town"], withIntermediateDirectories: true)
    #expect(write(to: "out") == "")
    #expect(write(to: "out/") == "")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder["out"]) == "disk/town")
    #expect(try ResultFolder.open(folder["disk/town"]).traces(of: "batch") == sample.traces)
    #expect(top == ["disk", "out"])
    try link("up", to: "disk")
    #expect(write(to: "up/new/town") == "")
    #expect(folder.has("disk/new/town/manifest.json"))
  }

  @Test("not through links that lead nowhere, in a circle, or to a file")
  func badLinks() throws {
    try folder.write("mine", to: "file")
    try link("nowhere", to: "none")
    try link("circle", to: "circle")
    try link("linked", to: "file")
    let before = folder.names
    let expected = "expected a folder or nothing here, found"
    #expect(write(to: "nowhere") == "nowhere: \(expected) a link that leads nowhere")
    #expect(write(to: "nowhere/x") == "nowhere: \(expected) a link that leads nowhere")
    #expect(
      write(to: "circle")
        == "circle: expected to write a folder here, found links that lead in a circle")
    #expect(write(to: "linked") == "linked: \(expected) a file")
    #expect(folder.names == before)
  }

  @Test("not where no folder can be")
  func noFolder() throws {
    try folder.write("mine", to: "file")
    let expected = "expected to write a folder here, found"
    #expect(write(to: "file/x") == "file/x: \(expected) that file is a file")
    #expect(write(to: "file/x/y/") == "file/x/y/: \(expected) that file is a file")
    #expect(write(to: "") == "--output: expected the path of a folder, found an empty one")
    let long = String(repeating: "x", count: 300)
    #expect(write(to: long) == "\(long): \(expected) a path that is too long")
    let deep =
      "a/"
      + Array(repeating: String(repeating: "y", count: 200), count: 25).joined(
        separator: "/")
    #expect(write(to: deep).hasSuffix("yyy: \(expected) a path that is too long"))
    #expect(folder.names == ["file"])
    let longest = String(repeating: "x", count: 255)
    #expect(write(to: longest) == "")
    #expect(write(to: longest) == "")
    #expect(top == ["file", longest])
  }

  @Test("what killed runs have left is removed by the next one")
  func leftovers() throws {
    #expect(write(to: "town") == "")
    try folder.write("half", to: ".town.noriai-draft/trips.csv")
    try folder.write("whole", to: ".town.noriai-old/trips.csv")
    try folder.write("", to: ".town.noriai-lock")
    try folder.write("of another", to: ".town2.noriai-draft/trips.csv")
    #expect(write(to: "town") == "")
    #expect(top == [".town2.noriai-draft", "town"])
  }

  @Test("results that were moved aside by a killed run are put back, and ask as they would")
  func putBack() throws {
    #expect(write(to: "town") == "")
    try FileManager.default.moveItem(atPath: folder["town"], toPath: folder[".town.noriai-old"])
    try folder.write("half", to: ".town.noriai-draft/trips.csv")
    #expect(write(try RunSample(seed: 8), to: "town").contains("those of others"))
    #expect(try ResultFolder.open(folder["town"]).manifest.seed == 7)
    try folder.write("mine", to: "town/notes.txt")
    try FileManager.default.moveItem(atPath: folder["town"], toPath: folder[".town.noriai-old"])
    #expect(write(try RunSample(seed: 8), to: "town", replacing: .anyInputs) == "")
    #expect(try ResultFolder.open(folder["town"]).manifest.seed == 8)
    #expect(folder.has("town/notes.txt"))
    #expect(top == ["town"])
  }

  @Test("a draft that is being written is left alone")
  func liveDraft() throws {
    try folder.write("half", to: ".town.noriai-draft/trips.csv")
    try folder.write("", to: ".town.noriai-lock")
    let lock = open(folder[".town.noriai-lock"], O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    try ResultFolder.checkRoom(
      at: folder["town"], for: sample.manifest, replacing: .sameInputs)
    #expect(folder.has(".town.noriai-draft/trips.csv"))
    #expect(flock(lock, LOCK_UN) == 0)
    try ResultFolder.checkRoom(
      at: folder["town"], for: sample.manifest, replacing: .sameInputs)
    #expect(folder.names.isEmpty)
  }

  @Test("of many who write at the same time the last one wins, whole")
  func together() async throws {
    let samples = try (0..<4).map { try RunSample(seed: $0) }
    let path = folder["town"]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for sample in samples {
        let (contents, manifest) = (sample.contents, sample.manifest)
        let note = Data("\(manifest.seed)".utf8)
        group.addTask {
          for _ in 0..<5 {
            try ResultFolder.write(
              contents + [("note-\(manifest.seed).txt", note)], manifest: manifest, to: path,
              replacing: .anyInputs)
          }
        }
      }
      try await group.waitForAll()
    }
    let results = try ResultFolder.open(path)
    let listed = Set(results.manifest.files + ["manifest.json"])
    let found = folder.names.filter { $0.hasPrefix("town/") && !FilePath.isFolder(folder[$0]) }
    #expect(Set(found) == Set(listed.map { "town/" + $0 }))
    #expect(listed.contains("note-\(results.manifest.seed).txt"))
    #expect(top == ["town"])
  }

  @Test("a file that stays is never covered by one of the results")
  func conflict() throws {
    #expect(write(to: "town") == "")
    try folder.write("mine", to: "town/more.csv")
    let error = #expect(throws: InputErrors.self) {
      try ResultFolder.write(
        sample.contents + [("more.csv", Data())], manifest: sample.manifest, to: folder["town"],
        replacing: .anyInputs)
    }
    #expect(
      error.map { folder.text(of: $0) }
        == "town/more.csv: expected nothing but results here, found a file")
    #expect(try String(contentsOfFile: folder["town/more.csv"], encoding: .utf8) == "mine")
    #expect(top == ["town"])
  }

  @Test("files that are added leave everything else as it was")
  func adding() throws {
    #expect(write(to: "town") == "")
    try folder.write("mine", to: "town/notes/today.txt")
    try link("town/photo", to: "nowhere")
    let results = try ResultFolder.open(folder["town"])
    try results.add([("report.html", Data("new".utf8))])
    let added = try ResultFolder.open(folder["town"])
    #expect(added.manifest.files == (results.manifest.files + ["report.html"]).sorted())
    #expect(try added.traces(of: "batch") == sample.traces)
    #expect(try String(contentsOfFile: folder["town/notes/today.txt"], encoding: .utf8) == "mine")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder["town/photo"]) == "nowhere")
    // What was read before is not what is there now.
    #expect(throws: InputErrors.self) { try results.add([("report.html", Data())]) }
    #expect(try String(contentsOfFile: folder["town/report.html"], encoding: .utf8) == "new")
    #expect(top == ["town"])
  }

  @Test("not while a map is open in another program")
  func openMap() throws {
    let contents = sample.contents + [("results.gpkg", Data())]
    func write() throws {
      try ResultFolder.write(
        contents, manifest: sample.manifest, to: folder["town"], replacing: .anyInputs)
    }
    try write()
    try folder.write("", to: "town/results.gpkg-wal")
    let error = #expect(throws: InputErrors.self) { try write() }
    #expect(error?.description.contains("results.gpkg-wal") == true)
    try FileManager.default.removeItem(atPath: folder["town/results.gpkg-wal"])
    try write()
  }

  @Test("a folder keeps its permissions")
  func permissions() throws {
    #expect(write(to: "town") == "")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o750], ofItemAtPath: folder["town"])
    #expect(write(to: "town") == "")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder["town"])
    #expect(attributes[.posixPermissions] as? Int == 0o750)
  }

  @Test("a single file is replaced whole, through a link too")
  func singleFile() throws {
    try folder.write("old", to: "disk/file")
    try link("file", to: "disk/file")
    try FileSet.write(Data("new".utf8), to: folder["file"])
    #expect(try String(contentsOfFile: folder["disk/file"], encoding: .utf8) == "new")
    #expect(folder.names == ["disk", "disk/file", "file"])
    let error = #expect(throws: InputErrors.self) {
      try FileSet.write(Data(), to: folder["disk"])
    }
    #expect(
      error.map { folder.text(of: $0) } == "disk: expected a file or nothing here, found a folder")
  }
}
