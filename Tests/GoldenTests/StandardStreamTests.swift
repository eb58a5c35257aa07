import Foundation
import Testing

@Suite("Closed and full standard output and error", .serialized)
struct StandardStreamTests {
  private let quickstart = CommandLineRun.root.path + "/Scenarios/quickstart.yaml"

  @Test(
    "of output end with a status that is not 0, and a word on standard error",
    arguments: [
      "run SCENARIO --fixes none --output o --json > /dev/full",
      "run SCENARIO --fixes none --output o >&-",
      "validate SCENARIO > /dev/full", "validate SCENARIO >&-", "strategies > /dev/full",
      "strategies --json >&-", "--help > /dev/full", "run --help >&-", "--version > /dev/full",
      "help run > /dev/full",
    ])
  func output(line: String) throws {
    try withTemporaryFolder { folder in
      let line = "noriai " + line.replacingOccurrences(of: "SCENARIO", with: quickstart)
      let run = try CommandLineRun(shell: line, in: folder)
      #expect(run.status == 73)
      let reason = line.hasSuffix("full") ? "no space left" : "it closed"
      #expect(
        run.errors == "standard output: expected to write here, found \(reason)\n", "\(line)")
      // What was asked for is whole none the less.
      if line.contains("--output") {
        #expect(try CommandLineRun(shell: "noriai audit o", in: folder).status == 0)
      }
    }
  }

  @Test(
    "of errors keep the status, and the words go to standard output",
    arguments: [
      ("validate none.yaml 2>&-", Int32(66), "none.yaml"),
      ("validate none.yaml 2>/dev/full", 66, "none.yaml"),
      ("run 2>&-", 64, "Missing expected argument"),
      ("run --colour 2>/dev/full", 64, "Error: "),
      ("audit none 2>&-", 66, "none: expected a result folder"),
      ("validate none.yaml >&- 2>&-", 66, ""), ("--help >&- 2>&-", 73, ""),
      ("validate none.yaml <&- >&- 2>&-", 66, ""),
    ])
  func errors(line: String, status: Int32, words: String) throws {
    try withTemporaryFolder { folder in
      let run = try CommandLineRun(shell: "noriai " + line, in: folder)
      #expect(run.status == status, "\(line)")
      #expect(words.isEmpty || run.output.contains(words), "\(run.output)")
    }
  }

  @Test("do no harm where nothing is said")
  func quiet() throws {
    try withTemporaryFolder { folder in
      let line = "noriai run \(quickstart) --fixes none --output o --quiet"
      let closed = try CommandLineRun(shell: line + " <&- >&- 2>&-", in: folder)
      #expect(closed.status == 0)
      #expect(try CommandLineRun(shell: "noriai audit o --quiet", in: folder).status == 0)
      #expect(try CommandLineRun(shell: line + " --verbose 2>/dev/full", in: folder).status == 73)
      #expect(try CommandLineRun(shell: line + " --verbose", in: folder).status == 0)
    }
  }

  @Test("a reader that has seen enough ends the command quietly")
  func pipe() throws {
    try withTemporaryFolder { folder in
      let run = try CommandLineRun(shell: "noriai strategies | head -n 1", in: folder)
      #expect(run.output == "nearest\n")
      #expect(run.errors == "")
      let ignored = try CommandLineRun(
        shell: "trap '' PIPE; { sleep 0.3; noriai strategies; echo $? >&2; } | true", in: folder)
      #expect(
        ignored.errors
          == "standard output: expected to write here, found that nobody reads it any more\n73\n")
    }
  }
}
