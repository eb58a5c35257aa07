public import Mobility

/// Where and when a vehicle is next free to turn, and the halt it makes there.
public struct Anchor: Hashable, Sendable {
  public enum Motion: Hashable, Sendable {
    /// It stands idle, or in a halt that others can still join, and can leave at `leaves`.
    case standing
    /// It is under way to this place, reaches it then, and must make a stop there.
    case committed(arrival: Instant)
    /// It drives over this place at `leaves`, and can go anywhere from here.
    case passing
  }

  public let place: PlaceID
  public let motion: Motion
  /// When boarding here can begin, at the earliest.
  public let gate: Instant
  /// The boarding and alighting of this halt that counts already.
  public let work: TimeSpan
  /// The earliest departure if nobody else boards or alights here.
  public let leaves: Instant

  private init(
    _ motion: Motion, at place: PlaceID, gate: Instant, work: TimeSpan, leaves: Instant
  ) {
    self.motion = motion
    self.place = place
    self.gate = gate
    self.work = work
    self.leaves = leaves
  }

  /// A halt in progress, or a vehicle that can begin one.
  public static func standing(
    at place: PlaceID, gate: Instant, work: TimeSpan = .zero, leaves: Instant
  ) -> Self {
    Self(.standing, at: place, gate: gate, work: work, leaves: leaves)
  }

  public static func committed(to place: PlaceID, arrival: Instant, gate: Instant) -> Self {
    Self(.committed(arrival: arrival), at: place, gate: gate, work: .zero, leaves: arrival)
  }

  public static func passing(_ place: PlaceID, at time: Instant) -> Self {
    Self(.passing, at: place, gate: time, work: .zero, leaves: time)
  }

  /// When the vehicle reaches the place.
  public var arrival: Instant {
    if case .committed(let arrival) = motion { return arrival }
    return leaves
  }

  public var isCommitted: Bool {
    if case .committed = motion { return true }
    return false
  }

  public var isPassing: Bool { motion == .passing }
}
