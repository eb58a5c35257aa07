import CExchange
import Foundation

extension FileSystem {
  /// Makes a folder with those above it, where they are missing.
  static func makeFolders(_ path: String) throws(SystemError) {
    do {
      try SystemError.check(path) { mkdir(path, 0o777) }
      return
    } catch {
      switch error.code {
      case EEXIST:
        // A link may lead to a folder.
        if FilePath.isFolder(path) { return }
        throw SystemError(ENOTDIR, at: path)
      case ENOENT where !FilePath.folder(of: path).isEmpty: break
      default: throw error
      }
    }
    try makeFolders(FilePath.folder(of: path))
    try SystemError.check(path) { mkdir(path, 0o777) }
  }

  /// A file that is open for writing.
  struct NewFile {
    fileprivate let descriptor: Int32
    fileprivate let path: String

    func append(_ bytes: Data) throws(SystemError) {
      try FileSystem.write(bytes, to: descriptor, named: path)
    }
  }

  /// Writes a file that is not there yet, and waits until it is on the device.
  static func makeFile(_ path: String, _ fill: (NewFile) throws -> Void) throws {
    let file = try SystemError.check(path) {
      open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    do {
      try fill(NewFile(descriptor: file, path: path))
      try sync(file, of: path)
    } catch {
      close(file)
      throw error
    }
    // Some network volumes say here that there was no space.
    guard close(file) == 0 || errno == EINTR else { throw SystemError(errno, at: path) }
  }

  /// Waits until the entries of a folder are on the device.
  static func syncFolder(_ path: String) throws(SystemError) {
    let folder = try SystemError.check(path) { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { close(folder) }
    try sync(folder, of: path)
  }

  private static func sync(_ descriptor: Int32, of path: String) throws(SystemError) {
    do {
      try SystemError.check(path) { fsync(descriptor) }
    } catch {
      // Some file systems have nothing to wait for.
      if error.code != EINVAL, error.code != ENOTSUP, error.code != ENOSYS { throw error }
    }
  }

  /// Gives a file a second name, or a copy where the file system has one name for each.
  static func link(_ path: String, as new: String) throws {
    do {
      try SystemError.check(path) { linkat(AT_FDCWD, path, AT_FDCWD, new, 0) }
    } catch {
      switch error.code {
      case EPERM, EMLINK, ENOTSUP, ENOSYS: try copy(path, as: new)
      default: throw error
      }
    }
  }

  private static func copy(_ path: String, as new: String) throws {
    guard try kind(of: path) == .file else {
      try FileManager.default.copyItem(atPath: path, toPath: new)
      return
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    try makeFile(new) { try $0.append(bytes) }
    try copyPermissions(of: path, to: new)
  }

  static func copyPermissions(of path: String, to new: String) throws(SystemError) {
    guard let status = try status(of: path) else { return }
    try SystemError.check(new) { chmod(new, status.st_mode & 0o7777) }
  }

  /// Moves to where nothing is, or a file in place of another.
  static func move(_ path: String, to new: String) throws(SystemError) {
    try SystemError.check(new) { rename(path, new) }
  }

  /// Two paths exchange what they lead to in one step; `false` where the file system cannot.
  static func exchange(_ a: String, _ b: String) throws(SystemError) -> Bool {
    do {
      try SystemError.check(b) { exchange_paths(a, b) }
      return true
    } catch {
      if error.code == EINVAL || error.code == ENOSYS || error.code == ENOTSUP { return false }
      throw error
    }
  }

  /// Removes what is there with all below it, links themselves; fine where nothing is.
  static func remove(_ path: String) throws(SystemError) {
    do {
      if try kind(of: path) == .folder {
        for name in try names(in: path) { try remove(FilePath.join(path, name)) }
        try SystemError.check(path) { rmdir(path) }
      } else {
        try SystemError.check(path) { unlink(path) }
      }
    } catch {
      if error.code != ENOENT { throw error }
    }
  }
}
