public import Journal

/// The digests of a run, whose days come one by one and need not be kept.
public struct TraceDigest {
  private var lines = SHA256()
  private var columns = SHA256()

  public init() {}

  /// The next day.
  public mutating func add(_ trace: Trace) {
    TraceCodec.write(trace) { lines.update($0) }
    TraceColumns.write(trace) { columns.update($0) }
  }

  /// Of the days so far.
  public var values: TraceDigests {
    TraceDigests(lines: lines.hexadecimal, columns: columns.hexadecimal)
  }
}
