public import Dispatching
public import Mobility
import RoadNetwork

/// A little town with random roads, rules and weights, and plans that are feasible in it.
public struct RandomWorld {
  public var service: Service
  public private(set) var numbers: SeededGenerator
  public static let placeCount = 10
  /// Whether vans fold seats away for wheelchairs, and some parties have one.
  private let hasWheelchairs: Bool

  /// With `splitting`, some places are junctions of two nodes, from which the ways differ: a vehicle
  /// that stops there can be faster than one that drives past.
  public init(seed: Int, splitting: Bool = false) {
    var numbers = SeededGenerator(seed: seed)
    var nodes = (0..<Self.placeCount).map { _ in
      Coordinate(
        latitude: .random(in: 0..<600, using: &numbers),
        longitude: .random(in: 0..<600, using: &numbers))
    }
    if splitting { nodes += nodes.prefix(Self.placeCount / 2) }
    var roads: [RoadNetwork.Road] = []
    for (a, from) in nodes.enumerated() {
      for (b, to) in nodes.enumerated() where a != b {
        let apart = abs(from.latitude - to.latitude) + abs(from.longitude - to.longitude)
        let milliseconds = Int32(1000 + 1000 * apart) + .random(in: 0..<90_000, using: &numbers)
        roads.append(
          .init(
            from: NodeID(a), to: NodeID(b), duration: TimeSpan(milliseconds: milliseconds),
            length: Meters(Int32(apart) + 1), roadClass: .local))
      }
    }
    let network = RoadNetwork(coordinates: Column(nodes), roads: roads)
    let places = Column<Place, Place>(
      (0..<Self.placeCount).map { place in
        Place(
          nodes: nodes.indices.filter { $0 % Self.placeCount == place }.map { NodeID($0) },
          coordinate: nodes[place])
      })
    guard let times = TravelTimes(network, between: places) else {
      preconditionFailure("a complete network connects everything")
    }
    let hasHalt = Bool.random(using: &numbers)
    let rules = ServiceRules(
      hours: TimeWindow(opens: Instant(hour: 9), closes: Instant(hour: 18)),
      minimumLead: .zero, maximumWait: .minutes(.random(in: 5...25, using: &numbers)),
      promiseTolerance: .minutes(.random(in: 2...10, using: &numbers)),
      rideFactorThousandths: .random(in: 1000...1800, using: &numbers),
      rideAllowance: .minutes(.random(in: 0...6, using: &numbers)),
      halt: hasHalt ? .seconds(20) : .zero)
    let weights = Weights(
      driving: .random(in: 0...2000, using: &numbers), wait: .random(in: 0...2000, using: &numbers),
      ride: .random(in: 0...2000, using: &numbers), walk: 500)
    service = Service(travelTimes: times, rules: rules, weights: weights)
    self.numbers = numbers
    hasWheelchairs = seed.isMultiple(of: 2)
  }

  public mutating func place() -> PlaceID {
    PlaceID(.random(in: 0..<Self.placeCount, using: &numbers))
  }

  /// A van with so many seats; two of them may make room for a wheelchair, all but one for two.
  public func cabin(seats: Int) -> Cabin {
    guard hasWheelchairs, seats > 2 else { return Cabin(seats: seats) }
    return Cabin([
      Load(seats: seats), Load(seats: seats - 2, wheelchairs: 1), Load(seats: 1, wheelchairs: 2),
    ])
  }

  /// What a party takes; in some one of the riders sits in a wheelchair.
  public func load(riders: Int, at place: PlaceID) -> Load {
    hasWheelchairs && place.index % 3 == 0
      ? Load(seats: riders - 1, wheelchairs: 1) : Load(seats: riders)
  }

