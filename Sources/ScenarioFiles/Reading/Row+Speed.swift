import Mobility
public import RoadNetwork

extension Row {
  /// Faster than anything on wheels; below it no day's drive is too long to be counted in metres.
  private static let highestSpeedKmh = 1000
  /// Both ends of a short road may be off by some metres.
  private static let roundingMeters = 10

  /// Reports a road that is too long for its driving time, at the column of its length.
  public func checkSpeed(of road: RoadNetwork.Road, _ column: String) -> Bool {
    let most =
      Self.roundingMeters + Int(road.duration.milliseconds) * Self.highestSpeedKmh / 3600
    guard Int(road.length.count) > most else { return true }
    report(
      column,
      "expected a road that is driven at \(Self.highestSpeedKmh) km/h at most, found "
        + "\(road.length.count) m in \(Quantity.text(road.duration))")
    return false
  }
}
