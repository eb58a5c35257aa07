public import Journal
public import Mobility

/// What became of every request and every vehicle on one day: the trace, told by entity.
///
/// The trace must keep the rules of the simulation; the audit is there to check them.
public struct ServiceDay: Sendable {
  public let day: Int
  public let trips: Column<Request, Trip>
  public let vehicles: Column<Vehicle, VehicleDay>
  public let refusalWait: TimeSpan

  /// - Complexity: O(records), times the bookings aboard at once.
  public init(_ trace: Trace, inputs: DayInputs) {
    var replay = Replay(inputs)
    for record in trace.records { replay.apply(record) }
    day = trace.day
    trips = replay.trips
    vehicles = replay.vehicleDays
    refusalWait = inputs.refusalWait
  }
}
