public import Mobility

/// What a run was given, as far as the audit needs it: the snapshot of its inputs.
///
/// The requests of each day come beside its trace, as an `AuditedDay`.
public struct AuditInputs: Sendable {
  /// One directed road of the network.
  public struct Road: Hashable, Sendable {
    public let tail: NodeID
    public let head: NodeID
    public let duration: TimeSpan
    public let length: Meters

    public init(from tail: NodeID, to head: NodeID, duration: TimeSpan, length: Meters) {
      self.tail = tail
      self.head = head
      self.duration = duration
      self.length = length
    }
  }

  public let roads: [Road]
  public let places: Column<Place, NodeID>
  public let vehicles: Column<Vehicle, Vehicle>
  /// What planners call the vehicles; findings speak of them so.
  public let vehicleNames: Column<Vehicle, String>
  public let rules: ServiceRules
  /// What a refused rider's wait counts as in `wait_penalised`.
  public let refusalWait: TimeSpan

  public init(
    roads: [Road], places: Column<Place, NodeID>, vehicles: Column<Vehicle, Vehicle>,
    vehicleNames: Column<Vehicle, String>, rules: ServiceRules, refusalWait: TimeSpan
  ) {
    precondition(vehicles.count == vehicleNames.count, "not one name for each vehicle")
    precondition(
      vehicles.ids.allSatisfy { vehicles[$0].id == $0 }, "a vehicle's id is not its position")
    self.roads = roads
    self.places = places
    self.vehicles = vehicles
    self.vehicleNames = vehicleNames
    self.rules = rules
    self.refusalWait = refusalWait
  }
}
