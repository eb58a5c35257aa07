import Foundation

extension NetworkFolder {
  /// What may happen to a folder that is in the way.
  public enum Replacing: Hashable, Sendable {
    case nothing
    /// A folder with nothing in it but files of the same names makes room.
    case sameFiles
  }

  /// Writes a folder whole or not at all: beside its place first, then renamed.
  ///
  /// `write` hands the text of a file to its second argument, piece by piece.
  public static func write(
    _ names: [String], to path: String, replacing: Replacing,
    _ write: (String, (String) throws -> Void) throws -> Void
  ) throws(InputErrors) {
    try checkRoom(at: path, for: names, replacing: replacing)
    let place = FilePath.trimmingSlashes(path)
    let process = ProcessInfo.processInfo.processIdentifier
    let draft = FilePath.join(
      FilePath.folder(of: place), ".\(FilePath.name(of: place)).\(process).partial")
    let manager = FileManager.default
    do {
      try? manager.removeItem(atPath: draft)
      try manager.createDirectory(atPath: draft, withIntermediateDirectories: true)
      for name in names {
        let url = URL(fileURLWithPath: FilePath.join(draft, name))
        try Data().write(to: url)
        let file = try FileHandle(forWritingTo: url)
        try write(name) { text in try file.write(contentsOf: Data(text.utf8)) }
        try file.close()
      }
      if manager.fileExists(atPath: place) {
        let old = draft + ".old"
        try manager.moveItem(atPath: place, toPath: old)
        do {
          try manager.moveItem(atPath: draft, toPath: place)
        } catch {
          try? manager.moveItem(atPath: old, toPath: place)
          throw error
        }
        try? manager.removeItem(atPath: old)
      } else {
        try manager.moveItem(atPath: draft, toPath: place)
      }
    } catch {
      try? manager.removeItem(atPath: draft)
      throw failure(path, "expected to write a folder here, found \(error.localizedDescription)")
    }
  }

  /// Throws what `write` would throw because of what is in the way: asked before a long import.
  public static func checkRoom(
    at path: String, for names: [String], replacing: Replacing
  ) throws(InputErrors) {
    let place = FilePath.trimmingSlashes(path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw failure(path, "expected a folder or nothing here, found a file")
    }
    let present = FileManager.default.subpaths(atPath: place)?.sorted() ?? []
    if present.isEmpty { return }
    if let other = present.first(where: { !names.contains($0) }) {
      throw failure(path, "expected an empty folder or nothing here, found \"\(other)\"")
    }
    guard replacing == .sameFiles else {
      throw failure(
        path, "expected an empty folder or nothing here, found a network",
        hint: "--force replaces it")
    }
  }

  private static func failure(
    _ path: String, _ problem: String, hint: String? = nil
  ) -> InputErrors {
    InputErrors(.cannotWrite, at: path, problem, hint: hint)
  }
}
