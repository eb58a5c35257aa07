public import Foundation

extension ResultFolder {
  /// What may happen to a folder that is in the way.
  public enum Replacing: Hashable, Sendable {
    /// Only the results of the same inputs make room.
    case sameInputs
    /// Whatever is there makes room.
    case anything
  }

  /// Writes a folder whole or not at all: beside its place first, then renamed.
  ///
  /// The manifest is completed with the other files, whose paths are relative, and their digests.
  @discardableResult
  public static func write(
    _ contents: [(path: String, bytes: Data)], manifest: Manifest, to path: String,
    replacing: Replacing = .sameInputs
  ) throws(InputErrors) -> ResultFolder {
    precondition(
      contents.allSatisfy {
        !$0.path.hasPrefix("/") && !$0.path.split(separator: "/").contains("..")
      },
      "a file outside the result folder")
    var manifest = manifest
    manifest.listed = []
    manifest = manifest.listing(contents)
    let place = FilePath.trimmingSlashes(path)
    try checkRoom(at: path, for: manifest, replacing: replacing)

    let process = ProcessInfo.processInfo.processIdentifier
    let name = FilePath.name(of: place)
    let draft = FilePath.join(FilePath.folder(of: place), ".\(name).\(process).partial")
    do {
      try? FileManager.default.removeItem(atPath: draft)
      for (file, bytes) in contents + [(manifestName, manifest.json)] {
        let target = FilePath.join(draft, file)
        try FileManager.default.createDirectory(
          atPath: FilePath.folder(of: target), withIntermediateDirectories: true)
        try bytes.write(to: URL(fileURLWithPath: target))
      }
      try move(draft, to: place, aside: draft + ".old")
    } catch {
      try? FileManager.default.removeItem(atPath: draft)
      throw InputErrors(cannotWriteFilesIn: path, because: error)
    }
    return ResultFolder(path: path, manifest: manifest)
  }

  /// Puts files into the folder, in place of those of the same paths, and lists them with their
  /// digests in the manifest.
  public func add(_ contents: [(path: String, bytes: Data)]) throws(InputErrors) {
    let files = contents.map { (name: $0.path, bytes: $0.bytes) }
    try FileSet.write(
      files + [(Self.manifestName, manifest.listing(contents).json)], into: path)
  }

  /// Throws what `write` would throw because of what is in the way: asked before a long run.
  public static func checkRoom(
    at path: String, for manifest: Manifest, replacing: Replacing
  ) throws(InputErrors) {
    let path = FilePath.trimmingSlashes(path)
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard FilePath.isFolder(path) else {
      throw failure(path, "expected a folder or nothing here, found a file")
    }
    let present = FileManager.default.subpaths(atPath: path)?.sorted() ?? []
    if replacing == .anything || present.isEmpty { return }
    let force = "--force replaces it"
    guard let old = try? open(path) else {
      throw failure(
        path, "expected a result folder or nothing here, found other files", hint: force)
    }
    guard old.manifest.hasSameInputs(as: manifest) else {
      throw failure(
        path, "expected results of the same inputs or nothing here, found those of others",
        hint: force)
    }
    let ours = Set(old.manifest.files + [manifestName])
    let foreign = present.first {
      !ours.contains($0) && !FilePath.isFolder(FilePath.join(path, $0))
    }
    if let foreign {
      throw failure(
        path, "expected nothing but results here, found \"\(foreign)\"", hint: force)
    }
  }

  private static func move(_ draft: String, to path: String, aside: String) throws {
    let files = FileManager.default
    guard files.fileExists(atPath: path) else {
      try files.moveItem(atPath: draft, toPath: path)
      return
    }
    try files.moveItem(atPath: path, toPath: aside)
    do {
      try files.moveItem(atPath: draft, toPath: path)
    } catch {
      try? files.moveItem(atPath: aside, toPath: path)
      throw error
    }
    try? files.removeItem(atPath: aside)
  }

  private static func failure(
    _ path: String, _ problem: String, hint: String? = nil
  ) -> InputErrors {
    InputErrors(.cannotWrite, at: path, problem, hint: hint)
  }
}
