import Dispatching
import Mobility

/// One moment of matching: who can be assigned to whom, and what each vehicle does meanwhile.
struct EpochProblem {
  let service: Service
  let now: Instant
  let open: [Request]
  let fleet: [VehicleState]
  /// Those that can no longer be given stops included.
  let vehicleCount: Int
  /// Open requests first, in order of booking, then accepted ones that any vehicle may still take.
  let candidates: [[Terms]]
  let openCount: Int

  init(_ situation: Situation, service: Service) {
    self.init(
      now: situation.now, open: situation.open, fleet: situation.fleet,
      vehicleCount: situation.vehicles.count, service: service)
  }

  init(
    now: Instant, open: [Request], fleet: [VehicleState], vehicleCount: Int, service: Service
  ) {
    self.service = service
    self.now = now
    self.open = open
    self.fleet = fleet
    self.vehicleCount = vehicleCount
    var candidates = open.map { service.terms(for: $0) }
    openCount = candidates.count
    for state in fleet {
      // Stops at the place that a vehicle is on its way to stay with it.
      let movable = state.schedule.stops[state.committedStops...].filter { $0.purpose == .pickup }
      candidates += movable.map { [$0.terms] }
    }
    self.candidates = candidates
  }

  /// Riders of an open request.
  func riders(of candidate: Int) -> Cost { Cost(open[candidate].riders) }

  /// The trip that a plan makes: the candidates that it serves, ascending.
  func trip(of schedule: Schedule, in position: Int) -> Trip {
    let committed = fleet[position].committedStops
    let picked = schedule.stops[committed...].filter { $0.purpose == .pickup }
    let requests = Set(picked.map(\.terms.request))
    let members = candidates.indices.filter { candidate in
      candidates[candidate].first.map { requests.contains($0.request) } ?? false
    }
    return Trip(members: members, stops: schedule.stops, cost: schedule.cost)
  }

  /// What all plans that serve their riders in time cost at most, in any choice.
  ///
  /// Everything that is done about the candidates is over when the last of them must have arrived.
  var mostCost: Cost {
    let longest = TimeSpan.hours(24)
    let weights = service.weights
    var span = TimeSpan.minutes(1)
    var cost = Cost(0)
    for terms in candidates.joined() + fleet.lazy.flatMap({ $0.aboard.map(\.terms) }) {
      let boarding = min(terms.latestBoarding, now + longest)
      let ride = min(terms.rideLimit, longest)
      let arrival = min(terms.latestArrival, boarding + terms.boarding + ride)
      span = max(span, arrival - now)
      cost += terms.boardingCost(boarding, at: weights)
      cost += ride.cost(at: weights.ride, riders: terms.riders)
      cost += terms.lateArrivalCost(arrival, at: weights)
    }
    for state in fleet {
      let schedule = state.schedule
      span = max(span, schedule.halts[schedule.lastHalt].departure + schedule.homeward - now)
    }
    return cost + span.cost(at: weights.driving + weights.operation, riders: fleet.count)
  }

  /// What plans of the whole fleet cost, and the price of those whom they do not serve.
  func objective(of plans: [VehicleState]) -> Cost {
    let served = Set(plans.flatMap { $0.schedule.stops.map(\.terms.request) })
    let refused = open.filter { !served.contains($0.id) }.reduce(0) { $0 + Cost($1.riders) }
    return plans.reduce(priceOfRefusal * refused) { $0 + $1.schedule.cost }
  }

  /// So much is a rider worth that no choice refuses one more than another and is better; four times
  /// what that takes, so that a fraction of a refusal in a relaxation proves a whole one.
  var priceOfRefusal: Cost { 4 * mostCost + 1 }
}
