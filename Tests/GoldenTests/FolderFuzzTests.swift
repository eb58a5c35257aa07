import Foundation
import ScenarioFiles
import Testing

@Suite("Whatever a result folder holds", .serialized)
struct FolderFuzzTests {
  /// A few in each run of the tests; `NORIAI_FOLDERS=5000` asks for as many, `NORIAI_FIRST=100` begins
  /// there.
  static let first = environment("NORIAI_FIRST") ?? 0
  static let count = environment("NORIAI_FOLDERS") ?? 16

  private static func environment(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  private func expectWord(_ arguments: [String], _ what: String) throws {
    let run = try LimitedRun(arguments)
    guard case .status(let status) = run.end, [0, 1, 65, 66].contains(status) else {
      Issue.record("\(arguments[0]) \(what): \(run.end) \(run.errors)")
      return
    }
    if status == 65 || status == 66 { #expect(!run.errors.isEmpty, "\(arguments[0]) \(what)") }
  }

  private func results(
    _ scenario: String, _ changes: [String] = [], in folder: String
  ) throws -> ForgedFolder {
    let run = try CommandLineRun(
      ["run", scenario, "--quiet", "--output", folder + "/r"] + changes)
    try #require(run.status == 0, "\(run.errors)")
    return try ForgedFolder(folder + "/r")
  }

  @Test(
    "audit, compare and report end with a word, in time and in little memory",
    arguments: [
      ["Scenarios/quickstart.yaml"],
      ["Scenarios/quickstart.yaml", "--set", "service.diversion=true", "--set", "fleet.vans=2"],
    ])
  func fuzz(scenario: [String]) throws {
    try withTemporaryFolder { folder in
      let sound = try results(scenario[0], Array(scenario.dropFirst()), in: folder)
      for seed in Self.first..<Self.first + Self.count {
        let fuzz = try FolderFuzz(of: sound, seed: seed)
        let forged = folder + "/f"
        try fuzz.folder.write(to: forged)
        try expectWord(["audit", forged], fuzz.description)
        try expectWord(["compare", folder + "/r", forged], fuzz.description)
        try expectWord(["report", forged], fuzz.description)
      }
    }
  }

  @Test("claims too large for any run are refused at once: riders, vehicles that are not there")
  func claims() throws {
    try withTemporaryFolder { folder in
      let sound = try results(
        "Scenarios/quickstart.yaml", ["--set", "fleet.vans=2"], in: folder)
      let forged = folder + "/f"
      var crowd = sound
      crowd.files["inputs/requests.csv"] = Data(
        sound.text("inputs/requests.csv").replacing(",,1,10000,", with: ",,2147483647,10000,").utf8)
      try #require(crowd.files["inputs/requests.csv"] != sound.files["inputs/requests.csv"])
      crowd.sign()
      try crowd.write(to: forged)
      for command in [["audit", forged], ["report", forged], ["compare", folder + "/r", forged]] {
        let run = try LimitedRun(command, megabytes: 500)
        #expect(run.end == .status(65), "\(run.errors)")
        #expect(run.errors.contains("inputs/requests.csv:3:"), "\(run.errors)")
        #expect(run.errors.contains("riders: expected a whole number from 1 to 1000"))
      }

      var fleet = sound
      fleet.files["inputs/vehicles.csv"] = Data(
        sound.text("inputs/vehicles.csv").split(separator: "\n").prefix(2).joined(separator: "\n")
          .utf8)
      fleet.sign()
      try fleet.write(to: forged)
      let report = try LimitedRun(["report", forged])
      #expect(report.end == .status(65))
      #expect(
        report.errors.hasPrefix(forged + "/trace/greedy.jsonl.gz:"), "\(report.errors)")
      #expect(
        report.errors.hasSuffix(": day 0: expected a vehicle of inputs/vehicles.csv, found 1\n"))
      #expect(try LimitedRun(["audit", forged]).end == .status(1))
    }
  }

  @Test("bombs stay small: in gzip, in JSON, and pipes that never end")
  func bombs() throws {
    try withTemporaryFolder { folder in
      let sound = try results("Scenarios/quickstart.yaml", in: folder)
      let forged = folder + "/f"
      func expectRefusal(_ bomb: ForgedFolder, _ text: String) throws {
        var bomb = bomb
        bomb.sign()
        try bomb.write(to: forged)
        for command in ["audit", "report"] {
          let run = try LimitedRun([command, forged], megabytes: 500)
          #expect(run.end == .status(65), "\(command): \(run.errors)")
          #expect(run.errors.contains(text), "\(run.errors)")
        }
      }

      var gzip = sound
      // 200 MB of nothing.
      gzip.files["trace/greedy.jsonl.gz"] = Gzip.compress(Data(count: 200 << 20))
      gzip.manifest = sound.manifest
      try gzip.write(to: forged)
      let run = try LimitedRun(["report", forged], megabytes: 500)
      #expect(run.end == .status(65))
      #expect(run.errors.contains("expected a text of at most 100 times its compressed length"))

      for name in ["summary.json", "inputs/rules.json"] {
        var nested = sound
        nested.files[name] = Data(repeating: UInt8(ascii: "["), count: 100_000)
        nested.sign()
        try nested.write(to: forged)
        #expect(try LimitedRun(["audit", forged]).end == .status(65), "\(name)")
      }
      var rules = sound
      rules.files["inputs/rules.json"] = Data(
        String(repeating: "{\"service\":", count: 100_000).utf8)
      try expectRefusal(rules, "inputs/rules.json: expected the rules of a service")
      try sound.write(to: forged)
      try Data(repeating: UInt8(ascii: "["), count: 100_000)
        .write(to: URL(fileURLWithPath: forged + "/manifest.json"))
      for command in ["audit", "report"] {
        #expect(try LimitedRun([command, forged]).end == .status(65))
      }

      try sound.write(to: forged)
      try FileManager.default.removeItem(atPath: forged + "/epochs.csv")
      // As if it were of 100 GB, without taking them.
      #expect(truncate(forged + "/trips.csv", 100 << 30) == 0)
      #expect(mkfifo(forged + "/epochs.csv", 0o600) == 0)
      for command in ["audit", "report"] {
        #expect([.status(65), .status(1)].contains(try LimitedRun([command, forged]).end))
      }
    }
  }
}
