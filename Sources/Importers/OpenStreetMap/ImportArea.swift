public import Foundation
public import Mobility

/// The part of an extract that is imported.
public struct ImportArea: Hashable, Sendable {
  /// Rings by polygon, outlines and holes alike; none where the area is a box.
  private let polygons: [[[Coordinate]]]
  private let south: Double
  private let west: Double
  private let north: Double
  private let east: Double

  /// - Returns: `nil` when it is not west < east and south < north, in degrees.
  public init?(west: Double, south: Double, east: Double, north: Double) {
    guard west < east, south < north, abs(south) <= 90, abs(north) <= 90, abs(west) <= 180,
      abs(east) <= 180
    else { return nil }
    self.init(polygons: [], south: south, west: west, north: north, east: east)
  }

  /// The polygons of a GeoJSON file, whichever objects they are in.
  public init(geoJSON: Data) throws(ImportError) {
    let polygons: [[[Coordinate]]]
    do {
      polygons = try JSONDecoder().decode(GeoJSONShapes.self, from: geoJSON).polygons
    } catch {
      throw ImportError("expected GeoJSON with polygons, found something else")
    }
    let rings = polygons.flatMap { $0 }
    let corners = rings.joined()
    guard !corners.isEmpty, rings.allSatisfy({ $0.count > 3 && $0.first == $0.last }),
      corners.allSatisfy({ abs($0.latitude) <= 90 && abs($0.longitude) <= 180 })
    else { throw ImportError("expected closed rings in degrees, found others or none") }
    let latitudes = corners.map { $0.latitude }
    let longitudes = corners.map { $0.longitude }
    self.init(
      polygons: polygons, south: latitudes.min() ?? 0, west: longitudes.min() ?? 0,
      north: latitudes.max() ?? 0, east: longitudes.max() ?? 0)
  }

  private init(
    polygons: [[[Coordinate]]], south: Double, west: Double, north: Double, east: Double
  ) {
    self.polygons = polygons
    self.south = south
    self.west = west
    self.north = north
    self.east = east
  }

  /// Edges of a box belong to it; of what lies on the edge of a polygon, one side does.
  public func contains(_ point: Coordinate) -> Bool {
    guard point.latitude >= south, point.latitude <= north, point.longitude >= west,
      point.longitude <= east
    else { return false }
    if polygons.isEmpty { return true }
    return polygons.contains { rings in
      rings.reduce(0) { $0 + Self.crossings(of: $1, eastOf: point) } % 2 == 1
    }
  }

  private static func crossings(of ring: [Coordinate], eastOf point: Coordinate) -> Int {
    zip(ring, ring.dropFirst()).count { a, b in
      guard (a.latitude > point.latitude) != (b.latitude > point.latitude) else { return false }
      let share = (point.latitude - a.latitude) / (b.latitude - a.latitude)
      return point.longitude < a.longitude + share * (b.longitude - a.longitude)
    }
  }
}

/// The polygons in a GeoJSON object.
private struct GeoJSONShapes: Decodable {
  let polygons: [[[Coordinate]]]

  private enum Key: String, CodingKey {
    case type
    case coordinates
    case geometry
    case geometries
    case features
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    func points(_ rings: [[[Double]]]) throws -> [[Coordinate]] {
      try rings.map { ring in
        try ring.map { position in
          guard position.count >= 2 else {
            throw DecodingError.dataCorruptedError(
              forKey: .coordinates, in: object, debugDescription: "a position has two numbers")
          }
          return Coordinate(latitude: position[1], longitude: position[0])
        }
      }
    }
    switch try object.decode(String.self, forKey: .type) {
    case "Polygon":
      polygons = [try points(object.decode([[[Double]]].self, forKey: .coordinates))]
    case "MultiPolygon":
      polygons = try object.decode([[[[Double]]]].self, forKey: .coordinates).map(points)
    case "Feature": polygons = try object.decode(GeoJSONShapes.self, forKey: .geometry).polygons
    case "FeatureCollection":
      polygons = try object.decode([GeoJSONShapes].self, forKey: .features).flatMap { $0.polygons }
    case "GeometryCollection":
      polygons = try object.decode([GeoJSONShapes].self, forKey: .geometries)
        .flatMap { $0.polygons }
    default: polygons = []
    }
  }
}
