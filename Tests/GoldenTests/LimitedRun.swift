import Foundation

/// The built command line under limits of time and memory, as for files of nobody knows whom.
struct LimitedRun {
  enum End: Equatable {
    case status(Int32)
    /// A trap, or the end of the memory that was allowed.
    case signal(Int32)
    case tooLong
  }

  let end: End
  let errors: String

  /// `megabytes` limits the address space, of which programs use half at most.
  init(_ arguments: [String], seconds: Double = 20, megabytes: Int = 1500) throws {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let program = tests.deletingLastPathComponent().appendingPathComponent("noriai").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      ["-c", "ulimit -c 0; ulimit -v \(megabytes * 1024); exec \"$0\" \"$@\"", program] + arguments
    process.currentDirectoryURL = CommandLineRun.root
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: file)
    process.environment = ProcessInfo.processInfo.environment.merging(
      // A trap says where it was in a line, instead of minutes of back-trace.
      ["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    let isLate = ended.wait(timeout: .now() + seconds) == .timedOut
    if isLate {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
    }
    end =
      isLate
      ? .tooLong
      : process.terminationReason == .exit
        ? .status(process.terminationStatus) : .signal(process.terminationStatus)
    errors = String(decoding: try Data(contentsOf: file).prefix(2000), as: UTF8.self)
  }
}
