/// A file of a result folder as its manifest lists it.
public struct ListedFile: Hashable, Sendable {
  /// In the folder.
  public let path: String
  /// The SHA-256 of its bytes, in lower-case hexadecimal.
  public let digest: String

  public init(path: String, digest: String) {
    self.path = path
    self.digest = digest
  }

  /// Whether the path leads to a place in the folder, written in the only way.
  var isInside: Bool {
    path.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.contains("\0") }
  }
}

extension ListedFile: Codable {
  private enum CodingKeys: String, CodingKey {
    case path
    case digest = "sha256"
  }
}
