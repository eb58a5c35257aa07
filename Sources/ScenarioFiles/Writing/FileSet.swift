public import Foundation

/// Files that belong together, in a folder that may hold others.
public enum FileSet {
  /// Replaces the files at these paths once all of them are written; on an error, none of them.
  public static func write(
    _ files: [(name: String, bytes: Data)], into folder: String
  ) throws(InputErrors) {
    let process = ProcessInfo.processInfo.processIdentifier
    let moves = files.map { file in
      let target = FilePath.join(folder, file.name)
      let draft = ".\(FilePath.name(of: target)).\(process).partial"
      return (draft: FilePath.join(FilePath.folder(of: target), draft), target: target)
    }
    defer { for move in moves { try? FileManager.default.removeItem(atPath: move.draft) } }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for (file, move) in zip(files, moves) {
        try FileManager.default.createDirectory(
          atPath: FilePath.folder(of: move.target), withIntermediateDirectories: true)
        try file.bytes.write(to: URL(fileURLWithPath: move.draft))
      }
    } catch {
      throw InputErrors(cannotWriteFilesIn: folder, because: error)
    }
    // A folder is all that a finished file cannot take the place of.
    if let (_, target) = moves.first(where: { FilePath.isFolder($0.target) }) {
      throw InputErrors(
        .cannotWrite, at: target, "expected a file or nothing here, found a folder")
    }
    for (draft, target) in moves {
      guard rename(draft, target) == 0 else {
        throw InputErrors(
          .cannotWrite, at: target, "expected to write a file here, found error \(errno)")
      }
    }
  }
}

extension InputErrors {
  /// Names the system's reason in one way: Foundation's own texts differ between systems.
  init(cannotWriteFilesIn folder: String, because error: any Error) {
    let reason =
      switch (error as? CocoaError)?.code {
      case .fileWriteNoPermission?: "no permission to"
      case .fileWriteOutOfSpace?: "no space left"
      case .fileWriteVolumeReadOnly?: "a read-only volume"
      default: "\(error.localizedDescription)"
      }
    self.init(.cannotWrite, at: folder, "expected to write a folder here, found \(reason)")
  }
}
