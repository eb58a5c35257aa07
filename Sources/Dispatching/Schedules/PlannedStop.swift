public import Mobility

/// A stop with the terms of the request that it serves.
public struct PlannedStop: Hashable, Sendable {
  public let purpose: Stop.Purpose
  public let terms: Terms

  public init(_ purpose: Stop.Purpose, _ terms: Terms) {
    self.purpose = purpose
    self.terms = terms
  }

  /// When boarding, or letting off, can begin at the earliest.
  public var earliest: Instant { purpose == .pickup ? terms.ready : terms.earliestArrival }
  public var place: PlaceID { purpose == .pickup ? terms.pickup : terms.dropoff }
  public var stop: Stop { Stop(purpose, of: terms.request, at: place) }
}
