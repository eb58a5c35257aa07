public import Mobility
import RoadNetwork

/// What a strategy may know when it decides: a view, not a copy.
public struct Situation: Sendable {
  public let now: Instant
  /// Requests neither accepted nor refused yet, in order of booking.
  public let open: [Request]
  /// Every vehicle as it was when something last happened to it; `nil` before anything did, and when
  /// it can no longer be given stops.
  public let vehicles: Column<Vehicle, VehicleState?>
  /// Those to which something has happened since the strategy was last asked, in order of their ids;
  /// among them all that can be turned round on an empty drive, which are passing where they are now.
  public let changed: [VehicleID]
  private let service: Service

  public init(
    now: Instant, open: [Request], vehicles: Column<Vehicle, VehicleState?>,
    changed: [VehicleID], service: Service
  ) {
    self.now = now
    self.open = open
    self.vehicles = vehicles
    self.changed = changed
    self.service = service
  }

  /// Vehicles that can still be given stops, in order of their ids, as they are now.
  ///
  /// - Complexity: O(vehicles), and for a vehicle that could be diverted the nodes it has passed.
  public var fleet: [VehicleState] {
    var scratch = service.travelTimes.makeScratch()
    return vehicles.values.compactMap { state in
      var state = state
      state?.advance(to: now, in: service, using: &scratch)
      return state
    }
  }
}
