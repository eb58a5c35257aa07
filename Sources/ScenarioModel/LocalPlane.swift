public import Mobility

/// Metres east and north of an origin, for areas of a few tens of kilometres.
struct LocalPlane: Hashable, Sendable {
  static let metersPerDegree = 6_371_008.8 * Exact.pi / 180

  let origin: Coordinate
  private let metersPerDegreeEast: Double

  init(origin: Coordinate) {
    self.origin = origin
    metersPerDegreeEast = Self.metersPerDegree * Exact.cosine(degrees: origin.latitude)
  }

  func point(_ coordinate: Coordinate) -> PlanePoint {
    PlanePoint(
      x: (coordinate.longitude - origin.longitude) * metersPerDegreeEast,
      y: (coordinate.latitude - origin.latitude) * Self.metersPerDegree)
  }

  func coordinate(_ point: PlanePoint) -> Coordinate {
    Coordinate(
      latitude: origin.latitude + point.y / Self.metersPerDegree,
      longitude: origin.longitude + point.x / metersPerDegreeEast)
  }
}

extension Coordinate {
  /// Metres along the straight line, on a sphere that is flat between the two points.
  public func distance(to other: Coordinate) -> Double {
    let middle = Coordinate(latitude: (latitude + other.latitude) / 2, longitude: longitude)
    let plane = LocalPlane(origin: middle)
    return plane.point(self).distance(to: plane.point(other))
  }
}
