import Mobility

/// The canonical text of traces: one line per record, whole numbers only.
///
/// A column that does not apply is empty. The digest of a run is taken over these lines, days in
/// order, without the heading.
public enum TraceCodec {
  public static let version = 1
  public static let heading =
    "day,time_ms,event,vehicle,request,from,to,driven_m,riders,boarding_ms,walk_ms,ready_ms,"
    + "promised_ms,latest_boarding_ms,latest_arrival_ms,ride_limit_ms,direct_ms,reason\n"

  /// A line that is no record, counted from 1 without the heading.
  public struct Malformed: Error, Hashable, Sendable {
    public let line: Int
  }

  private static let pieceSize = 1 << 16

  /// Hands the lines of a day over in pieces of at most 64 kB, so that they need not be kept.
  public static func write(_ trace: Trace, to consume: (Span<UInt8>) -> Void) {
    var piece: [UInt8] = []
    piece.reserveCapacity(pieceSize)
    var rest = trace.records[...]
    while !rest.isEmpty {
      piece.append(addingCapacity: pieceSize) { output in
        while output.freeCapacity >= longestLine, let record = rest.popFirst() {
          output.append(record, day: trace.day)
        }
      }
      consume(piece.span)
      piece.removeAll(keepingCapacity: true)
    }
  }

  /// The traces of all days in `lines`, which has no heading.
  public static func traces(in lines: String) throws(Malformed) -> [Trace] {
    var traces: [Trace] = []
    for (number, line) in zip(1..., lines.split(separator: "\n")) {
      guard let (day, record) = parse(line) else { throw Malformed(line: number) }
      if traces.last?.day != day { traces.append(Trace(day: day)) }
      traces[traces.count - 1].records.append(record)
    }
    return traces
  }

  private static func parse(_ line: Substring) -> (day: Int, record: Record)? {
    guard let f = Fields(line) else { return nil }
    let event: Event? =
      switch f.name {
      case "on_duty": f.vehicleAtPlace.map { .onDuty($0, at: $1) }
      case "booked": f.request.map { .booked($0) }
      case "refused": f.refusal.map { .refused($0, $1) }
      case "accepted": f.acceptance.map { .accepted($0.terms.request, by: $1, $0) }
      case "reassigned": f.requestOnVehicle.map { .reassigned($0, to: $1) }
      case "replanned": f.vehicle.map { .replanned($0) }
      case "repositioned": f.vehicleAtPlace.map { .repositioned($0, to: $1) }
      case "halted": f.vehicleAtPlace.map { .halted($0, at: $1) }
      case "departed": f.leg.map { .departed($0, from: $1, to: $2) }
      case "diverted": f.leg.map { .diverted($0, at: $1, to: $2) }
      case "arrived": f.arrival.map { .arrived($0, at: $1, driven: $2) }
      case "boarded": f.requestAtPlace.map { .boarded($0, on: $1, at: $2) }
      case "alighted": f.requestAtPlace.map { .alighted($0, from: $1, at: $2) }
      case "off_duty": f.vehicleAtPlace.map { .offDuty($0, at: $1) }
      default: nil
      }
    guard let event else { return nil }
    return (f.day, Record(f.time, event))
  }
}
