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

  public static func lines(of trace: Trace) -> String {
    var text = ""
    for record in trace.records {
      text += line(of: record, day: trace.day)
      text += "\n"
    }
    return text
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

  private static func line(of record: Record, day: Int) -> String {
    var f = Fields(day: day, time: record.time)
    switch record.event {
    case .onDuty(let vehicle, let place):
      f.name = "on_duty"
      f[.vehicle] = vehicle.index
      f[.to] = place.index
    case .booked(let request):
      f.name = "booked"
      f[.request] = request.index
    case .refused(let request, let reason):
      f.name = "refused"
      f[.request] = request.index
      f.reason = reason.rawValue
    case .accepted(let request, let vehicle, let promise):
      let terms = promise.terms
      f.name = "accepted"
      f[.vehicle] = vehicle.index
      f[.request] = request.index
      f[.from] = terms.pickup.index
      f[.to] = terms.dropoff.index
      f[.riders] = terms.riders
      f[.boarding] = Int(terms.boarding.milliseconds)
      f[.walk] = Int(terms.walk.milliseconds)
      f[.ready] = Int(terms.ready.milliseconds)
      f[.promised] = Int(promise.boarding.milliseconds)
      f[.latestBoarding] = Int(terms.latestBoarding.milliseconds)
      f[.latestArrival] = Int(terms.latestArrival.milliseconds)
      f[.rideLimit] = Int(terms.rideLimit.milliseconds)
      f[.direct] = Int(terms.direct.milliseconds)
    case .reassigned(let request, let vehicle):
      f.name = "reassigned"
      f[.vehicle] = vehicle.index
      f[.request] = request.index
    case .replanned(let vehicle):
      f.name = "replanned"
      f[.vehicle] = vehicle.index
    case .halted(let vehicle, let place):
      f.name = "halted"
      f[.vehicle] = vehicle.index
      f[.to] = place.index
    case .departed(let vehicle, let from, let to):
      f.name = "departed"
      f[.vehicle] = vehicle.index
      f[.from] = from.index
      f[.to] = to.index
    case .diverted(let vehicle, let place, let to):
      f.name = "diverted"
      f[.vehicle] = vehicle.index
      f[.from] = place.index
      f[.to] = to.index
    case .arrived(let vehicle, let place, let driven):
      f.name = "arrived"
      f[.vehicle] = vehicle.index
      f[.to] = place.index
      f[.driven] = Int(driven.count)
    case .boarded(let request, let vehicle, let place):
      f.name = "boarded"
      f[.vehicle] = vehicle.index
      f[.request] = request.index
      f[.to] = place.index
    case .alighted(let request, let vehicle, let place):
      f.name = "alighted"
      f[.vehicle] = vehicle.index
      f[.request] = request.index
      f[.to] = place.index
    case .offDuty(let vehicle, let place):
      f.name = "off_duty"
      f[.vehicle] = vehicle.index
      f[.to] = place.index
    }
    return f.line
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
