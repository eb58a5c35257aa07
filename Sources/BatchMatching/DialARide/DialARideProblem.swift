/// A static dial-a-ride problem: carry every rider, each from door to door, over the least distance.
///
/// Distances are Euclidean and times are distances. Location 0 is where vehicles start, locations
/// 1...n are where the n requests are picked up, n + 1...2n where they are let off in the same order,
/// and 2n + 1 is where vehicles end.
/// - SeeAlso: Cordeau (2006), "A branch-and-cut algorithm for the dial-a-ride problem", Operations
///   Research 54(3), 573–586, doi:10.1287/opre.1060.0283.
public struct DialARideProblem: Hashable, Sendable {
  public struct Location: Hashable, Sendable {
    public var x, y: Double
    /// How long a vehicle stays.
    public var service: Double
    /// Seats that are taken here; negative where they are given back.
    public var load: Int
    /// When service may start.
    public var opens, closes: Double

    public init(x: Double, y: Double, service: Double, load: Int, opens: Double, closes: Double) {
      self.x = x
      self.y = y
      self.service = service
      self.load = load
      self.opens = opens
      self.closes = closes
    }

    func distance(to other: Location) -> Double {
      ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }
  }

  public let vehicleCount: Int
  public let seats: Int
  /// From the start of a route to its end.
  public let longestRoute: Double
  /// From the end of service at the pickup to its start at the dropoff.
  public let longestRide: Double
  public let locations: [Location]

  public var requestCount: Int { locations.count / 2 - 1 }

  public init(
    vehicleCount: Int, seats: Int, longestRoute: Double, longestRide: Double, locations: [Location]
  ) {
    precondition(
      locations.count >= 4 && locations.count.isMultiple(of: 2),
      "expected two locations of the depot and two of each request")
    self.vehicleCount = vehicleCount
    self.seats = seats
    self.longestRoute = longestRoute
    self.longestRide = longestRide
    self.locations = locations
  }
}
