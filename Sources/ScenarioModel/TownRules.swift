public import Mobility

/// The rules by which a road network and stops are made from a town's plan.
public struct TownRules: Hashable, Sendable {
  /// How fast a road class is driven, and what its busy junctions cost.
  public struct Pace: Hashable, Sendable {
    public var speedKmh: Double
    /// Added to each road that ends where this class is the highest of at least three roads.
    public var junctionDelay: TimeSpan

    public init(speedKmh: Double, junctionDelay: TimeSpan) {
      self.speedKmh = speedKmh
      self.junctionDelay = junctionDelay
    }
  }

  public struct Paces: Hashable, Sendable {
    public var trunk: Pace
    public var primary: Pace
    public var collector: Pace
    public var local: Pace

    public init(trunk: Pace, primary: Pace, collector: Pace, local: Pace) {
      self.trunk = trunk
      self.primary = primary
      self.collector = collector
      self.local = local
    }
  }

  /// The streets of a block: a grid with jitter and gaps.
  public struct Streets: Hashable, Sendable {
    /// Between parallel streets: along the rows of houses, and across them.
    public var spacingAlong: Meters
    public var spacingAcross: Meters
    public var jitter: Meters
    /// How much of a grid's loops stay closed, along the rows and across; the rest are cul-de-sacs.
    public var shareAlong: Double
    public var shareAcross: Double
    /// How many of the streets between two blocks of a neighbourhood are open.
    public var shareBetween: Double
    /// A block reaches this far, and further with the root of its population.
    public var smallestRadius: Meters
    public var metersPerRootResident: Double
    public var villageRadius: Meters
    /// Nothing is built this close to a valley road, except villages.
    public var valleySide: Meters
    /// One access to the collector for this many junctions of a block.
    public var junctionsPerAccess: Int

    public init(
      spacingAlong: Meters, spacingAcross: Meters, jitter: Meters, shareAlong: Double,
      shareAcross: Double, shareBetween: Double, smallestRadius: Meters,
      metersPerRootResident: Double,
      villageRadius: Meters, valleySide: Meters, junctionsPerAccess: Int
    ) {
      self.spacingAlong = spacingAlong
      self.spacingAcross = spacingAcross
      self.jitter = jitter
      self.shareAlong = shareAlong
      self.shareAcross = shareAcross
      self.shareBetween = shareBetween
      self.smallestRadius = smallestRadius
      self.metersPerRootResident = metersPerRootResident
      self.villageRadius = villageRadius
      self.valleySide = valleySide
      self.junctionsPerAccess = junctionsPerAccess
    }
  }

  /// How neighbourhoods are tied to the main roads and to each other.
  public struct Links: Hashable, Sendable {
    /// The course with frontage roads on both sides, one way each.
    public var frontageCourse: String
    public var frontageOffset: Meters
    /// Frontage roads begin and end this far beyond the first and last station.
    public var frontageReach: Meters
    public var rampSpacing: Meters
    /// The most links of one neighbourhood to different main roads, and how long one may be.
    public var gates: Int
    public var longestGate: Meters
    public var longestNeighbourLink: Meters

    public init(
      frontageCourse: String, frontageOffset: Meters, frontageReach: Meters, rampSpacing: Meters,
      gates: Int, longestGate: Meters, longestNeighbourLink: Meters
    ) {
      self.frontageCourse = frontageCourse
      self.frontageOffset = frontageOffset
      self.frontageReach = frontageReach
      self.rampSpacing = rampSpacing
      self.gates = gates
      self.longestGate = longestGate
      self.longestNeighbourLink = longestNeighbourLink
    }
  }

  /// Where stops go.
  public struct Siting: Hashable, Sendable {
    public var count: Int
    /// Categories of destinations with stops of their own, the first served first.
    public var categories: [String]
    /// No destination gets a stop this close to another destination's.
    public var spacing: Meters
    /// A stop covers the residents within this walk.
    public var walk: Meters
    public var detourThousandths: Int32

    public init(
      count: Int, categories: [String], spacing: Meters, walk: Meters, detourThousandths: Int32
    ) {
      self.count = count
      self.categories = categories
      self.spacing = spacing
      self.walk = walk
      self.detourThousandths = detourThousandths
    }
  }

  public var seed: UInt64
  public var paces: Paces
  public var streets: Streets
  public var links: Links
  public var siting: Siting

  public init(seed: UInt64, paces: Paces, streets: Streets, links: Links, siting: Siting) {
    self.seed = seed
    self.paces = paces
    self.streets = streets
    self.links = links
    self.siting = siting
  }
}
