public import Mobility
public import RoadNetwork

/// When a vehicle makes its stops, what that costs, and how late it could be.
///
/// `Words.md`, beside this file, has the words and a picture of a halt.
///
/// Halt 0 is where the vehicle is next free to turn, with the stops it makes there (none, if its
/// first stop is elsewhere or it is only passing); every further halt joins the consecutive stops at
/// one place. Vehicles
/// drive as early as they can and wait at the next stop: a halt begins boarding at the latest of
/// arrival + `halt` and its riders' ready times, and ends after the boarding and alighting of all.
public struct Schedule: Sendable {
  /// One halt with its times and limits.
  public struct Halt: Sendable {
    public internal(set) var place: PlaceID
    /// Where that is, for lower bounds of driving times.
    public internal(set) var spot: Spot
    /// Position of its first stop; its stops end where those of the next halt begin.
    public let firstStop: Int
    /// Driving time from the halt before; zero at halt 0.
    public internal(set) var leg: TimeSpan
    public internal(set) var arrival: Instant
    /// When boarding could begin if all riders were there.
    public internal(set) var gate: Instant
    /// When boarding begins.
    public internal(set) var begin: Instant
    public internal(set) var departure: Instant
    /// Time for all who board and alight.
    public internal(set) var work: TimeSpan
    /// What is aboard on departure.
    public let load: Load
    /// Riders who board.
    public let boarding: Int
    /// Riders whose ride starts on departure: these, and who boarded earlier in the same halt.
    public let starting: Int
    public let alighting: Int
    public fileprivate(set) var latestBoarding: Instant
    /// The latest arrival that suits all who alight, as the rides to here start in this schedule.
    public fileprivate(set) var latestArrival: Instant
    /// How much later the vehicle may arrive, and no millisecond more, with every limit kept from
    /// here on, if all rides that are under way by then started as in this schedule.
    public fileprivate(set) var slack = TimeSpan.unlimited
    /// The same without the ride limits of those who board in this schedule.
    public fileprivate(set) var looseSlack = TimeSpan.unlimited

    /// How much of a later arrival the halts from here on absorb together.
    public fileprivate(set) var absorbed = TimeSpan.zero
    /// What a millisecond of delay costs riders from here on, as long as nothing absorbs it.
    public fileprivate(set) var delayCost: Cost = 0

    /// How much of a later arrival this halt absorbs.
    @inlinable public var wait: TimeSpan { begin - gate }
  }

  /// What one stop adds to the limits of its halt.
  struct Ride: Sendable {
    /// The halt of the pick-up; `nil` for a party that has left its pick-up halt already.
    let pickupHalt: Int?
    /// The latest arrival by itself, whenever the ride starts.
    var latestArrival: Instant
    var limit: TimeSpan
  }

  public let stops: ContiguousArray<PlannedStop>
  public private(set) var halts: ContiguousArray<Halt> = []
  /// One per stop; pick-ups have none.
  private(set) var rides: ContiguousArray<Ride?> = []
  /// Driving to the place where the shift ends.
  public private(set) var homeward = TimeSpan.zero
  /// Weighted driving, operation, wait, excess ride, walk and lateness of all stops to make.
  public private(set) var cost: Cost = 0
  /// How much later the last halt may be left so that the shift still ends in time.
  public private(set) var shiftSlack = TimeSpan.zero
  /// The limits that the schedule breaks, in the order of the stops.
  public private(set) var violations: [Violation] = []

  /// Whether a stop is for a new request that may exceed its limits at a price.
  private(set) var hasSoftStops = false
  /// The least that delays can cost riders, where later arrivals are absorbed: their rides shorten.
  private(set) var leastDelayCost: Cost = 0

  public var isFeasible: Bool { violations.isEmpty }
  public var route: Route { Route(stops.map(\.stop)) }
  public var lastHalt: Int { halts.count - 1 }

