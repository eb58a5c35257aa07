public import Mobility

/// Who wants to travel where and when, as intensities; a day's bookings are drawn from it.
///
/// A non-homogeneous Poisson process by zone, purpose and hour: their number is Poisson, and each
/// booking draws its attributes on its own, keyed by (seed, day, booking, attribute).
public struct DemandModel: Sendable {
  public struct AgeClass: Hashable, Sendable {
    public var name: String
    /// Share of all bookings, in any unit.
    public var weight: Double
    /// Lives where the elderly live (`Zone.elderlyShare`), else where the others do.
    public var isElderly: Bool
    public var walkingSpeedKmh: Double
    public var walkLimit: Meters
    public var boarding: TimeSpan

    public init(
      name: String, weight: Double, isElderly: Bool, walkingSpeedKmh: Double, walkLimit: Meters,
      boarding: TimeSpan
    ) {
      self.name = name
      self.weight = weight
      self.isElderly = isElderly
      self.walkingSpeedKmh = walkingSpeedKmh
      self.walkLimit = walkLimit
      self.boarding = boarding
    }
  }

  /// A block of homes around a point.
  public struct Zone: Hashable, Sendable {
    public var name: String
    public var center: Coordinate
    /// Homes lie evenly within this distance of the centre.
    public var radius: Meters
    public var population: Double
    /// From 0 to 1.
    public var elderlyShare: Double

    public init(
      name: String, center: Coordinate, radius: Meters, population: Double, elderlyShare: Double
    ) {
      self.name = name
      self.center = center
      self.radius = radius
      self.population = population
      self.elderlyShare = elderlyShare
    }
  }

  /// A place that people travel to, or come home from.
  public struct Attraction: Hashable, Sendable {
    public var name: String
    public var zone: String
    public var point: Coordinate
    public var weight: Double
    /// How long after the line's first station its trains arrive here.
    public var trainDelay: TimeSpan

    public init(
      name: String, zone: String, point: Coordinate, weight: Double, trainDelay: TimeSpan = .zero
    ) {
      self.name = name
      self.zone = zone
      self.point = point
      self.weight = weight
      self.trainDelay = trainDelay
    }
  }

  /// When the trips of a purpose begin.
  public enum Timing: Hashable, Sendable {
    /// Weights of the hours 0 to 23; evenly within an hour.
    case hourly([Double])
    /// Trips start from an attraction when one of its trains arrives.
    case trains(Trains)
  }

  /// Arrivals at the first station of a line.
  public struct Trains: Hashable, Sendable {
    public var first: Instant
    public var last: Instant
    public var headway: TimeSpan
    /// From the platform to the street: evenly between these.
    public var shortestEgress: TimeSpan
    public var longestEgress: TimeSpan

    public init(
      first: Instant, last: Instant, headway: TimeSpan, shortestEgress: TimeSpan,
      longestEgress: TimeSpan
    ) {
      self.first = first
      self.last = last
      self.headway = headway
      self.shortestEgress = shortestEgress
      self.longestEgress = longestEgress
    }
  }

  public struct Purpose: Hashable, Sendable {
    public var name: String
    /// Share of all bookings, in any unit.
    public var weight: Double
    /// From 0 to 1: trips from home; the others go home.
    public var outboundShare: Double
    public var timing: Timing
    public var attractions: [Attraction]

    public init(
      name: String, weight: Double, outboundShare: Double, timing: Timing,
      attractions: [Attraction]
    ) {
      self.name = name
      self.weight = weight
      self.outboundShare = outboundShare
      self.timing = timing
      self.attractions = attractions
    }
  }

  /// How long before the desired departure a share of the parties books: evenly between two times.
  public struct LeadTime: Hashable, Sendable {
    public var weight: Double
    public var shortest: TimeSpan
    public var longest: TimeSpan

    public init(weight: Double, shortest: TimeSpan, longest: TimeSpan) {
      self.weight = weight
      self.shortest = shortest
      self.longest = longest
    }
  }

  /// How a party's door leads to places where it can board.
  public struct Walking: Hashable, Sendable {
    /// How many places are considered at each end, the nearest first.
    public var choices: Int
    /// Walks are this many thousandths of the straight line.
    public var detourThousandths: Int32

    public init(choices: Int, detourThousandths: Int32) {
      self.choices = choices
      self.detourThousandths = detourThousandths
    }
  }

  /// Mean number of bookings a day.
  public var bookingsPerDay: Double
  public var ages: [AgeClass]
  public var zones: [Zone]
  public var purposes: [Purpose]
  public var leadTimes: [LeadTime]
  /// Weights of parties of one rider, of two, and so on.
  public var partySizes: [Double]
  /// From 0 to 1; the others use the app.
  public var phoneShare: Double
  /// An attraction this far away draws a quarter of what it draws next door.
  public var gravityDistance: Meters
  /// Nobody books a shorter trip (straight line).
  public var shortestTrip: Meters
  public var walking: Walking

  public init(
    bookingsPerDay: Double, ages: [AgeClass], zones: [Zone], purposes: [Purpose],
    leadTimes: [LeadTime], partySizes: [Double], phoneShare: Double, gravityDistance: Meters,
    shortestTrip: Meters, walking: Walking
  ) {
    self.bookingsPerDay = bookingsPerDay
    self.ages = ages
    self.zones = zones
    self.purposes = purposes
    self.leadTimes = leadTimes
    self.partySizes = partySizes
    self.phoneShare = phoneShare
    self.gravityDistance = gravityDistance
    self.shortestTrip = shortestTrip
    self.walking = walking
  }
}
