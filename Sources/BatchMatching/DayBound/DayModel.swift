import Dispatching
import Mobility
import RoadNetwork

/// A day in small whole numbers, as the search for routes reads it.
///
/// Times are milliseconds, places are numbered by first use, and costs count riders in.
struct DayModel: Sendable {
  /// A request that vans could serve.
  struct Party: Sendable {
    let request: RequestID
    let riders: Int32
    let load: Load
    /// Of all kinds.
    let places: Int32
    let boarding: Int32
    let booked: Int32
    /// What refusing it costs.
    let price: Cost
    /// Its ways to get on, as positions in `pickups`.
    let pickups: Range<Int>
  }

  struct Pickup: Sendable {
    let party: Int
    let place: Int
    let ready: Int32
    let latest: Int32
    /// Where it can get off then, as positions in `rides`.
    let rides: Range<Int>
  }

  struct Ride: Sendable {
    let terms: Terms
    let place: Int
    let earliestArrival: Int32
    let latestArrival: Int32
    let limit: Int32
    /// Walking, less the direct ride: with the ride at its full length this makes the excess.
    let cost: Cost
  }

  /// Vehicles that can do the same.
  struct Group: Sendable {
    let vehicles: [VehicleID]
    let start: Int
    let cabin: Cabin
    /// Its largest total: what the bound reckons with, whichever places they are.
    let places: Int32
    let opens: Int32
    let closes: Int32
    /// Driving to the end of the shift by place.
    let home: ContiguousArray<Int32>
    /// What a day without riders costs.
    let idleCost: Cost
  }

  let problem: DayProblem
  private(set) var parties: ContiguousArray<Party> = []
  private(set) var pickups: ContiguousArray<Pickup> = []
  private(set) var rides: ContiguousArray<Ride> = []
  private(set) var groups: [Group] = []
  private(set) var places: [PlaceID] = []
  /// Row-major: row = origin, column = destination.
  private(set) var drives: ContiguousArray<Int32> = []
  /// What the requests cost that the service refuses whatever its vehicles do.
  private(set) var fixedCost: Cost = 0

  let driving: Cost
  let waiting: Cost
  let riding: Cost
  let halt: Int32
  /// Whether the search for routes minds that no van may leave for a pick-up before it is booked.
  ///
  /// It does not where nobody could board earlier by more than `negligibleLateness` if vans did leave
  /// before: what it finds costs less all the same, and it finds it sooner.
  private(set) var waitsForBookings = false
  private static let negligibleLateness: Int32 = 120_000

  init(_ problem: DayProblem) {
    self.problem = problem
    let weights = problem.service.weights
    driving = Cost(weights.driving)
    waiting = Cost(weights.wait)
    riding = Cost(weights.ride)
    halt = problem.service.rules.halt.milliseconds
    var numbering = PlaceNumbers()
    for request in problem.requests.values { add(request, &numbering) }
    for vehicle in problem.vehicles.values {
      _ = numbering.number(of: vehicle.start)
      if let end = vehicle.end { _ = numbering.number(of: end) }
    }
    places = numbering.places
    drives.reserveCapacity(places.count * places.count)
    let noon = Instant(hour: 12)
    for from in places {
      for to in places {
        let drive = problem.service.travelTimes.drive(from: from, to: to, departing: noon)
        drives.append(drive.milliseconds)
      }
    }
    addGroups(&numbering)
    waitsForBookings = problem.foresight == .bookings && bookingsMatter
  }

  private var bookingsMatter: Bool {
    pickups.contains { pickup in
      let longest = places.indices.reduce(0) { max($0, drive($1, pickup.place)) }
      return parties[pickup.party].booked + longest + halt > pickup.ready + Self.negligibleLateness
    }
  }

  var vehicleCount: Int { problem.vehicles.count }

  @inline(__always)
  func drive(_ from: Int, _ to: Int) -> Int32 { drives[from * places.count + to] }

