public import Mobility
import RoadNetwork

/// Finds the cheapest place for a request over all vehicles.
///
/// Exact, without looking closely at most of them: a vehicle is examined only if a lower bound says
/// that it could be as cheap as the best one known, the most promising first. There are four ways to
/// serve a request, and each finds its vehicles in its own manner:
///
/// 1. before the next stop and 2. between two later stops: vehicles that could come by both its
///    places (`ReachMap`);
/// 3. pick-up on the way, drop-off after the last stop: vehicles that could come by the pick-up, by
///    when they would be at the drop-off (`LastStops`);
/// 4. both after the last stop: all vehicles, by when they would be at the pick-up.
///
/// Besides, a vehicle that stands where riders are to board may leave them and come back (`WayBack`).
///
/// - SeeAlso: Laupichler, Sanders (2024), "Fast many-to-many routing for dynamic taxi sharing with
///   meeting points", ALENEX 2024, doi:10.1137/1.9781611977929.6.
public struct FleetSearch: Sendable {
  let service: Service
  var search: InsertionSearch
  let cells: RoadCells
  /// As of what happened last, or later.
  private(set) var states: Column<Vehicle, VehicleState?>
  private var lastStops: LastStops
  private var reach: ReachMap

  private var candidates: ContiguousArray<Candidate> = []
  /// By vehicle: for which search it was last examined.
  private var examined: ContiguousArray<Int>
  private var searches = 0
  private var best: Found?
  /// What all insertions cost so far.
  public internal(set) var insertedCost: Cost = 0

  /// A vehicle worth a closer look, and what it costs at least.
  private struct Candidate: Comparable {
    let floor: Cost
    let vehicle: Int

    static func < (a: Self, b: Self) -> Bool {
      (a.floor, a.vehicle) < (b.floor, b.vehicle)
    }
  }

  /// The best insertion over all vehicles.
  public struct Found: Sendable {
    public let vehicle: VehicleID
    public let insertion: Insertion
  }

  /// `mayDelay` says whether those who are promised already can be made to board or arrive later.
  public init(service: Service, vehicleCount: Int, mayDelay: Bool = true) {
    self.service = service
    search = InsertionSearch(service: service, mayDelay: mayDelay)
    cells = service.travelTimes.cells
    states = Column(repeating: nil, count: vehicleCount)
    lastStops = LastStops(cells, weights: service.weights, vehicleCount: vehicleCount)
    reach = ReachMap(cells, vehicleCount: vehicleCount, halt: service.rules.halt)
    examined = .init(repeating: 0, count: vehicleCount)
  }

  /// Position pairs examined so far.
  public var tried: Int { search.tried }

  /// Replaces what is known of a vehicle; `nil` when it takes no more stops.
  public mutating func update(_ vehicle: VehicleID, _ state: VehicleState?) {
    states[vehicle] = search.mayDelay ? state : state?.withoutSlack()
    lastStops.update(vehicle.index, states[vehicle])
    reach.update(vehicle.index, states[vehicle])
  }

  /// The cheapest insertion over all vehicles and all pairs of places.
  ///
  /// The lowest vehicle id wins ties, then the nearer places, then the earlier pick-up and drop-off.
  public mutating func bestInsertion(of request: Request, at now: Instant) -> Found? {
    best = nil
    for terms in service.terms(for: request) { search(for: terms, at: now) }
    return best
  }

  private mutating func search(for terms: Terms, at now: Instant) {
    searches += 1
    guard service.travelTimes.keepsTriangle else {
      for vehicle in states.ids { examine(vehicle.index, for: terms, at: now) }
      return
    }
    let floor = InsertionFloor(terms, at: now, in: service)
    let pickup = cells.spot(of: terms.pickup)
    candidates.removeAll(keepingCapacity: true)
    // A good insertion known early leaves little to look at.
    if let first = soonestAfterLastStop(at: pickup, now) { examine(first, for: terms, at: now) }
    listOnTheWay(floor, from: pickup, to: cells.spot(of: terms.dropoff), terms, now)
    listAfterLastStop(floor, at: pickup, terms, now)
    listWaiting(floor, at: pickup, terms, now)
    candidates.sort()
    for candidate in candidates {
      if let best, candidate.floor > best.insertion.cost { break }
      examine(candidate.vehicle, for: terms, at: now)
    }
  }

  /// The vehicle that could be at the pick-up first after its last stop.
  private mutating func soonestAfterLastStop(at pickup: Spot, _ now: Instant) -> Int? {
    var soonest = (arrival: Instant.distantFuture, vehicle: Int.max)
    for cell in lastStops.cells(around: pickup.cell) {
      guard now + cells.least(from: cell, to: pickup.cell) <= soonest.arrival else { break }
      for vehicle in lastStops.vehicles(endingIn: cell) {
        guard let end = lastStops.ends[Int(vehicle)] else { continue }
        let arrival = max(end.departure, now) + cells.least(from: end.spot, to: pickup)
        if (arrival, Int(vehicle)) < soonest { soonest = (arrival, Int(vehicle)) }
      }
    }
    return soonest.vehicle == .max ? nil : soonest.vehicle
  }

