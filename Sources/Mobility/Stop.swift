/// Something a vehicle does at one place for one request.
@frozen
public struct Stop: Hashable, Sendable {
  @frozen
  public enum Purpose: Hashable, Sendable { case pickup, dropoff }

  public let purpose: Purpose
  public let request: RequestID
  public let place: PlaceID

  @inlinable public init(_ purpose: Purpose, of request: RequestID, at place: PlaceID) {
    self.purpose = purpose
    self.request = request
    self.place = place
  }
}

/// The stops a vehicle has yet to make, in order.
///
/// Consecutive stops at one place are one halt.
public typealias Route = ContiguousArray<Stop>
