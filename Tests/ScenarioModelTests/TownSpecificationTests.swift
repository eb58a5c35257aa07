import Foundation
import ScenarioFiles
import Testing

/// Mistakes in a town's files, each made in a copy of Senboku's.
@Suite struct TownSpecificationTests {
  @Test func aFileThatIsNotThereIsNamed() {
    let error = #expect(throws: TownFileError.self) {
      try TownSpecification(path: "nowhere/synthesis.yaml")
    }
    #expect(error?.description.hasPrefix("nowhere/synthesis.yaml: cannot be read") == true)
  }

  @Test func aMissingUnitIsReportedWithItsLine() throws {
    let message = try message(replacing: "jitter: 11 m", with: "jitter: 11")
    #expect(
      message
        == "synthesis.yaml:21: streets.jitter: expected a number from 1 to 10000 with its unit, m, found \"11\""
    )
  }

  @Test func aMissingSettingIsReportedWithItsSection() throws {
    let message = try message(replacing: "  gates: 4\n", with: "")
    #expect(message == "synthesis.yaml:32: links.gates is missing")
  }

  @Test func aWrongNumberInATableIsReportedWithItsLine() throws {
    let message = try message(in: "data/blocks.csv", replacing: "34.502585", with: "north")
    #expect(
      message == "blocks.csv:2: latitude_deg: expected a number, found \"north\"")
  }

  @Test func aMissingColumnIsNamed() throws {
    let message = try message(in: "data/courses.csv", replacing: "road,class", with: "name,class")
    #expect(message == "courses.csv:2: no column road")
  }

  @Test func anUnknownRoadClassIsReported() throws {
    let message = try message(in: "data/courses.csv", replacing: ",trunk,", with: ",path,")
    #expect(message == "courses.csv:2: class: expected trunk, primary, collector or local")
  }

  @Test func aRoadOfOnePointIsReported() throws {
    let message = try message(
      in: "data/courses.csv", replacing: "\nring-208,primary,no,34.500000,135.474500",
      with: "\nlane,primary,no,34.500000,135.474500")
    #expect(message == "courses.csv: lane has only one point")
  }

  /// What reading says once a text is replaced, without the folder.
  private func message(
    in file: String = "synthesis.yaml", replacing text: String, with other: String
  ) throws -> String? {
    let files = FileManager.default
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Scenarios/senboku").standardizedFileURL
    let copy = files.temporaryDirectory.appendingPathComponent("town-\(UUID().uuidString)")
    defer { try? files.removeItem(at: copy) }
    try files.copyItem(at: source, to: copy)
    let path = copy.appendingPathComponent(file)
    let original = try String(contentsOf: path, encoding: .utf8)
    #expect(original.contains(text))
    try Data(original.replacing(text, with: other).utf8).write(to: path)
    let error = #expect(throws: TownFileError.self) {
      try TownSpecification(path: copy.appendingPathComponent("synthesis.yaml").path)
    }
    return error.map { $0.description.split(separator: "/").last.map(String.init) ?? "" }
  }
}
