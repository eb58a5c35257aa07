public import Dispatching
public import Mobility

/// What one vehicle could have done for a request when that was answered.
public struct VehicleOption: Hashable, Sendable {
  /// The best insertion into the plan as it stood; see `isBetter`.
  public struct Plan: Hashable, Sendable {
    /// How much the cost of the vehicle's plan would have grown.
    public let cost: Cost
    public let pickup: PlaceID
    public let dropoff: PlaceID
    /// Boarding would have begun then.
    public let boarding: Instant
    public let arrival: Instant
    /// The limits that would have had to give; none if the vehicle could have served the request.
    public let breaches: [Breach]

    public init(
      cost: Cost, pickup: PlaceID, dropoff: PlaceID, boarding: Instant, arrival: Instant,
      breaches: [Breach]
    ) {
      self.cost = cost
      self.pickup = pickup
      self.dropoff = dropoff
      self.boarding = boarding
      self.arrival = arrival
      self.breaches = breaches
    }

    public var isFeasible: Bool { breaches.isEmpty }

    /// Whether it breaks fewer limits; as many, by less time together; by as much, with fewer seats
    /// missing; with as many, at less cost.
    public func isBetter(than other: Plan) -> Bool {
      (breaches.count, excess, missingSeats, cost)
        < (other.breaches.count, other.excess, other.missingSeats, other.cost)
    }

    private var excess: TimeSpan { breaches.reduce(.zero) { $0 + $1.excess } }
    private var missingSeats: Int { breaches.reduce(0) { $0 + $1.missingSeats } }
  }

  public let vehicle: VehicleID
  /// `nil` for a vehicle that takes no more stops, or where the request has no places to go between.
  public let plan: Plan?

  public init(vehicle: VehicleID, plan: Plan?) {
    self.vehicle = vehicle
    self.plan = plan
  }

  /// Looks at every pair of positions between every pair of the request's places; of equally good
  /// ones the nearer places, the earlier pick-up, then the earlier drop-off win.
  ///
  /// Stops that are made in one halt stay together, as they do for the strategies.
  ///
  /// - Complexity: O(n⁴) small steps for n stops and each pair of places.
  public init(_ request: Request, by state: VehicleState, in service: Service) {
    vehicle = state.vehicle.id
    let positions = state.positions
    var best: Plan?
    for terms in service.terms(for: request) {
      for (k, pickup) in positions.enumerated() {
        for dropoff in positions[k...] {
          let insertion = Insertion(
            cost: 0, terms: terms, boarding: terms.ready, arrival: terms.ready,
            pickupPosition: pickup, dropoffPosition: dropoff)
          let changed = state.following(
            insertion.inserted(into: state.schedule.stops), in: service)
          guard changed.letsEveryoneOff else { continue }
          let plan = Plan(of: terms, in: changed, before: state)
          if let best, !plan.isBetter(than: best) { continue }
          best = plan
        }
      }
    }
    plan = best
  }
}

extension VehicleOption.Plan {
  fileprivate init(of terms: Terms, in changed: VehicleState, before: VehicleState) {
    let schedule = changed.schedule
    var boarding = terms.ready
    for halt in schedule.halts.indices {
      for stop in schedule.stops(ofHalt: halt).map({ schedule.stops[$0] })
      where stop.purpose == .pickup && stop.terms.request == terms.request {
        boarding = schedule.halts[halt].begin
      }
    }
    self.init(
      cost: schedule.cost - before.schedule.cost, pickup: terms.pickup, dropoff: terms.dropoff,
      boarding: boarding, arrival: schedule.arrival(of: terms.request),
      breaches: changed.breaches)
  }
}

extension VehicleState {
  /// Whether nobody is let off where the vehicle stands, before it has driven.
  fileprivate var letsEveryoneOff: Bool {
    schedule.violations.allSatisfy { violation in
      switch violation {
      case .alightsWithoutPickup, .alightsWithoutArrival, .leavesAboard: false
      default: true
      }
    }
  }

  /// What the schedule's violations come to, with the seats of all halts as one limit.
  fileprivate var breaches: [Breach] {
    guard !schedule.isFeasible else { return [] }
    var breaches: [Breach] = []
    var left: [(request: RequestID, departure: Instant)] = aboard.map { party in
      (party.terms.request, party.left ?? schedule.halts[0].departure)
    }
    for halt in schedule.halts.indices {
      let times = schedule.halts[halt]
      for stop in schedule.stops(ofHalt: halt).map({ schedule.stops[$0] }) {
        let terms = stop.terms
        switch stop.purpose {
        case .pickup:
          left.append((terms.request, times.departure))
          guard times.begin > terms.latestBoarding else { continue }
          breaches.append(.boarding(terms.request, late: times.begin - terms.latestBoarding))
        case .dropoff:
          if times.arrival > terms.latestArrival {
            breaches.append(.arrival(terms.request, late: times.arrival - terms.latestArrival))
          }
          guard let start = left.first(where: { $0.request == terms.request }) else { continue }
          let ride = times.arrival - start.departure
          if ride > terms.rideLimit {
            breaches.append(.ride(terms.request, over: ride - terms.rideLimit))
          }
        }
      }
    }
    let missing = schedule.halts.reduce(0) { max($0, vehicle.cabin.missing(for: $1.load)) }
    if missing > 0 { breaches.append(.seats(missing: missing)) }
    let end = schedule.halts[schedule.lastHalt].departure + schedule.homeward
    if end > vehicle.shift.closes {
      breaches.append(.shiftEnd(late: end - vehicle.shift.closes))
    }
    return breaches
  }
}
