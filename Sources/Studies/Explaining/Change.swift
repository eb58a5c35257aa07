public import Mobility

/// One thing that might have been otherwise on a day; all else stays as it was.
public enum Change: Hashable, Sendable {
  /// The party is ready to wait so much longer than the service's maximum.
  case wait(minutes: Int)
  /// It walks up to so much farther at either end, as far as it comes in so many minutes, than to the
  /// farthest place that was offered to it.
  case walk(minutes: Int, farther: Meters)
  /// It books so much earlier, for the same departure.
  case book(minutes: Int)
  /// One more van like the first, from this hour to the end of the longest shift.
  case van(fromHour: Int)

  /// The kinds in the order in which they are told, and in which ties are decided.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case wait, walk, book, van

    /// How far the search goes; a walk at either end is no longer than `longestWalk`.
    public var mostMinutes: Int {
      switch self {
      case .wait, .walk: 60
      case .book: 120
      case .van: 0
      }
    }
  }

  static let longestWalk = Meters(2000)

  public var kind: Kind {
    switch self {
    case .wait: .wait
    case .walk: .walk
    case .book: .book
    case .van: .van
    }
  }

  /// What it asks of the rider; `nil` where it asks for a van.
  public var minutes: Int? {
    switch self {
    case .wait(let minutes), .walk(let minutes, _), .book(let minutes): minutes
    case .van: nil
    }
  }
}
