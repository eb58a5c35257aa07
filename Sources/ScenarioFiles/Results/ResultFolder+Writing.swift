public import Foundation

extension ResultFolder {
  /// What may happen to results that are in the way; nothing else ever makes room.
  public enum Replacing: Hashable, Sendable {
    /// Only those of the same inputs make room, with nothing beside them.
    case sameInputs
    /// Those of any inputs make room; files beside them stay where they are.
    case anyInputs
  }

  /// Writes a folder whole or not at all: beside its place first, then exchanged.
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
    try Replacement.write(
      folder: path,
      staying: { place in
        let replaced = try files(at: place, madeRoomFor: manifest, replacing)
        return { !replaced.contains($0) }
      },
      { draft in
        for (file, bytes) in contents + [(manifestName, manifest.json)] {
          try draft.write(bytes, to: file)
        }
      })
    return ResultFolder(path: path, manifest: manifest)
  }

  /// Puts files into the folder, in place of those of the same paths, and lists them with their
  /// digests in the manifest; all other files stay.
  public func add(_ contents: [(path: String, bytes: Data)]) throws(InputErrors) {
    let manifest = manifest.listing(contents)
    let listed = Set(self.manifest.files + [Self.manifestName])
    let replaced = Set(contents.map(\.path) + [Self.manifestName]).intersection(listed)
    try Replacement.write(
      folder: path,
      staying: { place in
        guard try Self.open(path).manifest == self.manifest else {
          throw Self.failure(path, "expected the results that were read, found others")
        }
        try Self.checkMaps(Self.present(at: place), at: path, listed: listed)
        return { !replaced.contains($0) }
      },
      { draft in
        for (file, bytes) in contents + [(Self.manifestName, manifest.json)] {
          try draft.write(bytes, to: file)
        }
      })
  }

  /// Throws what `write` would throw because of what is in the way: asked before a long run.
  public static func checkRoom(
    at path: String, for manifest: Manifest, replacing: Replacing
  ) throws(InputErrors) {
    let place = try WritingPlace(folder: path)
    do {
      try Replacement.clear(place)
      _ = try files(at: place, madeRoomFor: manifest, replacing)
    } catch {
      throw InputErrors(cannotWrite: "a folder", at: path, because: error)
    }
  }

  /// The files of the results that are there; throws where they may not be replaced.
  private static func files(
    at place: WritingPlace, madeRoomFor manifest: Manifest, _ replacing: Replacing
  ) throws -> Set<String> {
    guard try FileSystem.kind(of: place.path) == .folder,
      try !FileSystem.names(in: place.path).isEmpty
    else { return [] }
    let path = place.named
    guard let old = try? open(place.path) else {
      throw failure(
        path, "expected a result folder or nothing here, found other files",
        hint: "nothing replaces them, not even --force: name another folder")
    }
    let listed = Set(old.manifest.files + [manifestName])
    let present = try present(at: place)
    try checkMaps(present, at: path, listed: listed)
    if replacing == .anyInputs { return listed }
    guard old.manifest.hasSameInputs(as: manifest) else {
      throw failure(
        path, "expected results of the same inputs or nothing here, found those of others",
        hint: "--force replaces them")
    }
    if let foreign = present.first(where: { !listed.contains($0) }) {
      throw failure(
        path, "expected nothing but results here, found \"\(foreign)\"",
        hint: "--force replaces the results and keeps it")
    }
    return listed
  }

  /// What SQLite keeps beside a map that another program has open would spoil the next one.
  private static func checkMaps(
    _ present: [String], at path: String, listed: Set<String>
  ) throws(InputErrors) {
    let open = present.first { file in
      ["-wal", "-journal"].contains { suffix in
        file.hasSuffix(suffix) && listed.contains(String(file.dropLast(suffix.count)))
      }
    }
    if let open {
      throw failure(
        path, "expected maps that no other program has open, found \"\(open)\"",
        hint: "close the map in QGIS and the like, or remove what a crash has left")
    }
  }

  /// All files of the folder, links themselves.
  private static func present(at place: WritingPlace) throws -> [String] {
    try FileSystem.files(below: place.path)
  }

  private static func failure(
    _ path: String, _ problem: String, hint: String? = nil
  ) -> InputErrors {
    InputErrors(.cannotWrite, at: path, problem, hint: hint)
  }
}
