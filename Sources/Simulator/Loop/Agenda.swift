import HeapModule
import Mobility

/// Occurrences to come, in order of (instant, rank, sequence number).
struct Agenda {
  struct Entry: Comparable {
    let time: Instant
    let rank: Int
    let sequence: Int
    let occurrence: Occurrence

    static func < (a: Self, b: Self) -> Bool {
      (a.time, a.rank, a.sequence) < (b.time, b.rank, b.sequence)
    }

    static func == (a: Self, b: Self) -> Bool { a.sequence == b.sequence }
  }

  private var entries = Heap<Entry>()
  private var added = 0

  /// - Returns: the entry's sequence number, unlike that of any other.
  @discardableResult
  mutating func add(_ occurrence: Occurrence, at time: Instant) -> Int {
    added += 1
    entries.insert(
      Entry(time: time, rank: occurrence.rank, sequence: added, occurrence: occurrence))
    return added
  }

  /// Puts another occurrence in the place of one, with its sequence number.
  mutating func move(_ occurrence: Occurrence, sequence: Int, to time: Instant) {
    let moved = entries.unordered.map { entry in
      entry.sequence == sequence
        ? Entry(time: time, rank: occurrence.rank, sequence: sequence, occurrence: occurrence)
        : entry
    }
    entries = Heap(moved)
  }

  /// What comes next, left where it is.
  var first: Entry? { entries.min }

  /// Removes and returns what comes next, or `nil` when nothing is left.
  mutating func next() -> Entry? { entries.popMin() }
}
