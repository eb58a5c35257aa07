public import Mobility

/// One vehicle as a strategy sees it.
public struct VehicleState: Sendable {
  public let vehicle: Vehicle
  public let anchor: Anchor
  public let aboard: [Aboard]
  /// The stops it has yet to make, with their times.
  public let schedule: Schedule

  public init(
    _ vehicle: Vehicle, anchor: Anchor, aboard: [Aboard], stops: ContiguousArray<PlannedStop>,
    in service: Service
  ) {
    self.vehicle = vehicle
    self.anchor = anchor
    self.aboard = aboard
    schedule = Schedule(stops, of: vehicle, from: anchor, aboard: aboard, in: service)
  }

  /// The same vehicle with other stops to make.
  public func following(_ stops: ContiguousArray<PlannedStop>, in service: Service) -> Self {
    Self(vehicle, anchor: anchor, aboard: aboard, stops: stops, in: service)
  }

  /// How many of its stops a vehicle under way makes at the place it is committed to.
  public var committedStops: Int { anchor.isUnderWay ? schedule.stopCount(ofHalt: 0) : 0 }
}
