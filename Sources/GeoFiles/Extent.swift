import Mobility

/// The smallest box of meridians and parallels around points.
struct Extent {
  private(set) var west: Double
  private(set) var south: Double
  private(set) var east: Double
  private(set) var north: Double

  /// - Returns: `nil` of no points.
  init?(of points: some Sequence<Coordinate>) {
    var points = points.makeIterator()
    guard let first = points.next() else { return nil }
    (west, south) = (first.longitude, first.latitude)
    (east, north) = (west, south)
    while let point = points.next() {
      west = min(west, point.longitude)
      east = max(east, point.longitude)
      south = min(south, point.latitude)
      north = max(north, point.latitude)
    }
  }
}
