public import Foundation

/// The calls of the system that writing is made of; Foundation keeps their reasons to itself.
public enum FileSystem {
  enum Kind: Hashable {
    case file
    case folder
    case link
    /// A pipe, a device, a socket.
    case other
  }

  /// What a path leads to, a link itself; `nil` where there is nothing.
  static func kind(of path: String) throws(SystemError) -> Kind? {
    try status(of: path).map { status in
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    }
  }

  /// `nil` also below a file: nothing can be there.
  static func status(of path: String) throws(SystemError) -> stat? {
    var status = stat()
    do {
      try SystemError.check(path) { lstat(path, &status) }
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw error
    }
    return status
  }

  /// The absolute path without links; throws `ENOENT` where a link leads nowhere.
  static func resolved(_ path: String) throws(SystemError) -> String {
    guard let resolved = realpath(path, nil) else { throw SystemError(errno, at: path) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What is in a folder, hidden entries too, sorted.
  static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder) else { throw SystemError(errno, at: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let name else { throw SystemError(EILSEQ, at: folder) }
      if name != ".", name != ".." { names.append(name) }
    }
    if errno != 0 { throw SystemError(errno, at: folder) }
    return names.sorted()
  }

  /// The paths of all files below a folder, links themselves, sorted.
  static func files(below folder: String) throws(SystemError) -> [String] {
    var files: [String] = []
    for name in try names(in: folder) {
      let path = FilePath.join(folder, name)
      if try kind(of: path) == .folder {
        files += try self.files(below: path).map { FilePath.join(name, $0) }
      } else {
        files.append(name)
      }
    }
    return files
  }

  /// Throws unless entries of the folder can be made and removed.
  static func checkChanging(_ folder: String) throws(SystemError) {
    try SystemError.check(folder) { access(folder, W_OK | X_OK) }
  }

  /// Writes to an open file or stream, in as many steps as it takes.
  public static func write(
    _ bytes: Data, to descriptor: Int32, named name: String
  ) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      do {
        let count = try SystemError.check(name) {
          rest.withUnsafeBytes { systemWrite(descriptor, $0) }
        }
        rest = rest.dropFirst(count)
      } catch {
        guard error.code == EAGAIN else { throw error }
        // A stream that does not block makes its writer wait.
        var stream = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        try SystemError.check(name) { poll(&stream, 1, -1) }
      }
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    // Beyond 2^31 bytes some systems refuse instead of writing a part.
    Foundation.write(descriptor, bytes.baseAddress, min(bytes.count, 1 << 30))
  }
}
