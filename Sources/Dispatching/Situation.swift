public import Mobility

/// What a strategy may know when it decides: a view, not a copy.
public struct Situation: Sendable {
  public let now: Instant
  /// Requests neither accepted nor refused yet, in order of booking.
  public let open: [Request]
  /// Vehicles that can still be given stops, in order of their ids.
  public let fleet: [VehicleState]

  public init(now: Instant, open: [Request], fleet: [VehicleState]) {
    self.now = now
    self.open = open
    self.fleet = fleet
  }
}
