/// What tells traces from others: SHA-256 in lower-case hexadecimal.
public struct TraceDigests: Hashable, Sendable {
  /// Of the record lines, without the heading and uncompressed.
  public let lines: String
  /// Of the columns of version 1, as earlier versions of Noriai stored it.
  public let columns: String

  public init(lines: String, columns: String) {
    self.lines = lines
    self.columns = columns
  }
}
