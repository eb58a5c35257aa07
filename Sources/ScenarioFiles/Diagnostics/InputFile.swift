public import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads files that a user names, and says in plain words why one cannot be read.
public enum InputFile {
  /// What was found where a file was expected.
  public struct Unreadable: Error, Hashable, Sendable {
    public let found: String
    /// Whether there is nothing at all.
    var isMissing = false

    public var problem: String { "expected a file that can be read, found \(found)" }
  }

  public static func bytes(at path: String) throws(Unreadable) -> Data {
    if let found = obstacle(at: path) { throw found }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Unreadable(found: "one that the system cannot read at \"\(path)\"")
    }
    return data
  }

  /// Why nothing can be read there; `nil` where a file can.
  public static func obstacle(at path: String) -> Unreadable? {
    if path.isEmpty { return Unreadable(found: "an empty path") }
    if path.utf8.contains(0) { return Unreadable(found: "a path with U+0000 in it") }
    if FilePath.isFolder(path) { return Unreadable(found: "a folder at \"\(path)\"") }
    // Asked, not opened: what a pipe holds can be read only once.
    guard access(path, R_OK) != 0 else { return nil }
    let code = errno
    return Unreadable(
      found: "\(reason(code, at: path)) at \"\(path)\"", isMissing: code == ENOENT)
  }

  /// Whether there is a file that can be read, and no device or pipe that may never end.
  public static func isPlain(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, R_OK) == 0
  }

  private static func reason(_ code: Int32, at path: String) -> String {
    switch code {
    case ENOENT:
      (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == nil
        ? "none" : "a link to nothing"
    case ENOTDIR: "a file in place of one of its folders"
    case EACCES, EPERM: "no permission to read it"
    case ENAMETOOLONG: "a path that is too long"
    case ELOOP: "links that lead in a circle"
    default: "one that the system cannot read (\(String(cString: strerror(code))))"
    }
  }
}
