import Foundation

/// Puts something new in a place in one step: whoever looks there finds the old or the new, whole.
///
/// The new is written beside the place, and is on the device before the two are exchanged. That is
/// one call of the system (`renameat2` on Linux, `renamex_np` on macOS). Where the file system has
/// none, the old is moved aside first; a run killed just then leaves it there, and the next one puts
/// it back. What killed runs leave beside the place is removed by the next run that writes there.
enum Replacement {
  /// How long another process may be writing to the same place.
  private static let patience = Duration.seconds(30)

  /// A folder; `stays` tells, under the lock, which of the files that are there stay in it, and
  /// throws where none may be replaced.
  static func write(
    folder named: String, staying stays: (WritingPlace) throws -> (String) -> Bool,
    _ fill: (FolderDraft) throws -> Void
  ) throws(InputErrors) {
    do {
      try FileSystem.makeFolders(try WritingPlace(folder: named).folder)
      try holding(try WritingPlace(folder: named)) { place in
        let staying = try stays(place)
        let draft = try FolderDraft(for: place)
        try fill(draft)
        try draft.take(staying)
        try draft.sync()
        try exchange(place)
      }
    } catch {
      throw InputErrors(cannotWrite: "a folder", at: named, because: error)
    }
  }

  /// A single file.
  static func write(_ bytes: Data, file named: String) throws(InputErrors) {
    do {
      try FileSystem.makeFolders(try WritingPlace(file: named).folder)
      try holding(try WritingPlace(file: named)) { place in
        try FileSystem.makeFile(place.draft) { try $0.append(bytes) }
        try FileSystem.copyPermissions(of: place.path, to: place.draft)
        try FileSystem.move(place.draft, to: place.path)
        try FileSystem.syncFolder(place.folder)
      }
    } catch {
      throw InputErrors(cannotWrite: "a file", at: named, because: error)
    }
  }

  /// Puts right what killed runs have left beside a place, unless somebody is writing there.
  static func clear(_ place: WritingPlace) throws(SystemError) {
    for leftover in [place.draft, place.aside, place.lock] {
      guard try FileSystem.kind(of: leftover) != nil else { continue }
      guard let lock = try WriteLock(place, patience: .zero) else { return }
      defer { lock.release() }
      return try putRight(place)
    }
  }

  private static func holding(
    _ place: WritingPlace, _ work: (WritingPlace) throws -> Void
  ) throws {
    guard let lock = try WriteLock(place, patience: patience) else {
      throw InputErrors(
        .cannotWrite, at: place.named,
        "expected that nobody else writes here, found another run that does")
    }
    defer { lock.release() }
    try putRight(place)
    do {
      try work(place)
    } catch {
      // Should this fail too, the next run removes the draft; the first error says more.
      try? FileSystem.remove(place.draft)
      throw error
    }
    do {
      try FileSystem.remove(place.draft)
      try FileSystem.remove(place.aside)
    } catch {
      throw InputErrors(
        .cannotWrite, at: place.named,
        "written, but expected to remove what was here before, found \(error.words) "
          + "at \(error.subject)")
    }
  }

  /// Under the lock.
  private static func putRight(_ place: WritingPlace) throws(SystemError) {
    if try FileSystem.kind(of: place.path) == nil, try FileSystem.kind(of: place.aside) != nil {
      try FileSystem.move(place.aside, to: place.path)
      try FileSystem.syncFolder(place.folder)
    }
    try FileSystem.remove(place.draft)
    try FileSystem.remove(place.aside)
  }

  private static func exchange(_ place: WritingPlace) throws(SystemError) {
    if try FileSystem.kind(of: place.path) == nil {
      try FileSystem.move(place.draft, to: place.path)
    } else if try !FileSystem.exchange(place.draft, place.path) {
      try FileSystem.move(place.path, to: place.aside)
      do {
        try FileSystem.move(place.draft, to: place.path)
      } catch {
        try FileSystem.move(place.aside, to: place.path)
        throw error
      }
    }
    try FileSystem.syncFolder(place.folder)
  }
}
