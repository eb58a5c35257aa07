public import Mobility
public import RoadNetwork

/// What is known of a town: enough to make a road network like its own, and stops.
public struct TownPlan: Sendable {
  /// A block of homes (丁).
  public struct Block: Hashable, Sendable {
    public var key: String
    public var name: String
    public var latinName: String
    public var neighbourhood: String
    /// Neighbourhoods of one district share a ridge: roads join them without crossing a valley.
    public var district: String
    public var point: Coordinate
    public var population: Double
    /// Stops are sited only in blocks that the service covers.
    public var isServed: Bool

    public init(
      key: String, name: String, latinName: String, neighbourhood: String, district: String,
      point: Coordinate, population: Double, isServed: Bool
    ) {
      self.key = key
      self.name = name
      self.latinName = latinName
      self.neighbourhood = neighbourhood
      self.district = district
      self.point = point
      self.population = population
      self.isServed = isServed
    }
  }

  /// A main road through given points, smoothed.
  public struct Course: Hashable, Sendable {
    public var name: String
    public var roadClass: RoadClass
    /// Valleys part the ridges: only main roads and their links cross one, and few build in it.
    public var isValley: Bool
    /// The first equals the last where the road is a ring.
    public var points: [Coordinate]

    public init(name: String, roadClass: RoadClass, isValley: Bool, points: [Coordinate]) {
      self.name = name
      self.roadClass = roadClass
      self.isValley = isValley
      self.points = points
    }
  }

  /// A place that deserves a stop of its own.
  public struct Destination: Hashable, Sendable {
    public var key: String
    public var name: String
    public var latinName: String
    public var category: String
    public var point: Coordinate
    public var isServed: Bool

    public init(
      key: String, name: String, latinName: String, category: String, point: Coordinate,
      isServed: Bool
    ) {
      self.key = key
      self.name = name
      self.latinName = latinName
      self.category = category
      self.point = point
      self.isServed = isServed
    }
  }

  public var blocks: [Block]
  /// Old villages: a few lanes around each point, outside the blocks.
  public var villages: [Coordinate]
  public var courses: [Course]
  public var destinations: [Destination]

  public init(
    blocks: [Block], villages: [Coordinate], courses: [Course], destinations: [Destination]
  ) {
    self.blocks = blocks
    self.villages = villages
    self.courses = courses
    self.destinations = destinations
  }
}
