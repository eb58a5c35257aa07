import HeapModule
import Mobility

/// Events waiting to happen, in order of (instant, kind, sequence number).
struct Agenda {
  /// What happens; simultaneous events happen in this order.
  enum Kind: Int, Comparable {
    case onDuty, arrival, booking, refusal, decision, parking, halt, boarding, departure, offDuty

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  struct Entry: Comparable {
    let time: Instant
    let kind: Kind
    let sequence: Int
    /// The vehicle or request that the event is about.
    let subject: Int

    static func < (a: Self, b: Self) -> Bool {
      (a.time, a.kind, a.sequence) < (b.time, b.kind, b.sequence)
    }
  }

  private var entries = Heap<Entry>()
  private var added = 0

  /// - Returns: the event's sequence number, unlike that of any other.
  @discardableResult
  mutating func add(_ kind: Kind, of subject: Int, at time: Instant) -> Int {
    added += 1
    entries.insert(Entry(time: time, kind: kind, sequence: added, subject: subject))
    return added
  }

  /// Removes and returns the next event, or `nil` when none is left.
  mutating func next() -> Entry? { entries.popMin() }
}
