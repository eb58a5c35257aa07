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
/// - SeeAlso: Laupichler, Sanders (2024), "Fast many-to-many routing for dynamic taxi sharing with
///   meeting points", ALENEX 2024, doi:10.1137/1.9781611977929.6.
public struct FleetSearch: Sendable {
  let service: Service
  /// Whether those who are promised already can be made to board or arrive later.
  let mayDelay: Bool
  var search: InsertionSearch
  private let cells: RoadCells
  /// As of what happened last, or later.
  private(set) var states: Column<Vehicle, VehicleState?>
  private var lastStops: LastStops
  private var reach: ReachMap

  private var candidates: ContiguousArray<Candidate> = []
  /// A bit for each vehicle that could come by the pick-up, so that it is listed once.
  private var listed: ContiguousArray<UInt64>
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

  public init(service: Service, vehicleCount: Int, mayDelay: Bool = true) {
    self.service = service
    self.mayDelay = mayDelay
    search = InsertionSearch(service: service)
    cells = service.travelTimes.cells
    states = Column(repeating: nil, count: vehicleCount)
    lastStops = LastStops(vehicleCount: vehicleCount)
    reach = ReachMap(cells, vehicleCount: vehicleCount, halt: service.rules.halt)
    listed = .init(repeating: 0, count: reach.wordCount)
  }

  /// Position pairs examined so far.
  public var tried: Int { search.tried }

  /// Replaces what is known of a vehicle; `nil` when it takes no more stops.
  public mutating func update(_ vehicle: VehicleID, _ state: VehicleState?) {
    states[vehicle] = mayDelay ? state : state?.withoutSlack()
    lastStops.update(vehicle.index, states[vehicle]?.schedule)
    reach.update(
      vehicle.index, states[vehicle]?.schedule, seats: states[vehicle]?.vehicle.seats ?? 0)
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
    let floor = InsertionFloor(terms, at: now, in: service)
    let pickupCell = cells.cell(of: terms.pickup)
    let dropoffCell = cells.cell(of: terms.dropoff)
    candidates.removeAll(keepingCapacity: true)
    // A good insertion known early leaves little to look at.
    let first = soonestAfterLastStop(at: pickupCell, now)
    if let first { examine(first, for: terms, at: now) }
    listOnTheWay(floor, from: pickupCell, to: dropoffCell, terms, now)
    listAfterLastStop(floor, at: pickupCell, terms, now)
    candidates.sort()
    for candidate in candidates {
      if let best, candidate.floor > best.insertion.cost { break }
      if candidate.vehicle != first { examine(candidate.vehicle, for: terms, at: now) }
    }
  }

  /// The vehicle that could be at the pick-up first after its last stop.
  private func soonestAfterLastStop(at pickup: Int32, _ now: Instant) -> Int? {
    var soonest: (arrival: Instant, vehicle: Int)?
    for vehicle in 0..<lastStops.count {
      let arrival = arrivalAfterLastStop(of: vehicle, at: pickup, now)
      if arrival < soonest?.arrival ?? .distantFuture { soonest = (arrival, vehicle) }
    }
    return soonest?.vehicle
  }

  private func arrivalAfterLastStop(of vehicle: Int, at pickup: Int32, _ now: Instant) -> Instant {
    max(lastStops.departure[vehicle], now)
      + cells.least(from: lastStops.cell[vehicle], to: pickup)
  }

  /// Ways 1 to 3.
  private mutating func listOnTheWay(
    _ floor: InsertionFloor, from pickup: Int32, to dropoff: Int32, _ terms: Terms, _ now: Instant
  ) {
    let ceiling = best?.insertion.cost ?? .max
    let onTheWay = floor.bothOnTheWay
    for word in listed.indices {
      var bits = reach.word(word, through: pickup)
      let both = reach.word(word, through: dropoff)
      listed[word] = 0
      while bits != 0 {
        let bit = bits & ~(bits - 1)
        let vehicle = 64 * word + bits.trailingZeroBitCount
        bits ^= bit
        var least = afterLastStop(floor, vehicle, at: pickup, terms, now)
        let saved = lastStops.leastDelayCost[vehicle]
        if both & bit != 0 { least = min(least, onTheWay + saved) }
        let toDropoff = cells.least(from: lastStops.cell[vehicle], to: dropoff)
        if max(lastStops.departure[vehicle], now) + toDropoff <= terms.latestArrival {
          let dropoffLast = floor.dropoffAfterLast(
            departure: max(lastStops.departure[vehicle], now), toDropoff: toDropoff,
            homeward: lastStops.homeward[vehicle], work: lastStops.work[vehicle])
          least = min(least, dropoffLast + saved)
        }
        listed[word] |= bit
        if least <= ceiling { candidates.append(Candidate(floor: least, vehicle: vehicle)) }
      }
    }
  }

  /// Way 4, for vehicles that are not listed yet.
  private mutating func listAfterLastStop(
    _ floor: InsertionFloor, at pickup: Int32, _ terms: Terms, _ now: Instant
  ) {
    let ceiling = best?.insertion.cost ?? .max
    let latest = min(
      floor.latestArrival(costingAtMost: ceiling), terms.latestBoarding - service.rules.halt)
    for vehicle in 0..<lastStops.count {
      let arrival = arrivalAfterLastStop(of: vehicle, at: pickup, now)
      guard arrival <= latest || lastStops.place[vehicle] == terms.pickup,
        listed[vehicle / 64] & (1 << UInt64(vehicle % 64)) == 0
      else { continue }
      let least = afterLastStop(floor, vehicle, at: pickup, terms, now)
      if least <= ceiling { candidates.append(Candidate(floor: least, vehicle: vehicle)) }
    }
  }

  private func afterLastStop(
    _ floor: InsertionFloor, _ vehicle: Int, at pickup: Int32, _ terms: Terms, _ now: Instant
  ) -> Cost {
    let departure = lastStops.departure[vehicle]
    guard departure < .distantFuture else { return .max }
    // Who boards where the plan ends may join the last halt.
    guard lastStops.place[vehicle] != terms.pickup else { return floor.bothOnTheWay }
    return floor.bothAfterLast(
      arrival: arrivalAfterLastStop(of: vehicle, at: pickup, now),
      toPickup: cells.least(from: lastStops.cell[vehicle], to: pickup),
      homeward: lastStops.homeward[vehicle])
  }

  private mutating func examine(_ index: Int, for terms: Terms, at now: Instant) {
    let vehicle = VehicleID(index)
    guard var state = states[vehicle] else { return }
    let found = search.bestInsertion(
      of: terms, into: &state, at: now, costingAtMost: best?.insertion.cost ?? .max)
    states[vehicle] = state
    guard let found else { return }
    if let best, (best.insertion.cost, best.vehicle) <= (found.cost, vehicle) { return }
    best = Found(vehicle: vehicle, insertion: found)
  }
}