  /// When the request is at its drop-off place.
  public func arrival(of request: RequestID) -> Instant { halt(of: request, .dropoff).arrival }

  /// When boarding of the request begins.
  func boarding(of request: RequestID) -> Instant { halt(of: request, .pickup).begin }

  private func halt(of request: RequestID, _ purpose: Stop.Purpose) -> Halt {
    for k in halts.indices {
      for position in stops(ofHalt: k)
      where stops[position].purpose == purpose && stops[position].terms.request == request {
        return halts[k]
      }
    }
    preconditionFailure("no such stop in this schedule")
  }

  /// Whether all stops of the `other` schedule are made no later in this one.
  func isNowhereLater(than other: Schedule) -> Bool {
    other.stops.allSatisfy { stop in
      let request = stop.terms.request
      return switch stop.purpose {
      case .pickup: boarding(of: request) <= other.boarding(of: request)
      case .dropoff: arrival(of: request) <= other.arrival(of: request)
      }
    }
  }

  public func stopCount(ofHalt halt: Int) -> Int {
    endOfStops(ofHalt: halt) - halts[halt].firstStop
  }

  public func stops(ofHalt halt: Int) -> Range<Int> {
    halts[halt].firstStop..<endOfStops(ofHalt: halt)
  }

  private func endOfStops(ofHalt halt: Int) -> Int {
    halt == lastHalt ? stops.count : halts[halt + 1].firstStop
  }

  /// Legs that an `earlier` schedule had are taken from it.
  ///
  /// With `revisits` the vehicle leaves its place before it makes its first stop there, so that this
  /// is a halt of its own; that is only of use to insert something in between.
  ///
  /// - Complexity: O(n) look-ups and O(n²) small steps for n stops.
  public init(
    _ stops: ContiguousArray<PlannedStop>, of vehicle: Vehicle, from anchor: Anchor,
    aboard: [Aboard], in service: Service, earlier: Schedule? = nil, revisits: Bool = false
  ) {
    self.stops = stops
    var builder = ScheduleBuilder(
      vehicle: vehicle, anchor: anchor, aboard: aboard, service: service,
      known: earlier?.halts ?? [])
    var next = 0
    if revisits || anchor.isPassing {
      builder.addHalt(with: [], from: 0)
    } else {
      next = stops.prefix { $0.place == anchor.place }.count
      builder.addHalt(with: stops[..<next], from: 0)
    }
    while next < stops.count {
      let end = stops[next...].prefix { $0.place == stops[next].place }.endIndex
      builder.addHalt(with: stops[next..<end], from: next)
      next = end
    }
    builder.close()
    halts = builder.halts
    rides = builder.rides
    homeward = builder.homeward
    cost = builder.cost
    violations = builder.violations
    computeSlack(shiftEnd: vehicle.shift.closes)
    computeDelayCosts(at: service.weights)
  }

  /// The same stops at the same times, from a later anchor on the same way.
  ///
  /// Only the first halt and the leg after it depend on where the vehicle is.
  mutating func move(to anchor: Anchor, in service: Service) {
    let old = halts[0]
    halts[0].place = anchor.place
    halts[0].spot = service.travelTimes.cells.spot(of: anchor.place)
    halts[0].arrival = anchor.arrival
    halts[0].gate = anchor.gate
    halts[0].begin = max(old.begin, anchor.gate)
    halts[0].departure = max(old.departure, anchor.leaves)
    // A halt that is over is no longer joined.
    if stopCount(ofHalt: 0) == 0 { halts[0].work = anchor.work }
    if halts.count == 1 {
      shiftSlack -= halts[0].departure - old.departure
    } else {
      if anchor.isPassing { halts[1].leg = halts[1].arrival - anchor.leaves }
      cost -= (halts[0].arrival - old.arrival).cost(at: service.weights.operation)
      cost -= (halts[0].departure - old.departure).cost(at: service.weights.driving)
    }
  }

