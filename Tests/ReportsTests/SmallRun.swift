import Journal
import Mobility
import Reports
import RoadNetwork
import ScenarioModel

/// Two days of a van on a street, under two strategies: one comes when wanted, one a little later.
///
/// Home, shop and clinic lie a kilometre apart, two minutes each. Every day a couple rides from
/// home to the clinic; on the second day a man goes along from the shop, or is refused.
enum SmallRun {
  static let home = PlaceID(0)
  static let shop = PlaceID(1)
  static let clinic = PlaceID(2)
  static let van = VehicleID(0)

  static let rules = ServiceRules(
    hours: TimeWindow(opens: Instant(hour: 9), closes: Instant(hour: 12)),
    minimumLead: .minutes(10), maximumWait: .minutes(30), promiseTolerance: .minutes(10),
    rideFactorThousandths: 1500, rideAllowance: .minutes(10), halt: .seconds(20))

  static let scenario: Scenario = {
    let coordinates = [34.48, 34.489, 34.498].map { Coordinate(latitude: $0, longitude: 135.49) }
    let roads = [(0, 1), (1, 0), (1, 2), (2, 1)].map { tail, head in
      RoadNetwork.Road(
        from: NodeID(tail), to: NodeID(head), duration: .minutes(2), length: Meters(1000),
        roadClass: .local)
    }
    let network = RoadNetwork(coordinates: Column(coordinates), roads: roads)
    let places = zip(["home", "shop", "clinic"], coordinates.indices).map { key, index in
      NamedPlace(
        key: key, name: key, latinName: nil,
        place: Place(node: NodeID(index), coordinate: coordinates[index]), servesRiders: true)
    }
    guard let travelTimes = TravelTimes(network, between: Column(places.map(\.place))) else {
      preconditionFailure("the street is connected")
    }
    return Scenario(
      name: "small-street",
      title: Text(english: "A small street", japanese: "小さな通り"),
      remarks: [
        Text(
          english: "Synthetic road network: one street of three places, each two minutes from "
            + "the next, which no town has.",
          japanese: "道路網は合成したもので、家、店、診療所の三つの場所が二分おきに並ぶ一本の通りであり、実在の町を表すものではない。")
      ],
      days: 2, seed: 7, network: network, places: Column(places), travelTimes: travelTimes,
      vehicles: Column([
        Vehicle(id: van, start: home, end: nil, cabin: Cabin(seats: 3), shift: rules.hours)
      ]),
      vehicleNames: Column(["van 1"]), rules: rules, weights: Weights(wait: 1500),
      refusalWait: .minutes(60), demand: .listed(bookings[1]), strategies: [])
  }()

  static let bookings: [[Booking]] = [[couple], [couple, man]]

  static let couple = booking(
    0, desired: Instant(hour: 9, minute: 10), riders: 2,
    from: Access(place: home, walk: .seconds(60), distance: Meters(70)), age: "70+")
  static let man = booking(
    1, desired: Instant(hour: 9, minute: 12), riders: 1, from: Access(place: shop),
    age: "says \"young\", is not")

  static let results = RunResults(
    scenario: scenario, bookings: bookings,
    strategies: [
      RunResults.StrategyRun(
        id: "greedy", traces: [trace(day: 0, later: 0), trace(day: 1, later: 0)],
        computeSeconds: [0.25, 0.75], traceDigest: String(repeating: "0123456789abcdef", count: 4)),
      RunResults.StrategyRun(
        id: "batch", traces: [trace(day: 0, later: 90), trace(day: 1, later: 90)],
        computeSeconds: [1, 2], traceDigest: String(repeating: "fedcba9876543210", count: 4)),
    ])
  static let figures = RunFigures(of: results)

