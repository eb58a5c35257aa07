public import Mobility

/// When a strategy is asked.
public enum Wake: Hashable, Sendable {
  /// At every instant with bookings, once all of them are in.
  case atBookings
  /// At opening plus whole multiples of this, while requests are open.
  case every(TimeSpan)
}
