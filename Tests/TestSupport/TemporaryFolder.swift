import Foundation

/// A folder for one test, gone when the test is over.
public final class TemporaryFolder {
  public let path: String

  public init(_ files: [String: String] = [:]) throws {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("noriai-\(UUID().uuidString)")
      .path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  public func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  public subscript(name: String) -> String { path + "/" + name }

  public func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: self[name]) }

  /// Every file, hidden ones too.
  public var names: [String] { (FileManager.default.subpaths(atPath: path) ?? []).sorted() }
}
