public import Mobility

/// What KaRRi decided, request by request.
public struct KaRRiReference: Equatable, Sendable {
  /// One decision, made when the request came in.
  public struct Assignment: Hashable, Sendable {
    public let vehicle: VehicleID
    /// Index of the stop before the pick-up in the vehicle's route at that moment; 0 is where it is.
    public let pickupPosition: Int
    public let dropoffPosition: Int
    public let direct: TimeSpan
    public let driveToPickup: TimeSpan
    public let driveFromPickup: TimeSpan
    public let driveToDropoff: TimeSpan
    public let driveFromDropoff: TimeSpan
    public let cost: TimeSpan
  }

  /// What the rider got in the end, in times of the day that followed.
  public struct Service: Hashable, Sendable {
    public let arrival: Instant
    /// To the departure from the pick-up stop.
    public let wait: TimeSpan
    public let ride: TimeSpan
    public let cost: TimeSpan
  }

  /// As decisions were made; requests of one moment come in an order of KaRRi's own.
  public let order: [RequestID]
  public let assignments: Column<Request, Assignment>
  public let service: Column<Request, Service>
}
