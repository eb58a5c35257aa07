import Foundation
import Testing

@Suite("The README says what the program does")
struct ReadmeTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOf: CommandLineRun.root.appendingPathComponent(path), encoding: .utf8)
  }

  @Test("its strategy is the one that the tests compile and run")
  func strategy() throws {
    let source = try text("Sources/Dispatching/Strategies/NearestIdle.swift")
    #expect(try text("README.md").contains("```swift\n" + source + "```"))
  }

  @Test("its commands exist, and every command is in it")
  func commands() throws {
    let help = try CommandLineRun("--help").output
    let listed = try #require(help.components(separatedBy: "SUBCOMMANDS:").last)
      .split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(listed.count >= 6)
    let readme = try text("README.md")
    for command in listed where command != "See" {
      #expect(readme.contains("noriai \(command)"), "\(command)")
    }
    let used = readme.matches(of: #/noriai ([a-z]+)\b/#).map { String($0.1) }
    for command in used { #expect(listed.contains(command), "noriai \(command)") }
  }

  @Test("it names every shipped scenario and every file of a result folder")
  func files() throws {
    let readme = try text("README.md")
    let scenarios = try #require(
      FileManager.default.subpaths(
        atPath: CommandLineRun.root.appendingPathComponent("Scenarios").path)
    ).filter { $0.hasSuffix(".yaml") && !$0.hasSuffix("synthesis.yaml") }
    #expect(scenarios.count >= 4)
    for scenario in scenarios { #expect(readme.contains("`\(scenario)`"), "\(scenario)") }
    try withTemporaryFolder { folder in
      let results = folder + "/r"
      _ = try CommandLineRun("run", "Scenarios/quickstart.yaml", "--output", results, "--quiet")
      for file in try FileManager.default.contentsOfDirectory(atPath: results) {
        #expect(readme.contains("`\(file)") || ["inputs", "trace"].contains(file), "\(file)")
      }
    }
  }

  @Test("it installs what the package needs")
  func packages() throws {
    let manifest = try text("Package.swift")
    let readme = try text("README.md")
    let packages = manifest.matches(of: #/\.apt\(\["([a-z0-9-]+)"\]\)/#).map { String($0.1) }
    // What GRDB is built on.
    for package in packages + ["libsqlite3-dev"] {
      #expect(readme.components(separatedBy: package).count == 3, "\(package) in both commands")
    }
  }
}
