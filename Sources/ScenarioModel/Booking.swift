public import Mobility

/// A request with what is known of the party: for reports, never for dispatch.
public struct Booking: Hashable, Sendable {
  public enum Channel: String, Hashable, Sendable, CaseIterable { case app, phone }

  public let request: Request
  /// The id that the list of requests gives it; empty where it gives none, or a model drew it.
  public let name: String
  public let origin: Coordinate
  public let destination: Coordinate
  public let channel: Channel
  /// Names that the scenario gives to the party's age class, purpose and zones.
  public let age: String
  public let purpose: String
  public let originZone: String
  public let destinationZone: String

  public init(
    request: Request, name: String = "", origin: Coordinate, destination: Coordinate,
    channel: Channel, age: String, purpose: String, originZone: String, destinationZone: String
  ) {
    self.request = request
    self.name = name
    self.origin = origin
    self.destination = destination
    self.channel = channel
    self.age = age
    self.purpose = purpose
    self.originZone = originZone
    self.destinationZone = destinationZone
  }
}
