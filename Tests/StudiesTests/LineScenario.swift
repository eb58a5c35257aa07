import BatchMatching
import Dispatching
import Mobility
import RoadNetwork
import ScenarioModel
import Studies

/// Eight places on a straight road, a minute and 490 m apart; one van starts and ends at place 0.
///
/// A halt takes 10 s, boarding and alighting 5 s each; riders wait at most 10 minutes and ride at
/// most 1.5 times as long as directly plus 2 minutes. Everyone walks 200 m a minute, and never
/// farther than 300 m unless asked.
struct LineScenario {
  var scenario: Scenario
  private var bookings: [Booking] = []

  init(seats: Int = 4, diversion: Bool = false) {
    let points = (0..<8).map {
      Coordinate(latitude: 34 + 0.490 / 111.195 * Double($0), longitude: 135)
    }
    let roads = (1..<8).flatMap { k in
      [(k - 1, k), (k, k - 1)].map { from, to in
        RoadNetwork.Road(
          from: NodeID(from), to: NodeID(to), duration: .minutes(1), length: Meters(490),
          roadClass: .local)
      }
    }
    let network = RoadNetwork(coordinates: Column(points), roads: roads)
    let places = points.indices.map { k in
      NamedPlace(
        key: "p\(k)", name: "p\(k)", latinName: nil,
        place: Place(node: NodeID(k), coordinate: points[k]), servesRiders: true)
    }
    guard let times = TravelTimes(network, between: Column(places.map(\.place))) else {
      preconditionFailure("a line connects everything")
    }
    let hours = TimeWindow(opens: Instant(hour: 9), closes: Instant(hour: 12))
    let walker = DemandModel.AgeClass(
      name: "runner", weight: 1, isElderly: false, walkingSpeedKmh: 12, walkLimit: Meters(300),
      boarding: .seconds(5))
    scenario = Scenario(
      name: "line", title: Text(english: "A line", japanese: "線"), remarks: [], days: 1, seed: 1,
      network: network, places: Column(places), travelTimes: times,
      vehicles: Column([
        Vehicle(
          id: VehicleID(0), start: PlaceID(0), end: PlaceID(0), cabin: Cabin(seats: seats),
          shift: TimeWindow(opens: Instant(hour: 9), closes: Instant(hour: 12)))
      ]),
      vehicleNames: Column(["van 1"]),
      rules: ServiceRules(
        hours: hours, minimumLead: .zero, maximumWait: .minutes(10),
        promiseTolerance: .minutes(10), rideFactorThousandths: 1500, rideAllowance: .minutes(2),
        halt: .seconds(10)),
      weights: Weights(), refusalWait: .minutes(60), demand: .listed([]),
      walkers: Walkers(
        ages: [walker], walking: DemandModel.Walking(choices: 1, detourThousandths: 1000)),
      strategies: [StrategySettings(standardOf: GreedyInsertion.description)])
  }

  /// Adds a party whose door is at one place or near it; in order of booking.
  mutating func book(
    at booked: Instant, desired: Instant? = nil, from: Int, to: Int, riders: Int = 1,
    door: Coordinate? = nil
  ) {
    let places = scenario.places
    let isNear = door == nil
    bookings.append(
      Booking(
        request: Request(
          id: RequestID(bookings.count), booked: booked, desired: desired ?? booked,
          riders: riders, boarding: .seconds(5),
          pickups: isNear ? [Access(place: PlaceID(from))] : [],
          dropoffs: [Access(place: PlaceID(to))]),
        origin: door ?? places[PlaceID(from)].place.coordinate,
        destination: places[PlaceID(to)].place.coordinate, channel: .app, age: "runner",
        purpose: "", originZone: "", destinationZone: ""))
  }

  var experiment: Experiment {
    var scenario = scenario
    scenario.demand = .listed(bookings)
    return Experiment(scenario) { settings, service in BuiltIn.strategy(settings, service) }
  }
}

/// The strategies that the program ships.
enum BuiltIn {
  static let types: [any DispatchStrategy.Type] = [
    NearestIdle.self, GreedyInsertion.self, BatchMatcher.self, NeighbourhoodDispatch.self,
  ]

  static func strategy(_ settings: StrategySettings, _ service: Service) -> any DispatchStrategy {
    guard let type = types.first(where: { $0.description.id == settings.id }) else {
      preconditionFailure("\(settings.id) is not built in")
    }
    return type.init(settings, service: service)
  }
}
