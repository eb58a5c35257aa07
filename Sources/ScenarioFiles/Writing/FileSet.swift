public import Foundation

/// Files that belong together, in a folder that may hold others.
public enum FileSet {
  /// What may happen to files that are in the way.
  public enum Replacing: Hashable, Sendable {
    case nothing
    case sameNames
  }

  /// Writes all of the files or none; the other files of the folder stay.
  public static func write(
    _ files: [(name: String, bytes: Data)], into folder: String, replacing: Replacing
  ) throws(InputErrors) {
    let names = files.map(\.name)
    try Replacement.write(
      folder: folder,
      staying: { _ in
        try checkRoom(in: folder, for: names, replacing: replacing)
        return { !names.contains($0) }
      },
      { draft in for file in files { try draft.write(file.bytes, to: file.name) } })
  }

  /// Throws what `write` would throw because of what is in the way: asked before long work.
  public static func checkRoom(
    in folder: String, for names: [String], replacing: Replacing
  ) throws(InputErrors) {
    let place = try WritingPlace(folder: folder)
    do {
      try Replacement.clear(place)
      for name in names {
        let file = FilePath.join(folder, name)
        switch try FileSystem.kind(of: FilePath.join(place.path, name)) {
        case nil: continue
        case .folder?:
          throw InputErrors(
            .cannotWrite, at: file, "expected a file or nothing here, found a folder")
        default:
          if replacing == .sameNames { continue }
          throw InputErrors(
            .cannotWrite, at: file, "expected nothing here, found a file",
            hint: "--force replaces it")
        }
      }
    } catch {
      throw InputErrors(cannotWrite: "a folder", at: folder, because: error)
    }
  }

  /// Replaces one file whole or not at all.
  public static func write(_ bytes: Data, to file: String) throws(InputErrors) {
    try Replacement.write(bytes, file: file)
  }
}
