/// Where a vehicle was all day, and what it did; times in seconds after midnight.
public struct VehicleTrack: Hashable, Sendable, Encodable {
  public enum Activity: String, Hashable, Sendable, Encodable {
    case drivingEmpty, drivingLoaded, boarding, waiting
  }

  public struct Period: Hashable, Sendable, Encodable {
    public let activity: Activity
    public let from: Double
    public internal(set) var to: Double
  }

  public let name: String
  public let seats: Int
  public let onDuty: Double
  public let offDuty: Double
  /// Latitude and longitude of where the shift begins.
  public let start: [Double]
  /// Each drive as latitudes, longitudes and times, as `EncodedLine` writes them.
  public let drives: [String]
  /// Without gaps from the begin of the shift to its end.
  public let periods: [Period]
}
