/// A van with its driver's shift.
public struct Vehicle: Hashable, Sendable {
  public let id: VehicleID
  /// Where the shift begins.
  public let start: PlaceID
  /// Where the shift ends, after a last drive; `nil` when it ends at the last stop, wherever it is.
  public let end: PlaceID?
  public let cabin: Cabin
  public let shift: TimeWindow

  public init(id: VehicleID, start: PlaceID, end: PlaceID?, cabin: Cabin, shift: TimeWindow) {
    self.id = id
    self.start = start
    self.end = end
    self.cabin = cabin
    self.shift = shift
  }
}
public typealias VehicleID = ID<Vehicle>
