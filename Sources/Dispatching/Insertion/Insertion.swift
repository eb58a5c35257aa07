public import Mobility

/// Where a request goes into the stops that a vehicle has yet to make, and what it adds.
public struct Insertion: Hashable, Sendable {
  /// How much the cost of the vehicle's plan grows.
  public let cost: Cost
  public let terms: Terms
  /// Boarding begins then.
  public let boarding: Instant
  public let arrival: Instant
  /// Positions among the stops as they are: both may be equal, the pick-up then comes first.
  public let pickupPosition: Int
  public let dropoffPosition: Int

  public init(
    cost: Cost, terms: Terms, boarding: Instant, arrival: Instant, pickupPosition: Int,
    dropoffPosition: Int
  ) {
    self.cost = cost
    self.terms = terms
    self.boarding = boarding
    self.arrival = arrival
    self.pickupPosition = pickupPosition
    self.dropoffPosition = dropoffPosition
  }

  /// Cheaper, or as cheap with the earlier pick-up, then the earlier drop-off.
  static func <= (a: Self, b: Self) -> Bool {
    (a.cost, a.pickupPosition, a.dropoffPosition) <= (b.cost, b.pickupPosition, b.dropoffPosition)
  }

  /// With the terms that hold once the request is accepted, where those are known by then.
  public func settled(by rules: ServiceRules) -> Self {
    guard rules.limits == .soft else { return self }
    let promise = rules.promise(of: terms, boarding: boarding, arrival: arrival)
    return Self(
      cost: cost, terms: promise.terms, boarding: boarding, arrival: arrival,
      pickupPosition: pickupPosition, dropoffPosition: dropoffPosition)
  }

  /// `stops` with the two new ones in place.
  public func inserted(into stops: ContiguousArray<PlannedStop>) -> ContiguousArray<PlannedStop> {
    var stops = stops
    stops.insert(PlannedStop(.dropoff, terms), at: dropoffPosition)
    stops.insert(PlannedStop(.pickup, terms), at: pickupPosition)
    return stops
  }
}
