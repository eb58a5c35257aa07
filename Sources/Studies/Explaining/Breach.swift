public import Mobility

/// A limit that a plan would break, and by how much.
public enum Breach: Hashable, Sendable {
  /// The request would board later than it is promised, or than it may wait.
  case boarding(RequestID, late: TimeSpan)
  case arrival(RequestID, late: TimeSpan)
  case ride(RequestID, over: TimeSpan)
  case seats(missing: Int)
  case shiftEnd(late: TimeSpan)

  /// By how much time it is broken; none where seats are missing.
  public var excess: TimeSpan {
    switch self {
    case .boarding(_, let late), .arrival(_, let late), .shiftEnd(let late): late
    case .ride(_, let over): over
    case .seats: .zero
    }
  }

  public var missingSeats: Int {
    if case .seats(let missing) = self { missing } else { 0 }
  }
}
