import Foundation

extension NetworkFolder {
  /// What may happen to a folder that is in the way.
  public enum Replacing: Hashable, Sendable {
    case nothing
    /// A folder with nothing in it but files of the same names makes room.
    case sameFiles
  }

  /// Writes a folder whole or not at all: beside its place first, then exchanged.
  ///
  /// `write` hands the text of a file to its second argument, piece by piece.
  public static func write(
    _ names: [String], to path: String, replacing: Replacing,
    _ write: (String, (String) throws -> Void) throws -> Void
  ) throws(InputErrors) {
    try Replacement.write(
      folder: path,
      staying: { place in
        try check(place, for: names, replacing)
        return { !isOurs($0, names) }
      },
      { draft in
        for name in names {
          try draft.write(name) { file in
            try write(name) { text in try file.append(Data(text.utf8)) }
          }
        }
      })
  }

  /// Throws what `write` would throw because of what is in the way: asked before a long import.
  public static func checkRoom(
    at path: String, for names: [String], replacing: Replacing
  ) throws(InputErrors) {
    let place = try WritingPlace(folder: path)
    do {
      try Replacement.clear(place)
      try check(place, for: names, replacing)
    } catch {
      throw InputErrors(cannotWrite: "a folder", at: path, because: error)
    }
  }

  private static func check(
    _ place: WritingPlace, for names: [String], _ replacing: Replacing
  ) throws {
    guard try FileSystem.kind(of: place.path) == .folder else { return }
    let present = try FileSystem.names(in: place.path)
    if present.isEmpty { return }
    if let other = present.first(where: { !isOurs($0, names) }) {
      throw failure(place.named, "expected an empty folder or nothing here, found \"\(other)\"")
    }
    guard replacing == .sameFiles else {
      throw failure(
        place.named, "expected an empty folder or nothing here, found a network",
        hint: "--force replaces it")
    }
  }

  /// Runs keep the index of a large network beside it.
  private static func isOurs(_ name: String, _ names: [String]) -> Bool {
    names.contains(name) || WritingPlace.isLeftover(name)
      || names.contains { RoutingIndexCache(beside: $0).path == name }
  }

  private static func failure(
    _ path: String, _ problem: String, hint: String? = nil
  ) -> InputErrors {
    InputErrors(.cannotWrite, at: path, problem, hint: hint)
  }
}
