import Foundation
import ScenarioFiles
import TestSupport
import Testing

@Suite("Why a file cannot be read is said in plain words")
struct InputFileTests {
  @Test("a folder, a link to nothing, links in a circle, a file in place of a folder, a long path")
  func obstacles() throws {
    let folder = try TemporaryFolder(["file": "x", "inner/file": "x"])
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder["link"], withDestinationPath: "nowhere")
    try manager.createSymbolicLink(atPath: folder["circle"], withDestinationPath: "circle")
    let long = String(repeating: "x", count: 300)
    let expected = [
      "nothing": "none", "inner": "a folder", "link": "a link to nothing",
      "circle": "links that lead in a circle",
      "file/s.yaml": "a file in place of one of its folders",
      long: "a path that is too long",
    ]
    for (name, reason) in expected {
      #expect(
        folder.problems(name)
          == "\(name): expected a file that can be read, found \(reason) at \"\(name)\"")
    }
    #expect(InputFile.obstacle(at: "")?.found == "an empty path")
    #expect(InputFile.obstacle(at: folder["file"]) == nil)
  }

  @Test("no permission", .enabled(if: geteuid() != 0))
  func permission() throws {
    let folder = try TemporaryFolder(["s.yaml": Samples.scenario])
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder["s.yaml"])
    #expect(
      folder.problems()
        == "s.yaml: expected a file that can be read, found no permission to read it "
        + "at \"s.yaml\"")
  }

  @Test("the same words for a table, a base, and the manifest and the inputs of a result folder")
  func everywhere() throws {
    let folder = try TemporaryFolder([
      "s.yaml": Samples.scenario("stops:\n", "stops: link\nothers:\n"),
      "t.yaml": "extends: link\n", "results/other": "",
    ])
    for name in ["link", "results/manifest.json"] {
      try FileManager.default.createSymbolicLink(atPath: folder[name], withDestinationPath: "no")
    }
    let link = "expected a file that can be read, found a link to nothing at \"link\""
    #expect(folder.problems().contains("stops: " + link))
    #expect(folder.problems("t.yaml").contains("extends: " + link))
    #expect(throws: InputErrors.self) { try ResultFolder.open(folder["results"]) }
    do throws(InputErrors) {
      _ = try ResultFolder.open(folder["results"])
    } catch {
      #expect(
        folder.text(of: error) == "results: expected a result folder, found no manifest.json in it")
    }
  }

  @Test("what a message quotes is shown in one line and shortened, its line cut around the caret")
  func quoting() throws {
    let folder = try TemporaryFolder([
      "s.yaml": Samples.scenario("halt: 20 s", "halt: \(String(repeating: "店", count: 5000))")
    ])
    let lines = folder.problems().split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.count < 800 })
    #expect(lines.first?.contains("店店 ... 店店") == true)
    let name = "a\u{1B}[31m\nb.yaml"
    #expect(
      folder.problems(name).hasPrefix("a<U+001B>[31m<U+000A>b.yaml: expected a file"))
    let spaced = try TemporaryFolder([
      "s.yaml": Samples.scenario("from: clinic", "from: cli\u{A0}nic")
    ])
    #expect(spaced.problems().contains("found \"cli<U+00A0>nic\""))
  }
}
