import Foundation
import Testing

@Suite("What is in the way of an output", .serialized)
struct OutputInTheWayTests {
  private let run =
    "noriai run '\(CommandLineRun.root.path)/Scenarios/quickstart.yaml' --fixes none --quiet"

  @Test(
    "is said in words before the run",
    arguments: [
      ("touch f", "f/x", "f/x: expected to write a folder here, found that f is a file"),
      ("touch f", "f", "f: expected a folder or nothing here, found a file"),
      (
        "ln -s nowhere dang", "dang",
        "dang: expected a folder or nothing here, found a link that leads nowhere"
      ),
      ("true", "''", "--output: expected the path of a folder, found an empty one"),
      ("mkfifo p", "p", "p: expected a folder or nothing here, found a file"),
      (
        "true", ".",
        """
        .: expected a folder that can be put in place of another, found the current one
        go to another folder, and name this one from there
        """
      ),
      ("true", "/proc/x", "/proc/x: expected to write a folder here, found no permission at /proc"),
    ])
  func words(before: String, output: String, words: String) throws {
    try withTemporaryFolder { folder in
      if output == "/proc/x", geteuid() == 0 { return }
      let line = "\(before); \(run) --output \(output)"
      let run = try CommandLineRun(shell: line, in: folder)
      #expect(run.status == 73)
      #expect(run.errors == words + "\n")
    }
  }

  @Test("a limit on files ends in words, not by a signal, and leaves the results that were there")
  func fileSize() throws {
    try withTemporaryFolder { folder in
      #expect(try CommandLineRun(shell: run + " --output r", in: folder).status == 0)
      let limited = try CommandLineRun(
        shell: "ulimit -f 16; \(run) --output r --set fleet.vans=2 --force", in: folder)
      #expect(limited.status == 73)
      #expect(
        limited.errors.hasPrefix(
          "r: expected to write a folder here, found that a file may not be as large (ulimit -f)"),
        "\(limited.errors)")
      #expect(try CommandLineRun(shell: run + " --output r", in: folder).status == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["r"])
    }
  }

  @Test("files of the same names are not overwritten by synthesize unless it is told to")
  func synthesize() throws {
    try withTemporaryFolder { folder in
      let specification = CommandLineRun.root.path + "/Scenarios/senboku/synthesis.yaml"
      let line = "noriai synthesize '\(specification)' --output own"
      let refused = try CommandLineRun(
        shell: "mkdir own; echo mine > own/stops.csv; echo mine > own/notes; \(line)", in: folder)
      #expect(refused.status == 73)
      #expect(
        refused.errors
          == "own/stops.csv: expected nothing here, found a file\n--force replaces it\n")
      #expect(try String(contentsOfFile: folder + "/own/stops.csv", encoding: .utf8) == "mine\n")
      #expect(try CommandLineRun(shell: line + " --force", in: folder).status == 0)
      #expect(try String(contentsOfFile: folder + "/own/notes", encoding: .utf8) == "mine\n")
      #expect(
        try String(contentsOfFile: folder + "/own/stops.csv", encoding: .utf8).hasPrefix("key,"))
    }
  }

  @Test("a home is never replaced")
  func home() throws {
    try withTemporaryFolder { folder in
      let prepare = "mkdir -p home/.ssh; echo key > home/.ssh/id; echo mine > home/letter"
      for before in [prepare, "echo '{}' > home/manifest.json"] {
        let run = try CommandLineRun(
          shell: "\(before); \(run) --output home --force", in: folder)
        #expect(run.status == 73)
        #expect(run.errors.contains("not even --force"))
      }
      #expect(try String(contentsOfFile: folder + "/home/.ssh/id", encoding: .utf8) == "key\n")
      #expect(try String(contentsOfFile: folder + "/home/letter", encoding: .utf8) == "mine\n")
    }
  }
}
