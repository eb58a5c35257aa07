import Foundation

/// A number that only one user knows: who signs with it has written the file.
///
/// Whether numbers kept from an earlier run are right could be told only by working them out again.
/// That nobody else has written them can be told at once: files of other people are made anew.
public struct CacheSecret: Sendable {
  let bytes: Data

  private static let length = 32

  /// `$XDG_STATE_HOME/noriai/cache.secret`, or in `~/.local/state`; made when it is first needed.
  public static let standard = CacheSecret(keptIn: standardFile)

  private static var standardFile: String {
    let state = ProcessInfo.processInfo.environment["XDG_STATE_HOME"]
    let folder =
      state.flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? FilePath.join(NSHomeDirectory(), ".local/state")
    return FilePath.join(folder, "noriai/cache.secret")
  }

  /// `nil` where the file can neither be read nor be made, or where others can read it.
  public init?(keptIn file: String) {
    guard let bytes = Self.read(file) ?? Self.make(file) else { return nil }
    self.bytes = bytes
  }

  private static func read(_ file: String) -> Data? {
    var status = stat()
    guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_mode & 0o077 == 0, status.st_size == length
    else { return nil }
    return FileManager.default.contents(atPath: file)
  }

  /// Readable by nobody else at any moment, and never half written.
  private static func make(_ file: String) -> Data? {
    var random = SystemRandomNumberGenerator()
    let bytes = Data((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) })
    let draft = "\(file).\(ProcessInfo.processInfo.processIdentifier).partial"
    let files = FileManager.default
    let isMade =
      (try? files.createDirectory(
        atPath: FilePath.folder(of: file), withIntermediateDirectories: true)) != nil
      && files.createFile(
        atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600])
    guard isMade, let handle = FileHandle(forWritingAtPath: draft) else { return nil }
    defer { unlink(draft) }
    guard (try? handle.write(contentsOf: bytes)) != nil, (try? handle.close()) != nil,
      chmod(draft, 0o600) == 0, rename(draft, file) == 0
    else { return nil }
    // Another process may have put its own in the place meanwhile.
    return read(file)
  }
}
