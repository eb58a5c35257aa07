import Mobility

/// The text of traces of version 1: one line per record in 18 columns, those that do not apply empty.
///
/// Digests of earlier versions were taken over these lines, days in order. What a trace says since then
/// is not in them: neither the stops of a plan nor kinds of events that came later.
public enum TraceColumns {
  /// Hands the lines of a day over in pieces of at most 64 kB, so that they need not be kept.
  public static func write(_ trace: Trace, to consume: (Span<UInt8>) -> Void) {
    TracePieces.write(trace.records, to: consume, longest: { _ in longestLine }) { output, record in
      output.append(columnsOf: record, day: trace.day)
    }
  }

  /// Room for 16 numbers of 20 characters at most, two words, and what separates them.
  private static let longestLine = 16 * 21 + 2 * 20
}

extension OutputSpan<UInt8> {
  fileprivate mutating func append(columnsOf record: Record, day: Int) {
    let parts = record.event.parts
    append(decimal: day)
    append(",")
    append(decimal: Int(record.time.milliseconds))
    append(",")
    append(parts.kind.form.name)
    append(",")
    append(column: parts.vehicle?.index)
    append(column: parts.request?.index)
    let terms = parts.promise?.terms
    append(column: parts.from?.index ?? terms?.pickup.index)
    append(column: parts.to?.index ?? terms?.dropoff.index)
    append(column: (parts.driven?.count).map(Int.init))
    append(column: terms?.riders)
    append(column: (terms?.boarding.milliseconds).map(Int.init))
    append(column: (terms?.walk.milliseconds).map(Int.init))
    append(column: (terms?.ready.milliseconds).map(Int.init))
    append(column: (parts.promise?.boarding.milliseconds).map(Int.init))
    append(column: (terms?.latestBoarding.milliseconds).map(Int.init))
    append(column: (terms?.latestArrival.milliseconds).map(Int.init))
    append(column: (terms?.rideLimit.milliseconds).map(Int.init))
    append(column: (terms?.direct.milliseconds).map(Int.init))
    for byte in (parts.reason?.rawValue ?? "").utf8 { append(byte) }
    append("\n")
  }

  private mutating func append(column number: Int?) {
    if let number { append(decimal: number) }
    append(",")
  }
}
