import Foundation

/// A folder while it is written, beside the place that it will take.
struct FolderDraft {
  private let place: WritingPlace

  init(for place: WritingPlace) throws(SystemError) {
    self.place = place
    try SystemError.check(place.draft) { mkdir(place.draft, 0o777) }
  }

  func write(_ bytes: Data, to file: String) throws {
    try write(file) { try $0.append(bytes) }
  }

  func write(_ file: String, _ fill: (FileSystem.NewFile) throws -> Void) throws {
    let path = FilePath.join(place.draft, file)
    try FileSystem.makeFolders(FilePath.folder(of: path))
    try FileSystem.makeFile(path, fill)
  }

  /// Takes over those files of the place that stay; none of them may be in the way of a new one.
  func take(_ stays: (String) -> Bool) throws {
    guard try FileSystem.kind(of: place.path) == .folder else { return }
    try take(from: "", stays)
    try FileSystem.copyPermissions(of: place.path, to: place.draft)
  }

  /// Waits until all folders of the draft are on the device; its files are.
  func sync() throws {
    try sync(place.draft)
  }

  private func take(from folder: String, _ stays: (String) -> Bool) throws {
    let old = FilePath.join(place.path, folder)
    // What cannot be removed later must not be replaced now.
    try FileSystem.checkChanging(old)
    let names = try FileSystem.names(in: old)
    if names.isEmpty, !folder.isEmpty { try makeFolder(folder) }
    for name in names {
      let file = FilePath.join(folder, name)
      if try FileSystem.kind(of: FilePath.join(old, name)) == .folder {
        try take(from: file, stays)
      } else if stays(file) {
        try makeFolder(folder)
        let new = FilePath.join(place.draft, file)
        if let kind = try FileSystem.kind(of: new) {
          throw conflict(file, kind == .folder ? "a folder" : "nothing but results", "a file")
        }
        try FileSystem.link(FilePath.join(place.path, file), as: new)
      }
    }
  }

  /// Like the one of the same name in the place.
  private func makeFolder(_ folder: String) throws {
    let new = FilePath.join(place.draft, folder)
    if folder.isEmpty { return }
    switch try FileSystem.kind(of: new) {
    case .folder?: return
    case nil:
      try makeFolder(FilePath.folder(of: folder))
      try SystemError.check(new) { mkdir(new, 0o777) }
      try FileSystem.copyPermissions(of: FilePath.join(place.path, folder), to: new)
    default: throw conflict(folder, "a file or nothing", "a folder")
    }
  }

  private func conflict(_ file: String, _ expected: String, _ found: String) -> InputErrors {
    InputErrors(
      .cannotWrite, at: FilePath.join(place.named, file),
      "expected \(expected) here, found \(found)")
  }

  private func sync(_ folder: String) throws {
    for name in try FileSystem.names(in: folder) {
      let path = FilePath.join(folder, name)
      if try FileSystem.kind(of: path) == .folder { try sync(path) }
    }
    try FileSystem.syncFolder(folder)
  }
}