  /// Ways 1 to 3.
  private mutating func listOnTheWay(
    _ floor: InsertionFloor, from pickup: Spot, to dropoff: Spot, _ terms: Terms, _ now: Instant
  ) {
    let ceiling = best?.insertion.cost ?? .max
    for word in 0..<reach.wordCount {
      var passing = reach.word(word, through: pickup.cell)
      let both = reach.word(word, through: dropoff.cell)
      while passing != 0 {
        let bit = passing & ~(passing - 1)
        let vehicle = 64 * word + passing.trailingZeroBitCount
        passing ^= bit
        guard let end = lastStops.ends[vehicle] else { continue }
        var least = dropoffAfterLastStop(floor, end, at: dropoff, terms, now, ceiling)
        if both & bit != 0 {
          let arrival = end.leaves + cells.least(from: end.origin, to: pickup)
          least = min(least, floor.bothOnTheWay(arrival: arrival) + end.leastDelayCost)
        }
        if least <= ceiling { candidates.append(Candidate(floor: least, vehicle: vehicle)) }
      }
    }
  }

  /// Way 3; above `ceiling` where it is not worth a better bound.
  private func dropoffAfterLastStop(
    _ floor: InsertionFloor, _ end: LastStops.End, at dropoff: Spot, _ terms: Terms,
    _ now: Instant, _ ceiling: Cost
  ) -> Cost {
    func least(_ toDropoff: TimeSpan) -> Cost {
      let departure = max(end.departure, now)
      guard departure + toDropoff <= terms.latestArrival else { return .max }
      return floor.dropoffAfterLast(
        departure: departure, toDropoff: toDropoff, homeward: end.homeward, work: end.work)
        + end.leastDelayCost
    }
    let rough = least(cells.least(from: end.spot.cell, to: dropoff.cell))
    return rough > ceiling ? rough : least(cells.least(from: end.spot, to: dropoff))
  }

  /// Way 4.
  private mutating func listAfterLastStop(
    _ floor: InsertionFloor, at pickup: Spot, _ terms: Terms, _ now: Instant
  ) {
    let ceiling = best?.insertion.cost ?? .max
    let latest = min(
      floor.latestArrival(costingAtMost: ceiling), terms.latestBoarding - service.rules.halt)
    for cell in lastStops.cells(around: pickup.cell) {
      // Who stands at the pick-up itself may take the party in a halt that is not over.
      guard cell == pickup.cell || now + cells.least(from: cell, to: pickup.cell) <= latest else {
        break
      }
      for vehicle in lastStops.vehicles(endingIn: cell) {
        guard let end = lastStops.ends[Int(vehicle)] else { continue }
        let least = afterLastStop(floor, end, at: pickup, terms, now)
        if least <= ceiling { candidates.append(Candidate(floor: least, vehicle: Int(vehicle))) }
      }
    }
  }

  /// Vehicles that could leave riders behind and come back for them.
  private mutating func listWaiting(
    _ floor: InsertionFloor, at pickup: Spot, _ terms: Terms, _ now: Instant
  ) {
    let ceiling = best?.insertion.cost ?? .max
    for vehicle in lastStops.waiting {
      guard let end = lastStops.ends[Int(vehicle)], let wayBack = end.wayBack,
        wayBack.isOfUse(for: terms.load)
      else { continue }
      let arrival = max(end.leaves, now) + cells.least(from: end.origin, to: pickup)
      let back = arrival + cells.least(from: pickup, to: end.origin) + service.rules.halt
      let least = floor.bothOnTheWay(arrival: arrival) + end.leastDelayCost
      if back <= wayBack.latestBoarding, least <= ceiling {
        candidates.append(Candidate(floor: least, vehicle: Int(vehicle)))
      }
    }
  }

  private func afterLastStop(
    _ floor: InsertionFloor, _ end: LastStops.End, at pickup: Spot, _ terms: Terms, _ now: Instant
  ) -> Cost {
    guard end.place != terms.pickup else { return floor.bothOnTheWay(arrival: now) }
    let toPickup = cells.least(from: end.spot, to: pickup)
    return floor.bothAfterLast(
      arrival: max(end.departure, now) + toPickup, toPickup: toPickup, homeward: end.homeward)
  }

  /// Looks at all pairs of positions of a vehicle, once in each search.
  private mutating func examine(_ index: Int, for terms: Terms, at now: Instant) {
    guard examined[index] != searches else { return }
    examined[index] = searches
    let vehicle = VehicleID(index)
    // Taken out and put back, so that it is not copied when it changes.
    guard var state = states[vehicle].take() else { return }
    let found = search.bestInsertion(
      of: terms, into: &state, at: now, costingAtMost: best?.insertion.cost ?? .max)
    states[vehicle] = state
    guard let found else { return }
    if let best, (best.insertion.cost, best.vehicle) <= (found.cost, vehicle) { return }
    best = Found(vehicle: vehicle, insertion: found)
  }
}
