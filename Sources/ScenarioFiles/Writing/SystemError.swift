import Foundation

/// A call of the system that failed, and the path or stream it was about.
public struct SystemError: Error, Hashable, Sendable {
  public let code: Int32
  public let subject: String

  public init(_ code: Int32, at subject: String) {
    self.code = code
    self.subject = subject
  }

  /// Calls again what a signal has interrupted.
  @discardableResult
  static func check<Result: SignedInteger>(
    _ subject: String, _ call: () -> Result
  ) throws(SystemError) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError(errno, at: subject) }
    }
  }

  /// What was found in place of success: the texts of systems and of Foundation differ.
  public var words: String {
    switch code {
    case EACCES, EPERM: "no permission"
    case EROFS: "a read-only volume"
    case ENOSPC, EDQUOT: "no space left"
    case EFBIG: "that a file may not be as large (ulimit -f)"
    case EIO: "a failure of the device"
    case ENAMETOOLONG: "a path that is too long"
    case ELOOP: "links that lead in a circle"
    case ENOTDIR: "a file where a folder must be"
    case EISDIR: "a folder where a file must be"
    case EEXIST, ENOTEMPTY: "that something else was put there meanwhile"
    case ENOENT: "that a folder of its path is gone"
    case EBUSY, EXDEV: "a mount point or a container's layer, which cannot be moved"
    case EMFILE, ENFILE: "too many open files"
    case ENOMEM: "no memory left"
    case EBADF: "it closed"
    case EPIPE: "that nobody reads it any more"
    default: "error \(code) of the system (\(String(cString: strerror(code))))"
    }
  }
}

extension InputErrors {
  /// Says in words why something cannot be written.
  init(cannotWrite noun: String, at path: String, because error: any Error) {
    switch error {
    case let error as InputErrors: self = error
    case let error as SystemError:
      let place = error.subject.isEmpty || error.subject == path ? "" : " at \(error.subject)"
      self.init(
        .cannotWrite, at: path, "expected to write \(noun) here, found \(error.words)\(place)")
    default:
      self.init(
        .cannotWrite, at: path,
        "expected to write \(noun) here, found \(error.localizedDescription)")
    }
  }
}
