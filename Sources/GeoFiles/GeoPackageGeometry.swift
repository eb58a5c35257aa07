import Foundation
import Mobility
import Reports

/// A geometry as a GeoPackage keeps it: a header with its extent, then well-known binary.
///
/// Little-endian throughout; x is the longitude, y the latitude.
/// - SeeAlso: OGC 12-128r18, clause 2.1.3; OGC 06-103r4, clause 8.
enum GeoPackageGeometry {
  static func data(of points: [Coordinate], shape: MapLayer.Shape) -> Data {
    guard let extent = Extent(of: points) else { preconditionFailure("a feature is somewhere") }
    var bytes = Data(capacity: 49 + 16 * points.count)
    bytes.append(contentsOf: [UInt8(ascii: "G"), UInt8(ascii: "P")])
    // Version 1 is 0; little-endian, with an envelope in x and y.
    bytes.append(contentsOf: [0, 0b0000_0011])
    append(Int32(4326), to: &bytes)
    for bound in [extent.west, extent.east, extent.south, extent.north] {
      append(bound, to: &bytes)
    }
    bytes.append(1)
    switch shape {
    case .point:
      append(Int32(1), to: &bytes)
      append(points[0], to: &bytes)
    case .line:
      append(Int32(2), to: &bytes)
      append(Int32(points.count), to: &bytes)
      for point in points { append(point, to: &bytes) }
    }
    return bytes
  }

  private static func append(_ point: Coordinate, to bytes: inout Data) {
    append(point.longitude, to: &bytes)
    append(point.latitude, to: &bytes)
  }

  private static func append(_ number: Double, to bytes: inout Data) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private static func append(_ number: Int32, to bytes: inout Data) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
