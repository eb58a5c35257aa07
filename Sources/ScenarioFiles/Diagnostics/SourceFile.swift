import Foundation

/// A text file under the path that the user knows it by.
public struct SourceFile: Hashable, Sendable {
  public let path: String
  public let text: String

  /// Reports a file that is missing or no UTF-8, at the field that names it.
  public init?(reading path: String, at origin: Origin, field: String, findings: Findings) {
    let isFolder = FilePath.isFolder(path)
    guard !isFolder, let data = FileManager.default.contents(atPath: path) else {
      let found = isFolder ? "a folder" : "none"
      findings.add(
        .missingFile, at: origin, field,
        "expected a file that can be read, found \(found) at \"\(path)\"")
      return nil
    }
    self.init(path: path, bytes: data, findings: findings)
  }

  /// Reports bytes that are no UTF-8.
  init?(path: String, bytes: Data, findings: Findings) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      findings.add(at: .file(path), "", "expected a text in UTF-8, found other bytes")
      return nil
    }
    self.path = path
    self.text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  /// Line 1 is the first.
  func line(_ number: Int) -> Substring? {
    let lines = text.split(
      maxSplits: number, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }

  public static func == (a: Self, b: Self) -> Bool { a.path == b.path }
  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
