/// A van with its driver's shift.
public struct Vehicle: Hashable, Sendable {
  public let id: VehicleID
  /// Where the shift begins.
  public let start: PlaceID
  /// Where the shift ends, after a last drive; `nil` when it ends at the last stop, wherever it is.
  public let end: PlaceID?
  public let seats: Int
  public let shift: TimeWindow

  public init(id: VehicleID, start: PlaceID, end: PlaceID?, seats: Int, shift: TimeWindow) {
    precondition(seats > 0, "a vehicle has at least one seat")
    self.id = id
    self.start = start
    self.end = end
    self.seats = seats
    self.shift = shift
  }
}
public typealias VehicleID = ID<Vehicle>
