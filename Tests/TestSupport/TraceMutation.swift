public import Journal
import Mobility

/// A trace with one thing changed that changes what happened, as a fault in a simulator might.
///
/// New plans that come alone, with no rider changing vehicles, are doubled at most: moved or left out,
/// they may be without effect, and then the trace would still be right.
public struct TraceMutation: Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A time, left where it stands in the trace.
    case time
    /// A time, moved to where it belongs in the trace.
    case timeInOrder
    case place
    case request
    case vehicle
    /// Two records change places.
    case order
    /// Two events change their times.
    case exchange
    case missing
    case doubled
    case figure
  }

  public let kind: Kind
  public let trace: Trace
  /// The record that was changed, and what it became.
  public let description: String

  /// - Returns: `nil` when the trace is too small for the kind of mutation that the seed chose.
  public init?(of trace: Trace, seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let kind = Kind.allCases[Int.random(in: Kind.allCases.indices, using: &generator)]
    for _ in 0..<1000 where !trace.records.isEmpty {
      let index = Int.random(in: trace.records.indices, using: &generator)
      guard kind == .doubled || !Self.isLonePlan(index, in: trace) else { continue }
      let mutated = Self.mutate(trace, at: index, kind, &generator)
      guard let mutated, mutated.trace.records != trace.records else { continue }
      self.kind = kind
      self.trace = mutated.trace
      let record = trace.records[index]
      description =
        "\(kind.rawValue) of line \(index + 1), \(record.time) \(record.event): "
        + mutated.change
      return
    }
    return nil
  }

  private typealias Mutated = (trace: Trace, change: String)

  private static func mutate(
    _ trace: Trace, at index: Int, _ kind: Kind, _ generator: inout SeededGenerator
  ) -> Mutated? {
    let record = trace.records[index]
    switch kind {
    case .time, .timeInOrder:
      return moved(trace, at: index, by: shift(&generator), inOrder: kind == .timeInOrder)
    case .place:
      let all = Set(trace.records.flatMap(\.event.places)).sorted()
      let atOrigin = Bool.random(using: &generator)
      return all.randomElement(using: &generator).flatMap {
        record.event.with(place: $0, atOrigin: atOrigin)
      }.map { replaced(trace, at: index, by: $0) }
    case .request:
      let all = Set(trace.records.compactMap(\.event.request)).sorted()
      return all.randomElement(using: &generator).flatMap { record.event.with(request: $0) }
        .map { replaced(trace, at: index, by: $0) }
    case .vehicle:
      let all = Set(trace.records.compactMap(\.event.vehicle)).sorted()
      return all.randomElement(using: &generator).flatMap { record.event.with(vehicle: $0) }
        .map { replaced(trace, at: index, by: $0) }
    case .order, .exchange:
      let other = Int.random(in: trace.records.indices, using: &generator)
      return swapped(trace, index, other, keepingTimes: kind == .exchange)
    case .missing:
      var records = trace.records
      records.remove(at: index)
      return (Trace(day: trace.day, records: records), "left out")
    case .doubled:
      var records = trace.records
      records.insert(record, at: index)
      return (Trace(day: trace.day, records: records), "written twice")
    case .figure:
      return record.event.withOneFigureChanged(&generator)
        .map { replaced(trace, at: index, by: $0) }
    }
  }

  /// From a millisecond to an hour, small and large ones alike.
  private static func shift(_ generator: inout SeededGenerator) -> TimeSpan {
    let sizes: [Int32] = [1, 10, 1000, 10_000, 60_000, 600_000, 3_600_000]
    let size = sizes[Int.random(in: sizes.indices, using: &generator)]
    let ms = Int32.random(in: 1...size, using: &generator)
    return TimeSpan(milliseconds: Bool.random(using: &generator) ? ms : -ms)
  }

  private static func moved(
    _ trace: Trace, at index: Int, by shift: TimeSpan, inOrder: Bool
  ) -> Mutated {
    var records = trace.records
    let record = Record(records[index].time + shift, records[index].event)
    if inOrder {
      records.remove(at: index)
      let position =
        shift < .zero
        ? records.firstIndex { $0.time > record.time }
        : records.firstIndex { $0.time >= record.time }
      records.insert(record, at: position ?? records.endIndex)
    } else {
      records[index] = record
    }
    return (Trace(day: trace.day, records: records), "at \(record.time)")
  }

  private static func replaced(_ trace: Trace, at index: Int, by event: Event) -> Mutated {
    var records = trace.records
    records[index] = Record(records[index].time, event)
    return (Trace(day: trace.day, records: records), "\(event)")
  }

  /// Simultaneous records change nothing by changing places unless they are of one vehicle and of
  /// kinds that follow each other.
  private static func swapped(
    _ trace: Trace, _ first: Int, _ second: Int, keepingTimes: Bool
  ) -> Mutated? {
    let (one, other) = (trace.records[first], trace.records[second])
    let matters =
      one.time != other.time
      || one.event.vehicle != nil && one.event.vehicle == other.event.vehicle
        && one.event.phase != other.event.phase
    guard matters, !isLonePlan(second, in: trace) else { return nil }
    var records = trace.records
    records.swapAt(first, second)
    if keepingTimes {
      records[first] = Record(one.time, other.event)
      records[second] = Record(other.time, one.event)
    }
    return (Trace(day: trace.day, records: records), "with line \(second + 1), \(other.event)")
  }

  /// Whether the record is a new plan that nothing else of its instant asks for, or one of several of
  /// the same vehicle and instant.
  private static func isLonePlan(_ index: Int, in trace: Trace) -> Bool {
    let record = trace.records[index]
    guard case .replanned(let vehicle, _) = record.event else { return false }
    let simultaneous = trace.records.filter { $0.time == record.time }.map(\.event)
    let plans = simultaneous.count { $0.parts.kind == .replanned && $0.vehicle == vehicle }
    let isAskedFor = simultaneous.contains { event in
      switch event {
      case .accepted(_, let gets, _): gets == vehicle
      case .diverted(let turning, _, _): turning == vehicle
      case .reassigned: true
      default: false
      }
    }
    return plans > 1 || !isAskedFor
  }
}

