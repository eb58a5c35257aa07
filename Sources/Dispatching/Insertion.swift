public import Mobility

/// Where a request goes into the stops that a vehicle has yet to make, and what it adds.
public struct Insertion: Hashable, Sendable {
  /// How much the cost of the vehicle's plan grows.
  public let cost: Cost
  public let terms: Terms
  /// Boarding begins then.
  public let boarding: Instant
  /// Positions among the stops as they are: both may be equal, the pick-up then comes first.
  public let pickupPosition: Int
  public let dropoffPosition: Int

  public init(
    cost: Cost, terms: Terms, boarding: Instant, pickupPosition: Int, dropoffPosition: Int
  ) {
    self.cost = cost
    self.terms = terms
    self.boarding = boarding
    self.pickupPosition = pickupPosition
    self.dropoffPosition = dropoffPosition
  }

  /// `stops` with the two new ones in place.
  public func inserted(into stops: ContiguousArray<PlannedStop>) -> ContiguousArray<PlannedStop> {
    var stops = stops
    stops.insert(PlannedStop(.dropoff, terms), at: dropoffPosition)
    stops.insert(PlannedStop(.pickup, terms), at: pickupPosition)
    return stops
  }
}
