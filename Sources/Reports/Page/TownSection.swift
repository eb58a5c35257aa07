import Indicators
import Mobility
import RoadNetwork
import ScenarioModel

/// The town on the map: its streets, stops and zones, and where riders were refused.
public struct TownSection: Hashable, Sendable, Encodable {
  public struct Streets: Hashable, Sendable, Encodable {
    public let roadClass: String
    /// Lines of latitudes and longitudes, as `EncodedLine` writes them.
    public let lines: [String]
  }

  public struct Stop: Hashable, Sendable, Encodable {
    public let name: PageName
    public let latitude: Double
    public let longitude: Double
    public let servesRiders: Bool
  }

  /// No zone has an outline: it is a disc around the doors at which its riders set out.
  public struct Zone: Hashable, Sendable, Encodable {
    public struct Figure: Hashable, Sendable, Encodable {
      public let riders: Int
      public let refused: Int
      public let penalisedMean: Double?
    }

    public let name: PageName
    public let latitude: Double
    public let longitude: Double
    public let radiusInMeters: Int
    /// By strategy.
    public let figures: [Figure]
  }

  /// A party turned down by one of the strategies, at its door.
  public struct RefusedParty: Hashable, Sendable, Encodable {
    public let strategy: Int
    public let day: Int
    public let request: Int
    public let riders: Int
    public let desired: Double
    public let reason: String
    public let latitude: Double
    public let longitude: Double
    public let zone: PageName
  }

  public let streets: [Streets]
  public let stops: [Stop]
  public let zones: [Zone]
  public let refusals: [RefusedParty]

  init(of run: RunFigures) {
    let scenario = run.scenario
    let latin = PageName.latinNames(in: scenario)
    streets = StreetLines(scenario.network).streets(atMost: PageLimits.roads)
    stops = scenario.places.values.map { place in
      Stop(
        name: PageName(place), latitude: rounded(place.place.coordinate.latitude),
        longitude: rounded(place.place.coordinate.longitude), servesRiders: place.servesRiders)
    }
    zones = Self.zones(of: run, latin: latin)
    refusals = Self.refusals(of: run, latin: latin)
  }

  private static func zones(of run: RunFigures, latin: [String: String]) -> [Zone] {
    let bookings = run.bookings.flatMap { $0 }
    let trips = run.strategies.map { $0.days.flatMap(\.trips.values) }
    var members: [String: [Int]] = [:]
    for (position, booking) in bookings.enumerated() where !booking.originZone.isEmpty {
      members[booking.originZone, default: []].append(position)
    }
    return members.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .prefix(PageLimits.zones)
      .map { name, positions in
        let disc = Disc(around: positions.map { bookings[$0].origin })
        return Zone(
          name: PageName(name: name, latin: latin[name]), latitude: rounded(disc.centre.latitude),
          longitude: rounded(disc.centre.longitude), radiusInMeters: disc.radiusInMeters,
          figures: trips.map { trips in
            let profile = WaitProfile(
              of: positions.map { trips[$0] }, bounds: [], refusalWait: run.scenario.refusalWait)
            return Zone.Figure(
              riders: profile.riders, refused: profile.refused,
              penalisedMean: profile.penalisedMean)
          })
      }
  }

  private static func refusals(of run: RunFigures, latin: [String: String]) -> [RefusedParty] {
    var parties: [RefusedParty] = []
    for (position, strategy) in run.strategies.enumerated() {
      for (day, bookings) in zip(strategy.days, run.bookings) {
        for (trip, booking) in zip(day.trips.values, bookings) {
          guard case .refused(let reason, _) = trip.answer else { continue }
          parties.append(
            RefusedParty(
              strategy: position, day: day.day, request: trip.request.id.index,
              riders: trip.request.riders, desired: trip.request.desired.inSeconds,
              reason: reason.rawValue, latitude: rounded(booking.origin.latitude),
              longitude: rounded(booking.origin.longitude),
              zone: PageName(name: booking.originZone, latin: latin[booking.originZone])))
          if parties.count == PageLimits.refusals { return parties }
        }
      }
    }
    return parties
  }
}

/// A circle on the ground about as large as the points are spread.
private struct Disc {
  let centre: Coordinate
  let radiusInMeters: Int

  /// The radius is the root of the mean square distance, within what is easy to see on a map.
  init(around points: [Coordinate]) {
    let count = Double(points.count)
    let latitude = points.reduce(0) { $0 + $1.latitude } / count
    let longitude = points.reduce(0) { $0 + $1.longitude } / count
    centre = Coordinate(latitude: latitude, longitude: longitude)
    let squares = points.reduce(0.0) { sum, point in
      let north = (point.latitude - latitude) * metersPerDegree
      let east = (point.longitude - longitude) * metersPerDegree * cosine(ofDegrees: latitude)
      return sum + north * north + east * east
    }
    radiusInMeters = min(350, max(140, Int((squares / count).squareRoot())))
  }
}