extension Event {
  /// What may come in any order within an instant has the same phase.
  fileprivate var phase: Int {
    switch self {
    case .onDuty: 0
    case .arrived: 1
    case .alighted: 2
    case .booked: 3
    case .refused, .accepted, .reassigned: 4
    case .replanned: 5
    case .diverted: 6
    case .halted: 7
    case .boarded: 8
    case .repositioned: 9
    case .departed: 10
    case .offDuty: 11
    }
  }

  fileprivate func withOneFigureChanged(_ generator: inout SeededGenerator) -> Event? {
    let sign: Int32 = Bool.random(using: &generator) ? 1 : -1
    let change = sign * Int32.random(in: 1...1000, using: &generator)
    switch self {
    case .arrived(let vehicle, let place, let driven):
      return .arrived(vehicle, at: place, driven: driven + Meters(change))
    case .refused(let request, _):
      return Refusal.allCases.randomElement(using: &generator).map { .refused(request, $0) }
    case .accepted(let request, let vehicle, let promise):
      let span = TimeSpan(milliseconds: change)
      let terms = promise.terms
      let edits = [
        promise.with(boarding: promise.boarding + span),
        promise.with(riders: terms.riders + 1),
        promise.with(boardingTime: terms.boarding + span),
        promise.with(walk: terms.walk + span),
        promise.with(ready: terms.ready + span),
        promise.with(latestBoarding: terms.latestBoarding + span),
        promise.with(latestArrival: terms.latestArrival + span),
        promise.with(rideLimit: terms.rideLimit + span),
        promise.with(direct: terms.direct + span),
      ]
      return edits.randomElement(using: &generator).map { .accepted(request, by: vehicle, $0) }
    case .replanned(let vehicle, let stops):
      guard let left = stops.indices.randomElement(using: &generator) else { return nil }
      var others = stops
      others.remove(at: left)
      return .replanned(vehicle, others)
    case .onDuty, .booked, .reassigned, .repositioned, .halted, .departed, .diverted, .boarded,
      .alighted, .offDuty:
      return nil
    }
  }
}