  /// The same schedule, but nobody in it may board or arrive later than in `planned`, which has the
  /// same stops and perhaps no halt before the first of them.
  func holding(_ planned: Schedule, shiftEnd: Instant) -> Schedule {
    var held = self
    let first = halts.count - planned.halts.count
    for (k, halt) in planned.halts.enumerated() where planned.stopCount(ofHalt: k) > 0 {
      if halt.boarding > 0 { held.halts[first + k].latestBoarding = halt.begin }
      if halt.alighting > 0 { held.halts[first + k].latestArrival = halt.arrival }
      for position in stops(ofHalt: first + k) where rides[position] != nil {
        held.rides[position]?.latestArrival = halt.arrival
      }
    }
    held.computeSlack(shiftEnd: shiftEnd)
    return held
  }

  /// The same schedule as it would be without one kind of limit.
  func ignoring(_ limit: Refusal, of vehicle: Vehicle) -> Schedule {
    var free = self
    if limit == .rideTime {
      for k in halts.indices {
        free.halts[k].latestArrival = .distantFuture
        for position in stops(ofHalt: k) where rides[position] != nil {
          let latest = stops[position].terms.latestArrival
          free.rides[position]?.latestArrival = latest
          free.rides[position]?.limit = .unlimited
          free.halts[k].latestArrival = min(free.halts[k].latestArrival, latest)
        }
      }
    }
    free.computeSlack(shiftEnd: limit == .shiftEnd ? .distantFuture : vehicle.shift.closes)
    return free
  }

  private mutating func computeDelayCosts(at weights: Weights) {
    var absorbed = TimeSpan.zero
    var cost = Cost(0)
    for k in halts.indices.reversed() {
      let halt = halts[k]
      absorbed += halt.wait
      cost += Cost(weights.wait) * Cost(halt.boarding)
      cost += Cost(weights.ride) * Cost(halt.alighting - halt.starting)
      halts[k].absorbed = absorbed
      halts[k].delayCost = cost
    }
    let rides = halts.reduce(0) { $0 + $1.starting }
    leastDelayCost = -absorbed.cost(at: weights.ride, riders: rides)
    hasSoftStops = stops.contains {
      min($0.terms.preferredBoarding, $0.terms.preferredArrival) < .distantFuture
    }
  }

  /// Forward time slack (Savelsbergh 1992, "The vehicle routing problem with time windows:
  /// minimizing route duration", ORSA Journal on Computing 4(2), doi:10.1287/ijoc.4.2.146), with
  /// ride limits: a ride that starts at or after the halt in question starts later as well, so that
  /// its limit never binds if it is kept now.
  ///
  /// A vehicle that leaves a halt it has worked in and comes back may leave with its riders sooner than
  /// planned, and so break their limit: then nothing is certain.
  private mutating func computeSlack(shiftEnd: Instant) {
    shiftSlack = shiftEnd - (halts[lastHalt].departure + homeward)
    for k in halts.indices {
      var (slack, looseSlack) = (TimeSpan.unlimited, TimeSpan.unlimited)
      var absorbed = TimeSpan.zero
      for m in k...lastHalt {
        let halt = halts[m]
        looseSlack = min(looseSlack, absorbed + (halt.latestBoarding - halt.gate))
        for position in stops(ofHalt: m) {
          guard let ride = rides[position] else { continue }
          looseSlack = min(looseSlack, absorbed + (ride.latestArrival - halt.arrival))
          guard let start = ride.pickupHalt else { continue }
          let spare = halts[start].departure + ride.limit - halt.arrival
          if spare < .zero {
            slack = -.unlimited
          } else if start < k {
            slack = min(slack, absorbed + spare)
          }
        }
        absorbed += halt.wait
      }
      halts[k].looseSlack = min(looseSlack, absorbed + shiftSlack)
      halts[k].slack = min(slack, halts[k].looseSlack)
    }
  }
}
