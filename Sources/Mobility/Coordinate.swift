/// A point on the Earth in degrees (WGS 84).
public struct Coordinate: Hashable, Sendable {
  public var latitude: Double
  public var longitude: Double

  /// What tables may hold, in degrees: at the poles lengths east and west have no meaning.
  public static let latitudes = -85.0...85.0
  public static let longitudes = -180.0...180.0

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}
