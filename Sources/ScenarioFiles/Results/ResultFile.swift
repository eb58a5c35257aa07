import Foundation

/// Reads one file of a result folder, within limits: the folder may be anybody's.
enum ResultFile {
  /// A year of a town of 100,000 bookings a day stays well below it.
  static let mostBytes = 2 << 30
  /// Of `manifest.json`, `summary.json` and `rules.json`.
  static let mostBytesOfJSON = 64 << 20

  static func bytes(at path: String) throws(InputErrors) -> Data {
    try bytes(at: path, atMost: mostBytes)
  }

  static func json(at path: String) throws(InputErrors) -> Data {
    try bytes(at: path, atMost: mostBytesOfJSON)
  }

  /// The SHA-256 of a file of any size.
  static func digest(at path: String) throws(InputErrors) -> String {
    _ = try size(of: path)
    guard let file = FileHandle(forReadingAtPath: path) else { throw unreadable(path) }
    defer { try? file.close() }
    var digest = SHA256()
    do {
      while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { digest.update(piece) }
    } catch {
      throw unreadable(path)
    }
    return digest.hexadecimal
  }

  private static func bytes(at path: String, atMost most: Int) throws(InputErrors) -> Data {
    let size = try size(of: path)
    guard size <= most else {
      throw InputErrors(at: path, "expected at most \(most >> 20) MB, found \(size >> 20) MB")
    }
    do throws(InputFile.Unreadable) {
      return try InputFile.bytes(at: path)
    } catch {
      throw InputErrors(error, in: path)
    }
  }

  /// A pipe or a device may never end.
  private static func size(of path: String) throws(InputErrors) -> Int {
    if let unreadable = InputFile.obstacle(at: path) { throw InputErrors(unreadable, in: path) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw unreadable(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw InputErrors(at: path, "expected a file, found something else")
    }
    return Int(status.st_size)
  }

  private static func unreadable(_ path: String) -> InputErrors {
    InputErrors(.missingFile, at: path, "expected a file that can be read, found another")
  }
}
