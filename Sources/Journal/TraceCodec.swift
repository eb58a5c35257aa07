import Mobility

/// The canonical text of traces: a line of JSON for each record, whole numbers only.
///
/// Every kind of event has its own members, in a fixed order and all of them. The digest of a run is
/// taken over these lines, days in order, without the heading.
/// - SeeAlso: JSON Lines, https://jsonlines.org.
public enum TraceCodec {
  public static let version = 2
  public static let heading = "{\"trace_version\":2}\n"

  /// A line that is no record, counted from 1 without the heading.
  public struct Malformed: Error, Hashable, Sendable {
    public let line: Int
  }

  /// Hands the lines of a day over in pieces of about 64 kB, so that they need not be kept.
  public static func write(_ trace: Trace, to consume: (Span<UInt8>) -> Void) {
    TracePieces.write(trace.records, to: consume, longest: longestLine) { output, record in
      output.append(record, day: trace.day)
    }
  }

  /// Room for the line of a record.
  private static func longestLine(_ record: Record) -> Int {
    guard case .replanned(_, let stops) = record.event else { return 640 }
    return 160 + 80 * stops.count
  }

  /// The traces of all days in `lines`, which has no heading.
  public static func traces(in lines: String) throws(Malformed) -> [Trace] {
    var traces: [Trace] = []
    for (number, line) in zip(1..., lines.split(separator: "\n", omittingEmptySubsequences: false))
    {
      // The last line ends as well.
      if line.isEmpty && line.endIndex == lines.endIndex { break }
      var scanner = TraceScanner(line)
      guard let (day, record) = scanner.record() else { throw Malformed(line: number) }
      if traces.last?.day != day { traces.append(Trace(day: day)) }
      traces[traces.count - 1].records.append(record)
    }
    return traces
  }
}
