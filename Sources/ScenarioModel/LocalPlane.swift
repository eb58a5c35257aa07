import Mobility
import RoadNetwork

/// Metres east and north of an origin, for areas of a few tens of kilometres.
struct LocalPlane: Hashable, Sendable {
  let origin: Coordinate
  private let metersPerDegreeEast: Double

  init(origin: Coordinate) {
    self.origin = origin
    metersPerDegreeEast = FlatEarth.metersPerDegree * FlatEarth.cosine(degrees: origin.latitude)
  }

  func point(_ coordinate: Coordinate) -> PlanePoint {
    PlanePoint(
      x: (coordinate.longitude - origin.longitude) * metersPerDegreeEast,
      y: (coordinate.latitude - origin.latitude) * FlatEarth.metersPerDegree)
  }

  func coordinate(_ point: PlanePoint) -> Coordinate {
    Coordinate(
      latitude: origin.latitude + point.y / FlatEarth.metersPerDegree,
      longitude: origin.longitude + point.x / metersPerDegreeEast)
  }
}
