/// The plans of all vehicles after some requests were inserted one by one.
public struct FleetPlan: Sendable {
  public internal(set) var fleet: [VehicleState]
  /// Positions of the vehicles whose stops changed, in order.
  public internal(set) var changed: [Int] = []

  public init(fleet: [VehicleState]) { self.fleet = fleet }
}