  public mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &numbers) < share
  }

  public mutating func whole(in range: ClosedRange<Int32>) -> Int32 {
    .random(in: range, using: &numbers)
  }

  /// A request that asks for a ride within the next half hour.
  public mutating func request(_ id: Int, after now: Instant) -> Request {
    let pickup = place()
    var dropoff = place()
    while dropoff == pickup { dropoff = place() }
    let desired = now + .seconds(.random(in: 0...1800, using: &numbers))
    let arriveBy: Instant? =
      chance(0.15) ? desired + .minutes(.random(in: 15...60, using: &numbers)) : nil
    // Where there is no latest arrival there may be an earliest one.
    let arriveFrom: Instant? =
      arriveBy == nil && chance(0.15)
      ? desired + .minutes(.random(in: 5...25, using: &numbers)) : nil
    let riders = Int.random(in: 1...3, using: &numbers)
    return Request(
      id: RequestID(id), booked: now, desired: desired, arriveFrom: arriveFrom,
      arriveBy: arriveBy, riders: riders, load: load(riders: riders, at: dropoff),
      boarding: .seconds(.random(in: 0...15, using: &numbers)),
      pickups: [Access(place: pickup, walk: .seconds(.random(in: 0...300, using: &numbers)))],
      dropoffs: [Access(place: dropoff, walk: .seconds(.random(in: 0...300, using: &numbers)))])
  }

  /// A vehicle somewhere in its shift: idle, waiting in a halt, or under way.
  public mutating func anchor(at now: Instant) -> Anchor {
    let halt = service.rules.halt
    switch Int.random(in: 0..<3, using: &numbers) {
    case 0: return .standing(at: place(), gate: now + halt, leaves: now)
    case 1:
      let work = TimeSpan.seconds(.random(in: 0...30, using: &numbers))
      let gate = now + .seconds(.random(in: 0...20, using: &numbers))
      return .standing(at: place(), gate: gate, work: work, leaves: gate + work)
    default:
      let arrival = now + .seconds(.random(in: 0...400, using: &numbers))
      return .committed(to: place(), arrival: arrival, gate: arrival + halt)
    }
  }

  /// A vehicle that has let riders off where it now waits for one who leaves later, with more riders
  /// to come over some hours, all limits kept; `nil` when chance had it otherwise.
  public mutating func waitingState(at now: Instant, requests: Int) -> VehicleState? {
    let vehicle = Vehicle(
      id: VehicleID(0), start: PlaceID(0), end: chance(0.7) ? PlaceID(0) : nil,
      cabin: cabin(seats: Int(whole(in: 2...6))),
      shift: TimeWindow(opens: Instant(hour: 9), closes: now + .minutes(whole(in: 120...400))))
    let work = TimeSpan.seconds(whole(in: 0...90))
    let anchor = Anchor.standing(at: place(), gate: now, work: work, leaves: now + work)
    var stops: ContiguousArray<PlannedStop> = []
    for k in 0..<requests {
      // The later ones ask for times close to those of the first, so that they share its ride.
      let pickup = k == 0 ? anchor.place : place()
      var dropoff = place()
      while dropoff == pickup { dropoff = place() }
      let desired = now + .minutes(20) + .seconds(whole(in: 0...(k == 0 ? 1800 : 3600)))
      let riders = Int(whole(in: 1...2))
      let request = Request(
        id: RequestID(k), booked: now - .minutes(60), desired: desired, riders: riders,
        load: load(riders: riders, at: dropoff), boarding: .seconds(whole(in: 0...60)),
        pickups: [Access(place: pickup)], dropoffs: [Access(place: dropoff)])
      guard let terms = service.terms(for: request).first else { continue }
      let places = stops.isEmpty ? 1 : 8
      for _ in 0..<places {
        let p = k == 0 ? 0 : Int(whole(in: 1...Int32(max(stops.count, 1))))
        guard p <= stops.count else { continue }
        let q = Int(whole(in: Int32(p)...Int32(stops.count)))
        let longer = Insertion(
          cost: 0, terms: terms, boarding: now, arrival: now, pickupPosition: p, dropoffPosition: q
        ).inserted(into: stops)
        let replay = RouteReplay(longer, of: vehicle, from: anchor, aboard: [], in: service)
        if replay.isFeasible {
          stops = longer
          break
        }
      }
    }
    guard stops.first?.place == anchor.place else { return nil }
    return VehicleState(vehicle, anchor: anchor, aboard: [], stops: stops, in: service)
  }

  /// A vehicle with riders aboard and promised, all limits kept; `nil` when chance had it otherwise.
  public mutating func state(
    of vehicleID: VehicleID = VehicleID(0), at now: Instant, requests: Int, firstRequest: Int = 0
  ) -> VehicleState? {
    let vehicle = Vehicle(
      id: vehicleID, start: PlaceID(0), end: chance(0.7) ? PlaceID(0) : nil,
      cabin: cabin(seats: .random(in: 2...6, using: &numbers)),
      shift: TimeWindow(
        opens: Instant(hour: 9), closes: now + .minutes(.random(in: 40...180, using: &numbers))))
    let anchor = anchor(at: now)
    var aboard: [Aboard] = []
    var stops: ContiguousArray<PlannedStop> = []
    for k in firstRequest..<firstRequest + requests {
      var request = request(k, after: now)
      if chance(0.3) {
        request = Request(
          id: request.id, booked: now - .minutes(20), desired: now - .minutes(10),
          riders: request.riders, load: request.load, boarding: request.boarding,
          pickups: request.pickups, dropoffs: request.dropoffs)
      }
      guard let terms = service.terms(for: request).first else { continue }
      if request.desired < now {
        let left: Instant? =
          anchor.isCommitted || chance(0.7)
          ? now - .seconds(.random(in: 0...200, using: &numbers)) : nil
        guard terms.dropoff != anchor.place || anchor.isCommitted else { continue }
        let party = Aboard(terms: terms, left: left)
        let at = Int.random(in: 0...stops.count, using: &numbers)
        var longer = stops
        longer.insert(PlannedStop(.dropoff, terms), at: at)
        if RouteReplay(longer, of: vehicle, from: anchor, aboard: aboard + [party], in: service)
          .isFeasible
        {
          stops = longer
          aboard.append(party)
        }
        continue
      }
      for _ in 0..<6 {
        let p = Int.random(in: 0...stops.count, using: &numbers)
        let q = Int.random(in: p...stops.count, using: &numbers)
        let longer = Insertion(
          cost: 0, terms: terms, boarding: now, arrival: now, pickupPosition: p, dropoffPosition: q
        ).inserted(into: stops)
        let replay = RouteReplay(longer, of: vehicle, from: anchor, aboard: aboard, in: service)
        if replay.isFeasible {
          stops = longer
          break
        }
      }
    }
    if anchor.isCommitted && stops.first?.place != anchor.place { return nil }
    return VehicleState(vehicle, anchor: anchor, aboard: aboard, stops: stops, in: service)
  }
}