  /// The first strategy's days under other names, and maybe a day on which nobody books.
  static func figures(
    strategies: [String], days: Int = 2, withEmptyDay: Bool = false,
    weights: Weights = scenario.weights, limits: ServiceRules.Limits = .hard
  ) -> RunFigures {
    var scenario = scenario
    scenario.weights = weights
    scenario.rules.limits = limits
    let empty = Trace(
      day: days,
      records: [
        Record(rules.hours.opens, .onDuty(van, at: home)),
        Record(rules.hours.closes, .offDuty(van, at: home)),
      ])
    let traces = (0..<days).map { trace(day: $0, later: 0) } + (withEmptyDay ? [empty] : [])
    return RunFigures(
      of: RunResults(
        scenario: scenario, bookings: bookings.prefix(days) + (withEmptyDay ? [[]] : []),
        strategies: strategies.map {
          RunResults.StrategyRun(
            id: $0, traces: traces, computeSeconds: traces.map { _ in 1 },
            traceDigest: String(repeating: "0", count: 64))
        }))
  }

  /// The van serves the couple so many seconds late; being late, it cannot take the man.
  static func trace(day: Int, later: Int32) -> Trace {
    let booked = Instant(hour: 9)
    let boarding = Instant(hour: 9, minute: 11) + .seconds(later)
    let takesMan = day == 1 && later == 0
    let atShop = boarding + .seconds(10 + 120)
    let manBoards = atShop + .seconds(20)
    let leavesShop = manBoards + .seconds(10)
    let arrival = takesMan ? leavesShop + .seconds(120) : boarding + .seconds(10 + 240)
    var records = [
      Record(booked, .onDuty(van, at: home)),
      Record(booked, .booked(couple.request.id)),
      Record(
        booked,
        .accepted(couple.request.id, by: van, promise(couple.request, boarding, minutes: 4))),
      Record(booked, .replanned(van, [])),
    ]
    if day == 1 {
      let answer: Event =
        takesMan
        ? .accepted(man.request.id, by: van, promise(man.request, manBoards, minutes: 2))
        : .refused(man.request.id, .noVehicleInTime)
      records += [Record(booked, .booked(man.request.id)), Record(booked, answer)]
      if takesMan { records.append(Record(booked, .replanned(van, []))) }
    }
    records += [
      Record(booked, .halted(van, at: home)),
      Record(boarding, .boarded(couple.request.id, on: van, at: home)),
    ]
    if takesMan {
      records += [
        Record(boarding + .seconds(10), .departed(van, from: home, to: shop)),
        Record(atShop, .arrived(van, at: shop, driven: Meters(1000))),
        Record(manBoards, .boarded(man.request.id, on: van, at: shop)),
        Record(leavesShop, .departed(van, from: shop, to: clinic)),
        Record(arrival, .arrived(van, at: clinic, driven: Meters(1000))),
        Record(arrival, .alighted(couple.request.id, from: van, at: clinic)),
        Record(arrival, .alighted(man.request.id, from: van, at: clinic)),
      ]
    } else {
      records += [
        Record(boarding + .seconds(10), .departed(van, from: home, to: clinic)),
        Record(arrival, .arrived(van, at: clinic, driven: Meters(2000))),
        Record(arrival, .alighted(couple.request.id, from: van, at: clinic)),
      ]
    }
    records.append(Record(rules.hours.closes, .offDuty(van, at: clinic)))
    return Trace(day: day, records: records)
  }

  private static func booking(
    _ index: Int, desired: Instant, riders: Int, from pickup: Access, age: String
  ) -> Booking {
    Booking(
      request: Request(
        id: RequestID(index), booked: Instant(hour: 9), desired: desired, riders: riders,
        boarding: .seconds(10), pickups: [pickup], dropoffs: [Access(place: clinic)]),
      origin: Coordinate(latitude: 34.4805, longitude: 135.4905),
      destination: Coordinate(latitude: 34.498, longitude: 135.49), channel: .phone, age: age,
      purpose: "hospital", originZone: "north", destinationZone: "south")
  }

  private static func promise(
    _ request: Request, _ boarding: Instant, minutes direct: Int32
  ) -> Promise {
    rules.promise(
      of: rules.terms(
        for: request, from: request.pickups[0], to: request.dropoffs[0],
        direct: .minutes(direct)),
      boarding: boarding, arrival: boarding + .minutes(direct))
  }
}
