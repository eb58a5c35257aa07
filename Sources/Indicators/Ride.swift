public import Mobility

/// How a served request travelled.
public struct Ride: Hashable, Sendable {
  /// The vehicle that carried the party, whichever was promised.
  public let vehicle: VehicleID
  public let promise: Promise
  public let pickup: Access
  public let dropoff: Access
  /// When boarding began.
  public let boarded: Instant
  /// When the vehicle left the pick-up halt.
  public let departed: Instant
  public let alighted: Instant
  /// Shared the vehicle with another booking for at least a second, from boarding to alighting.
  public let isPooled: Bool

  public var duration: TimeSpan { alighted - departed }
  /// Both ends together.
  public var walk: Meters { pickup.distance + dropoff.distance }
}
