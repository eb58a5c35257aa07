import Foundation
import Testing

@Suite("What is changed in a result folder and signed anew", .serialized)
struct FolderMutationTests {
  /// A few in each run of the tests; `NORIAI_MUTATIONS=2000` asks for as many.
  static let count =
    ProcessInfo.processInfo.environment["NORIAI_MUTATIONS"].flatMap { Int($0) } ?? 60

  @Test("is found by the audit, 99 of 100 at least; so is what only a digest covers, unsigned")
  func score() throws {
    try withTemporaryFolder { folder in
      let run = try CommandLineRun(
        "run", "Scenarios/senboku/trial-2.yaml", "--days", "2", "--set", "fleet.vans=1",
        "--quiet", "--output", folder + "/r")
      try #require(run.status == 0, "\(run.errors)")
      let sound = try ForgedFolder(folder + "/r")
      var again = sound
      again.sign()
      try again.write(to: folder + "/m")
      let audit = try CommandLineRun("audit", folder + "/m")
      try #require(audit.status == 0, "signing is not what the run does: \(audit.output)")

      var made: [FolderMutation.Kind: Int] = [:]
      var escaped: [FolderMutation.Kind: Int] = [:]
      for seed in 0..<Self.count {
        guard let mutation = try FolderMutation(of: sound, seed: seed) else { continue }
        try mutation.folder.write(to: folder + "/m")
        let audit = try CommandLineRun("audit", folder + "/m", "--quiet")
        #expect([0, 1, 65, 66].contains(audit.status), "\(mutation.description): \(audit.errors)")
        made[mutation.kind, default: 0] += 1
        guard audit.status == 0 else { continue }
        escaped[mutation.kind, default: 0] += 1
        print("escaped:", mutation.description)
      }
      for kind in FolderMutation.Kind.allCases {
        print("\(kind.rawValue): \(escaped[kind] ?? 0) of \(made[kind] ?? 0) escaped")
      }
      let counted = FolderMutation.Kind.allCases.filter(\.isCounted)
      let all = counted.reduce(0) { $0 + (made[$1] ?? 0) }
      let missed = counted.reduce(0) { $0 + (escaped[$1] ?? 0) }
      #expect(all > Self.count / 2)
      #expect(100 * missed <= all)
      #expect(escaped[.unsigned] == nil)
    }
  }
}
