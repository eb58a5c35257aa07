import Foundation
import Testing

/// All calls are tried where `NORIAI_INTERRUPTIONS` is `all`, a few of each command otherwise.
@Suite(
  "A command that writes", .serialized,
  .enabled(if: WritingTrial.isPossible, "strace traces the calls; Debian has it as a package"))
struct InterruptionTests {
  private static let triesAll =
    ProcessInfo.processInfo.environment["NORIAI_INTERRUPTIONS"] == "all"

  private func tried(_ calls: [WritingTrial.Call], few: Int) -> [WritingTrial.Call] {
    if Self.triesAll || calls.count <= few { return calls }
    // Evenly, and each time where one folder takes the place of another.
    return calls.enumerated().filter { position, call in
      call.name.hasPrefix("rename")
        || position * few / calls.count != (position + 1) * few / calls.count
    }.map(\.element)
  }

  @Test(
    "leaves the old or the new when it is killed, and room for the next", arguments: WritingJob.all)
  func killed(job: WritingJob) throws {
    try withTemporaryFolder { folder in
      let trial = try WritingTrial(job, in: folder)
      let calls = try trial.calls()
      #expect(calls.count > 20)
      let tried = tried(calls, few: 5)
      let killed = try tried.filter { try trial.kill(at: $0) }
      if Self.triesAll { print("\(job.name): killed at \(killed.count) of \(tried.count) calls") }
      // Another thread may do the work, and count its calls from its own start.
      #expect(2 * killed.count >= tried.count)
    }
  }

  @Test("says why when it cannot, and leaves the old or the new", arguments: WritingJob.all)
  func failing(job: WritingJob) throws {
    try withTemporaryFolder { folder in
      let trial = try WritingTrial(job, in: folder)
      let calls = try trial.calls().filter { $0.name != "close" }
      let errors = ["ENOSPC", "EIO", "EACCES"]
      var count = 0
      var failed = 0
      for (position, call) in tried(calls, few: 3).enumerated() {
        for error in Self.triesAll ? errors : [errors[position % 3]] {
          count += 1
          if try trial.fail(call, with: error) { failed += 1 }
        }
      }
      if Self.triesAll { print("\(job.name): \(failed) of \(count) failing calls ended it") }
      #expect(failed > 0)
    }
  }
}
