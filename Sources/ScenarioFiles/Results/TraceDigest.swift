public import Journal

/// The SHA-256 of the record lines of a run, whose days come one by one and need not be kept.
public struct TraceDigest {
  private var digest = SHA256()

  public init() {}

  /// The next day.
  public mutating func add(_ trace: Trace) {
    TraceCodec.write(trace) { digest.update($0) }
  }

  /// Of the days so far, in lower-case hexadecimal; without the heading and uncompressed.
  public var hexadecimal: String { digest.hexadecimal }
}
