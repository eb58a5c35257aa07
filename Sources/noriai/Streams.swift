import Foundation
import ScenarioFiles
import Synchronization

/// Standard output and standard error, which may be closed, full or read by nobody.
enum Streams {
  /// Why words that should have gone to standard error did not; 0 where all did.
  private static let lossCode = Atomic<Int32>(0)

  /// A stream that took no more.
  struct Unwritable: Error, CustomStringConvertible {
    let reason: SystemError

    var description: String {
      "\(reason.subject): expected to write here, found \(reason.words)"
    }
  }

  /// To be called before any file is opened.
  static func prepare() {
    // A file must not get the number of a closed stream, nor what is said there. What is opened in
    // its place takes nothing either.
    for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) == -1 {
      _ = open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY)
    }
    // A file that grows too large is an error to be told, not the end.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Prints what the command was asked for.
  static func show(_ text: String, terminator: String = "\n") throws(Unwritable) {
    do {
      try FileSystem.write(Data((text + terminator).utf8), to: 1, named: "standard output")
    } catch {
      throw Unwritable(reason: error)
    }
  }

  /// Says on standard error what is wrong, or on standard output where nothing else is left.
  static func complain(_ text: String) {
    do {
      try tell(text + "\n")
    } catch {
      lossCode.store(error.code, ordering: .relaxed)
      // Should this fail too, the status is all that can tell.
      try? show(text)
    }
  }

  /// Says on standard error what is being done.
  static func note(_ text: String) {
    do {
      try tell(text)
    } catch {
      lossCode.store(error.code, ordering: .relaxed)
    }
  }

  /// Throws where words were lost: a command that could not say all that it had to has failed.
  static func check() throws(Unwritable) {
    let code = lossCode.load(ordering: .relaxed)
    if code != 0 { throw Unwritable(reason: SystemError(code, at: errorName)) }
  }

  private static let errorName = "standard error"

  private static func tell(_ text: String) throws(SystemError) {
    try FileSystem.write(Data(text.utf8), to: 2, named: errorName)
  }
}
