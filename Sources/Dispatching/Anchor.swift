public import Mobility

/// Where and when a vehicle is next free to turn, and the halt it makes there.
///
/// A vehicle under way turns at its next stop; one that stands idle, or waits for a rider who is
/// not there yet, can leave at once.
public struct Anchor: Hashable, Sendable {
  public let place: PlaceID
  /// When the vehicle reaches `place`, if it is under way to it; it must then make a stop there.
  public let arrival: Instant?
  /// When boarding here can begin, at the earliest.
  public let gate: Instant
  /// The boarding and alighting of this halt that counts already.
  public let work: TimeSpan
  /// The earliest departure if nobody else boards or alights here.
  public let leaves: Instant

  public init(place: PlaceID, arrival: Instant?, gate: Instant, work: TimeSpan, leaves: Instant) {
    self.place = place
    self.arrival = arrival
    self.gate = gate
    self.work = work
    self.leaves = leaves
  }

  public var isUnderWay: Bool { arrival != nil }
}
