import Mobility
import RoadNetwork
import ScenarioModel
import Testing

/// A town known by heart: an old block in the west, a young one 4 km east, shops between them.
///
/// The near shop lies 1 km east of the old block, the far one 3 km; both weigh the same.
enum SmallDemand {
  static let west = point(0)
  static let east = point(4000)
  static let near = point(1000)
  static let far = point(3000)
  static let hours = TimeWindow(opens: Instant(hour: 9), closes: Instant(hour: 18))

  /// This many metres east of the old block, on the equator.
  static func point(_ meters: Double) -> Coordinate {
    Coordinate(latitude: 0, longitude: meters / 111_195.08)
  }

  static let places = Column<Place, NamedPlace>(
    [west, near, far, east].enumerated().map { number, point in
      NamedPlace(
        key: "stop-\(number)", name: "", latinName: nil,
        place: Place(node: NodeID(number), coordinate: point), servesRiders: true)
    })

  static var shopping: DemandModel.Purpose {
    var weights = [Double](repeating: 0, count: 24)
    weights[9] = 3
    weights[14] = 1
    return DemandModel.Purpose(
      name: "shopping", weight: 1, outboundShare: 0.5, timing: .hourly(weights),
      attractions: [
        .init(name: "near", zone: "middle", point: near, weight: 1),
        .init(name: "far", zone: "middle", point: far, weight: 1),
      ])
  }

  static var model: DemandModel {
    DemandModel(
      bookingsPerDay: 40,
      ages: [
        .init(
          name: "70+", weight: 40, isElderly: true, walkingSpeedKmh: 3.4, walkLimit: Meters(200),
          boarding: .seconds(15)),
        .init(
          name: "others", weight: 60, isElderly: false, walkingSpeedKmh: 4.4,
          walkLimit: Meters(400), boarding: .seconds(8)),
      ],
      zones: [
        .init(name: "old", center: west, radius: Meters(250), population: 1000, elderlyShare: 0.8),
        .init(
          name: "young", center: east, radius: Meters(250), population: 1000, elderlyShare: 0.2),
      ],
      purposes: [shopping],
      leadTimes: [
        .init(weight: 3, shortest: .minutes(10), longest: .minutes(60)),
        .init(weight: 1, shortest: .hours(20), longest: .hours(60)),
      ],
      partySizes: [8, 2], phoneShare: 0.35, gravityDistance: Meters(1000),
      shortestTrip: Meters(500), walking: .init(choices: 2, detourThousandths: 1300))
  }

  /// One street from the old block to the young one.
  static func scenario(vans: Int) throws -> Scenario {
    let network = RoadNetwork(
      coordinates: Column(places.values.map(\.place.coordinate)),
      roads: [(0, 1), (1, 2), (2, 3)].flatMap { a, b in
        [(a, b), (b, a)].map { from, to in
          RoadNetwork.Road(
            from: NodeID(from), to: NodeID(to), duration: .minutes(2), length: Meters(1000),
            roadClass: .local)
        }
      })
    return Scenario(
      name: "small", title: Text(english: "Small", japanese: "小"), remarks: [], days: 1, seed: 1,
      network: network, places: places,
      travelTimes: try #require(
        TravelTimes(network, between: Column(places.values.map(\.place)))),
      vehicles: Column(
        (0..<vans).map {
          Vehicle(
            id: VehicleID($0), start: PlaceID(0), end: nil, cabin: Cabin(seats: 8), shift: hours)
        }),
      vehicleNames: Column((0..<vans).map { "van \($0)" }),
      rules: ServiceRules(
        hours: hours, minimumLead: .minutes(10), maximumWait: .minutes(30),
        promiseTolerance: .minutes(10), rideFactorThousandths: 1500, rideAllowance: .minutes(10),
        halt: .seconds(20)),
      weights: Weights(), refusalWait: .minutes(60), demand: .synthetic(model), strategies: [])
  }
}

extension DemandModel {
  /// The bookings of many days of the small town.
  func bookings(days: Int) -> [Booking] {
    (0..<days).flatMap {
      bookings(onDay: $0, seed: 1, places: SmallDemand.places, hours: SmallDemand.hours)
    }
  }
}

extension Collection {
  func share(where holds: (Element) -> Bool) -> Double {
    Double(count(where: holds)) / Double(count)
  }
}
