import Foundation
import Testing

/// A writing command, run again and again from the same start, with one call of the system going
/// wrong each time.
struct WritingTrial {
  /// A call of the system, counted from 1 in its thread.
  struct Call: Hashable {
    let name: String
    let number: Int
  }

  let job: WritingJob
  private let folder: String
  private let old: [String: Data]
  private let new: [String: Data]

  /// All calls by which folders and files change.
  private static let callNames = [
    "openat", "write", "fsync", "close", "mkdir", "rename", "renameat2", "linkat", "unlink",
    "rmdir", "chmod", "flock",
  ]

  /// Whether the system has `strace` and lets it look at processes.
  static let isPossible: Bool = {
    let run = try? CommandLineRun(shell: "strace -f -o /dev/null true", in: "/tmp")
    return run?.status == 0
  }()

  init(_ job: WritingJob, in folder: String) throws {
    self.job = job
    self.folder = folder
    let start = folder + "/start"
    try FileManager.default.createDirectory(atPath: start, withIntermediateDirectories: true)
    let before = try CommandLineRun(shell: job.before, in: start)
    #expect(before.status == 0, "\(before.errors)")
    old = try Self.files(in: start + "/" + job.place)
    let copy = try Self.start(in: folder, as: "new")
    let run = try CommandLineRun(shell: job.command, in: copy)
    #expect(run.status == 0, "\(run.errors)")
    new = try Self.files(in: copy + "/" + job.place)
  }

  /// The calls of the thread that writes, from where it first takes the lock; without those that
  /// another thread would make first by their number, such as the opening of libraries.
  func calls() throws -> [Call] {
    let place = try Self.start(in: folder, as: "count")
    let run = try CommandLineRun(shell: strace("../calls", Self.callNames), in: place)
    #expect(run.status == 0, "\(run.errors)")
    let lines = try String(contentsOfFile: folder + "/calls", encoding: .utf8)
      .split(separator: "\n")
    let locked = try #require(lines.firstIndex { $0.contains(".noriai-lock") })
    let thread = lines[locked].prefix { $0 != " " }
    var counts: [Substring: [Substring: Int]] = [:]
    var calls: [Call] = []
    for (index, line) in lines.enumerated() {
      guard let parenthesis = line.firstIndex(of: "(") else { continue }
      let caller = line.prefix { $0 != " " }
      let name = line[..<parenthesis].drop { $0 != " " }.drop { $0 == " " }
      counts[caller, default: [:]][name, default: 0] += 1
      if caller == thread, index >= locked {
        calls.append(Call(name: String(name), number: counts[thread]?[name] ?? 0))
      }
    }
    counts[thread] = nil
    return calls.filter { call in
      counts.values.allSatisfy { $0[call.name[...], default: 0] < call.number }
    }
  }

  /// Kills the command at a call; `false` when it ended before.
  func kill(at call: Call) throws -> Bool {
    let place = try Self.start(in: folder, as: "killed")
    let run = try CommandLineRun(
      shell: strace("/dev/null", [call.name], "\(call.name):signal=SIGKILL:when=\(call.number)")
        + "; exit $?", in: place)
    try checkWhole(place, after: "killed at \(call)")
    let next = try CommandLineRun(shell: job.command, in: place)
    #expect(next.status == 0, "the run after one killed at \(call): \(next.errors)")
    #expect(try isNew(place), "the run after one killed at \(call)")
    try checkClean(place, after: "the run after one killed at \(call)")
    return run.status == 137
  }

  /// Lets a call fail; `false` when the command did all its work none the less.
  func fail(_ call: Call, with error: String) throws -> Bool {
    let place = try Self.start(in: folder, as: "failed")
    let run = try CommandLineRun(
      shell: strace("/dev/null", [call.name], "\(call.name):error=\(error):when=\(call.number)")
        + "; exit $?", in: place)
    let what = "\(call) failed with \(error): \(run.status) \(run.errors)"
    try checkWhole(place, after: what)
    if run.status == 0 {
      #expect(try isNew(place), "\(what)")
    } else {
      // What is read on the way may be missed, too.
      let statuses: Set<Int32> = call.name == "openat" ? [65, 66, 73] : [73]
      #expect(statuses.contains(run.status), "\(what)")
      #expect(run.errors.contains("expected"), "\(what)")
    }
    let next = try CommandLineRun(shell: job.command, in: place)
    #expect(next.status == 0, "after \(what): \(next.errors)")
    try checkClean(place, after: what)
    return run.status != 0
  }

  private func checkWhole(_ place: String, after what: String) throws {
    let aside = "\(place)/.\(job.place).noriai-old"
    if !job.lacking.isEmpty, !FileManager.default.fileExists(atPath: "\(place)/\(job.place)"),
      FileManager.default.fileExists(atPath: aside)
    {
      #expect(try Self.files(in: aside) == old, "\(what)")
      return
    }
    let isOld = try Self.files(in: "\(place)/\(job.place)") == old
    let isWhole = try isOld || isNew(place)
    #expect(isWhole, "\(what)")
    if job.isResult, !isOld || !old.isEmpty {
      // What a planner keeps in the folder is no result, and the audit says so.
      let audit = try CommandLineRun(
        shell: """
          if [ -e \(job.place)/notes.txt ]; then mv \(job.place)/notes.txt notes; fi
          noriai audit \(job.place) --quiet; status=$?
          if [ -e notes ]; then mv notes \(job.place)/notes.txt; fi; exit $status
          """, in: place)
      #expect(audit.status == 0, "\(what): \(audit.output)\(audit.errors)")
    }
  }

  private func checkClean(_ place: String, after what: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: place)
    #expect(names.allSatisfy { !$0.contains(".noriai-") }, "\(what): \(names)")
  }

  private func isNew(_ place: String) throws -> Bool {
    let found = try Self.files(in: "\(place)/\(job.place)")
    return found.keys == new.keys
      && found.allSatisfy { name, bytes in new[name] == bytes || job.tellsTime(name) }
  }

  /// Without a filter in the kernel: with one, strace 6.1 counts no calls that end in a signal.
  private func strace(_ log: String, _ calls: [String], _ fault: String? = nil) -> String {
    let faults = [fault].compactMap(\.self) + job.lacking.map { "\($0):error=EINVAL" }
    let traced = (calls + job.lacking).map { "?" + $0 }.joined(separator: ",")
    return "strace -f -qq -o \(log) -e trace=\(traced) "
      + faults.map { "-e inject=\($0) " }.joined() + job.command
  }

  private static func start(in folder: String, as name: String) throws -> String {
    let copy = "\(folder)/\(name)"
    let run = try CommandLineRun(shell: "rm -rf \(name) && cp -a start \(name)", in: folder)
    #expect(run.status == 0, "\(run.errors)")
    return copy
  }

  private static func files(in folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in FileManager.default.subpaths(atPath: folder) ?? [] {
      files[name] = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
    }
    return files
  }
}
