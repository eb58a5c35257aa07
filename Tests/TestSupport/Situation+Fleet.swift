public import Dispatching
public import Mobility

extension Situation {
  /// A moment at which everything is new to the strategy; the vehicles have the ids 0, 1, 2...
  public init(now: Instant, open: [Request], fleet: [VehicleState], service: Service) {
    self.init(
      now: now, open: open, vehicles: Column(fleet), changed: fleet.map(\.vehicle.id),
      service: service)
  }
}