  @inline(__always)
  func booked(_ pickup: Int) -> Int32 { parties[pickups[pickup].party].booked }

  /// What every plan costs besides its routes and the requests that could be served.
  var constantCost: Cost {
    fixedCost + groups.reduce(0) { $0 + Cost($1.vehicles.count) * $1.idleCost }
  }

  /// What each request costs by itself at least, walking or refused.
  var trivialBound: Cost {
    let weights = problem.service.weights
    var bound = constantCost
    for party in parties {
      let walks = party.pickups.flatMap { pickups[$0].rides }.map { ride in
        rides[ride].terms.walk.cost(at: weights.walk, riders: Int(party.riders))
      }
      bound += min(party.price, walks.min() ?? party.price)
    }
    return bound
  }

  private mutating func add(_ request: Request, _ numbering: inout PlaceNumbers) {
    let (service, weights) = (problem.service, problem.service.weights)
    let price = problem.refusalWait.cost(at: weights.wait, riders: request.riders)
    let choices =
      service.rules.refusal(of: request) == nil
      ? service.terms(for: request).filter {
        $0.direct <= $0.rideLimit && $0.ready <= $0.latestBoarding
      } : []
    guard !choices.isEmpty else {
      fixedCost += price
      return
    }
    let firstPickup = pickups.count
    var rest = choices[...]
    while let first = rest.first {
      let same = rest.prefix { $0.pickup == first.pickup && $0.ready == first.ready }
      let firstRide = rides.count
      for terms in same {
        let walk = terms.walk.cost(at: weights.walk, riders: terms.riders)
        let direct = terms.direct.cost(at: weights.ride, riders: terms.riders)
        rides.append(
          Ride(
            terms: terms, place: numbering.number(of: terms.dropoff),
            earliestArrival: terms.earliestArrival.milliseconds,
            latestArrival: terms.latestArrival.milliseconds, limit: terms.rideLimit.milliseconds,
            cost: walk - direct))
      }
      pickups.append(
        Pickup(
          party: parties.count, place: numbering.number(of: first.pickup),
          ready: first.ready.milliseconds, latest: first.latestBoarding.milliseconds,
          rides: firstRide..<rides.count))
      rest = rest[same.endIndex...]
    }
    parties.append(
      Party(
        request: request.id, riders: Int32(request.riders), load: request.load,
        places: Int32(request.load.total),
        boarding: request.boarding.milliseconds, booked: request.booked.milliseconds,
        price: price, pickups: firstPickup..<pickups.count))
  }

  private mutating func addGroups(_ numbering: inout PlaceNumbers) {
    var rest = problem.vehicles.values[...]
    var known: [[Vehicle]] = []
    while let vehicle = rest.popFirst() {
      let position = known.firstIndex {
        $0[0].start == vehicle.start && $0[0].end == vehicle.end && $0[0].cabin == vehicle.cabin
          && $0[0].shift == vehicle.shift
      }
      if let position { known[position].append(vehicle) } else { known.append([vehicle]) }
    }
    for vehicles in known {
      let first = vehicles[0]
      let start = numbering.number(of: first.start)
      let home = first.end.map { end in
        let number = numbering.number(of: end)
        return ContiguousArray(places.indices.map { drive($0, number) })
      }
      groups.append(
        Group(
          vehicles: vehicles.map(\.id), start: start, cabin: first.cabin,
          places: Int32(first.cabin.largestTotal),
          opens: first.shift.opens.milliseconds, closes: first.shift.closes.milliseconds,
          home: home ?? ContiguousArray(repeating: 0, count: places.count),
          idleCost: driving * Cost(home?[start] ?? 0)))
    }
  }
}

/// Places in the order of their first use.
private struct PlaceNumbers {
  private(set) var places: [PlaceID] = []
  private var numbers: [PlaceID: Int] = [:]

  mutating func number(of place: PlaceID) -> Int {
    if let known = numbers[place] { return known }
    numbers[place] = places.count
    places.append(place)
    return places.count - 1
  }
}
