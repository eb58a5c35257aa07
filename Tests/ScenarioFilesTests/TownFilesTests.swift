import Foundation
import ScenarioFiles
import TestSupport
import Testing

@Suite("A town's files are written whole or not at all")
struct TownFilesTests {
  private let folder: TemporaryFolder
  private let town: TownFiles

  init() throws {
    folder = try TemporaryFolder(TownPlanSample.files)
    town = TownFiles(try TownSpecification(path: folder["synthesis.yaml"]))
  }

  @Test("beside what is there, in place of what they replace")
  func written() throws {
    let before = folder.names
    try folder.write("old", to: "data/nodes.csv")
    let error = try #require(throws: InputErrors.self) { try town.write(to: folder["data"]) }
    #expect(
      folder.text(of: error)
        == "data/nodes.csv: expected nothing here, found a file\n--force replaces it")
    try town.write(to: folder["data"], replacing: .sameNames)
    #expect(
      folder.names == (before + ["nodes", "roads", "stops"].map { "data/\($0).csv" }).sorted())
    #expect(try bytes("nodes") == town.nodes)
    #expect(try bytes("roads") == town.roads)
    #expect(try bytes("stops") == town.stops)
    #expect(String(decoding: town.stops, as: UTF8.self).contains("\nmarket,\"市場, 東\",,0.0"))
  }

  @Test("nothing when one of them cannot be")
  func blocked() throws {
    try folder.write("old", to: "out/nodes.csv")
    try folder.write("", to: "out/stops.csv/in-the-way")
    let before = folder.names
    let error = try #require(throws: InputErrors.self) {
      try town.write(to: folder["out"], replacing: .sameNames)
    }
    #expect(
      folder.text(of: error) == "out/stops.csv: expected a file or nothing here, found a folder")
    #expect(error.exitCode == 73)
    #expect(folder.names == before)
    #expect(try String(contentsOfFile: folder["out/nodes.csv"], encoding: .utf8) == "old")
  }

  @Test("nothing below a file")
  func noFolder() throws {
    let error = try #require(throws: InputErrors.self) {
      try town.write(to: folder["synthesis.yaml/out"])
    }
    #expect(error.exitCode == 73)
    #expect(
      folder.text(of: error)
        == "synthesis.yaml/out: expected to write a folder here, "
        + "found that synthesis.yaml is a file")
  }

  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: folder["data/\(name).csv"]))
  }
}
