public import Dispatching
public import Journal
public import Mobility
import RoadNetwork
public import Simulator

/// A straight road with places a minute and 500 m apart: every figure can be told by heart.
///
/// A halt takes 10 s, boarding 5 s and alighting 5 s; riders wait at most 15 minutes and ride at
/// most 1.5 times as long as directly plus 2 minutes. The service is open from 9 to 12, and vans
/// start and end at place 0.
public struct LineWorld {
  public var service: Service
  public var vehicles: Column<Vehicle, Vehicle>
  public private(set) var requests: [Request] = []
  public static let boarding = TimeSpan.seconds(5)

  public init(
    places: Int = 8, seats: [Int] = [4], lead: TimeSpan = .zero,
    shift: TimeWindow = TimeWindow(opens: Instant(hour: 9), closes: Instant(hour: 12)),
    diversion: Bool = false
  ) {
    let points = (0..<places).map { Coordinate(latitude: 0, longitude: Double($0)) }
    let roads = (1..<places).flatMap { k in
      [(k - 1, k), (k, k - 1)].map { from, to in
        RoadNetwork.Road(
          from: NodeID(from), to: NodeID(to), duration: .minutes(1), length: Meters(500),
          roadClass: .local)
      }
    }
    let network = RoadNetwork(coordinates: Column(points), roads: roads)
    let all = Column<Place, Place>(
      points.indices.map { Place(node: NodeID($0), coordinate: points[$0]) })
    guard
      let times = TravelTimes(network, between: all, turningPoints: diversion ? .nodes : .none)
    else {
      preconditionFailure("a line connects everything")
    }
    let rules = ServiceRules(
      hours: TimeWindow(opens: Instant(hour: 9), closes: Instant(hour: 12)), minimumLead: lead,
      maximumWait: .minutes(15), promiseTolerance: .minutes(10), rideFactorThousandths: 1500,
      rideAllowance: .minutes(2), halt: .seconds(10), diversion: diversion)
    service = Service(travelTimes: times, rules: rules, weights: Weights())
    vehicles = Column(
      seats.enumerated().map { k, seats in
        Vehicle(
          id: VehicleID(k), start: PlaceID(0), end: PlaceID(0), cabin: Cabin(seats: seats),
          shift: shift)
      })
  }

  /// Adds a party; requests are to be added in order of booking.
  public mutating func book(
    at booked: Instant, desired: Instant? = nil, arriveBy: Instant? = nil, from: Int, to: Int,
    riders: Int = 1, walk: TimeSpan = .zero
  ) {
    requests.append(
      Request(
        id: RequestID(requests.count), booked: booked, desired: desired ?? booked,
        arriveBy: arriveBy, riders: riders, boarding: Self.boarding,
        pickups: [Access(place: PlaceID(from), walk: walk)],
        dropoffs: [Access(place: PlaceID(to), walk: walk)]))
  }

  public func run(
    _ strategy: any DispatchStrategy, parking: Parking? = nil
  ) throws(StrategyError) -> Trace {
    try Simulation(
      day: 0, requests: Column(requests), vehicles: vehicles, service: service,
      strategy: strategy, parking: parking
    ).run().trace
  }

  /// Where idle vans wait, with the parameters that differ from their standards.
  public func parking(
    _ choice: String, forecast: DemandForecast = DemandForecast(uniformOver: []),
    _ changes: [(name: String, value: Parameter.Value)] = []
  ) -> Parking? {
    let changes = [("repositioning", .choice(choice))] + changes
    let values = Parking.parameters.map { parameter in
      (parameter.name, changes.first { $0.0 == parameter.name }?.1 ?? parameter.standard)
    }
    return Parking(
      StrategySettings(id: "parking", values: values), forecast: forecast, service: service)
  }

  public var greedy: GreedyInsertion {
    GreedyInsertion(StrategySettings(standardOf: GreedyInsertion.description), service: service)
  }
}

extension Trace {
  /// What happened, a line for each record, as a person would tell it.
  public var story: String {
    records.map { "\($0.time) \($0.event.story)" }.joined(separator: "\n")
  }
}

extension Event {
  fileprivate var story: String {
    switch self {
    case .onDuty(let v, let place): "van \(v.index) on duty at \(place.index)"
    case .booked(let r): "\(r.index) books"
    case .refused(let r, let reason): "\(r.index) refused: \(reason.rawValue)"
    case .accepted(let r, let v, let promise):
      "\(r.index) promised van \(v.index) at \(promise.boarding)"
    case .reassigned(let r, let v): "\(r.index) moves to van \(v.index)"
    case .replanned(let v, _): "van \(v.index) has a new plan"
    case .repositioned(let v, let place): "van \(v.index) is to wait at \(place.index)"
    case .halted(let v, let place): "van \(v.index) halts at \(place.index)"
    case .departed(let v, let from, let to): "van \(v.index) leaves \(from.index) for \(to.index)"
    case .diverted(let v, let place, let to):
      "van \(v.index) will turn at \(place.index) for \(to.index)"
    case .arrived(let v, let place, let driven):
      "van \(v.index) at \(place.index) after \(driven.count) m"
    case .boarded(let r, let v, let place): "\(r.index) boards van \(v.index) at \(place.index)"
    case .alighted(let r, let v, let place): "\(r.index) leaves van \(v.index) at \(place.index)"
    case .offDuty(let v, let place): "van \(v.index) off duty at \(place.index)"
    }
  }
}
