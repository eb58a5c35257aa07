import Foundation

/// Where something is to be written: links are followed, and what is in the way is said in words.
struct WritingPlace {
  /// As the user wrote it.
  let named: String
  /// Absolute, without links; it may not be there yet.
  let path: String
  /// What was there when the place was looked at.
  private let kind: FileSystem.Kind?

  /// A place for a folder; throws what writing there would throw, as far as can be told before.
  init(folder named: String) throws(InputErrors) {
    try self.init(named, "a folder")
    if kind != nil, kind != .folder {
      throw Self.failure(named, "expected a folder or nothing here, found a file")
    }
    guard kind == .folder else { return }
    let here = FileManager.default.currentDirectoryPath
    if (here + "/").hasPrefix(path == "/" ? path : path + "/") {
      throw Self.failure(
        named, "expected a folder that can be put in place of another, found the current one",
        hint: "go to another folder, and name this one from there")
    }
    do {
      let above = try FileSystem.status(of: folder)
      if try FileSystem.status(of: path)?.st_dev != above?.st_dev {
        throw Self.failure(
          named, "expected a folder that can be moved, found a mount point",
          hint: "name a folder in it")
      }
    } catch {
      throw InputErrors(cannotWrite: "a folder", at: named, because: error)
    }
  }

  /// A place for a file.
  init(file named: String) throws(InputErrors) {
    try self.init(named, "a file")
    if kind == .folder {
      throw Self.failure(named, "expected a file or nothing here, found a folder")
    }
  }

  private init(_ named: String, _ noun: String) throws(InputErrors) {
    guard !named.isEmpty else {
      throw Self.failure("--output", "expected the path of \(noun), found an empty one")
    }
    self.named = named
    do {
      var existing = FilePath.trimmingSlashes(named)
      var missing: [String] = []
      while try FileSystem.kind(of: existing) == nil {
        missing.insert(FilePath.name(of: existing), at: 0)
        let above = FilePath.folder(of: existing)
        existing = above.isEmpty ? "." : FilePath.trimmingSlashes(above)
      }
      let real = try Self.followed(existing)
      kind = try missing.isEmpty ? FileSystem.kind(of: real) : nil
      path = missing.reduce(real, FilePath.join)
      if missing.contains("..") || missing.last == "." {
        throw Self.failure(named, "expected the path of \(noun), found one through no folder")
      }
      let above = missing.isEmpty ? FilePath.folder(of: real) : real
      guard try FileSystem.kind(of: above) == .folder else {
        throw Self.failure(
          named, "expected to write \(noun) here, found that \(existing) is a file")
      }
      try FileSystem.checkChanging(above)
    } catch {
      throw InputErrors(cannotWrite: noun, at: named, because: error)
    }
  }

  private static func followed(_ path: String) throws -> String {
    do throws(SystemError) {
      return try FileSystem.resolved(path)
    } catch {
      guard error.code == ENOENT else { throw error }
      throw failure(path, "expected a folder or nothing here, found a link that leads nowhere")
    }
  }

  private static func failure(
    _ path: String, _ problem: String, hint: String? = nil
  ) -> InputErrors {
    InputErrors(.cannotWrite, at: path, problem, hint: hint)
  }
}

extension WritingPlace {
  var folder: String { FilePath.folder(of: path) }

  /// Where the new is written; after the exchange, where the old is removed.
  var draft: String { beside("draft") }
  /// Where the old waits for the new, where the file system has no exchange.
  var aside: String { beside("old") }
  /// Held by whoever writes here.
  var lock: String { beside("lock") }

  /// Whether a name is one of those that only a killed run leaves.
  static func isLeftover(_ name: String) -> Bool {
    name.hasPrefix(".") && ["draft", "old", "lock"].contains { name.hasSuffix(".noriai-\($0)") }
  }

  private func beside(_ kind: String) -> String {
    let name = FilePath.name(of: path)
    // File systems take 255 bytes for a name.
    let short = name.utf8.count <= 200 ? name : SHA256.hexadecimal(of: Data(name.utf8))
    return FilePath.join(folder, ".\(short).noriai-\(kind)")
  }
}
