public import Mobility

/// A stop with the terms of the request that it serves.
public struct PlannedStop: Hashable, Sendable {
  public let purpose: Stop.Purpose
  public let terms: Terms

  public init(_ purpose: Stop.Purpose, _ terms: Terms) {
    self.purpose = purpose
    self.terms = terms
  }

  public var place: PlaceID { purpose == .pickup ? terms.pickup : terms.dropoff }
  public var stop: Stop { Stop(purpose, of: terms.request, at: place) }
}
