public import Dispatching
public import Mobility
import Optimization
import RoadNetwork

/// Plans anew for all vehicles together whenever requests come in.
///
/// For each vehicle it makes the trips that it could serve over the open requests and those
/// promised riders who have not boarded, and lets GLPK choose one trip per vehicle: everyone
/// promised is served within the promise, as many new riders as possible, at least cost. The
/// present plans and the greedy insertion are always among the choices.
///
/// - SeeAlso: Alonso-Mora et al. (2017), "On-demand high-capacity ride-sharing via dynamic
///   trip-vehicle assignment", PNAS 114(3), doi:10.1073/pnas.1611675114.
public struct BatchMatcher: DispatchStrategy {
  public static let description = StrategyDescription(
    id: "batch",
    summary: "Re-plans all vehicles together with GLPK; promised riders may change vehicles.",
    parameters: [
      Parameter(
        "trigger", .choice(["event", "interval"]), standard: .choice("event"),
        summary: "Plan at every booking, or at regular intervals."),
      Parameter(
        "interval", .duration(.seconds(1)...TimeSpan.hours(1)), standard: .duration(.seconds(30)),
        summary: "Time between plans when the trigger is interval."),
      Parameter(
        "answer_within", .duration(.zero...TimeSpan.hours(1)), standard: .duration(.minutes(5)),
        summary: "Longest time a request stays open when the trigger is interval."),
      Parameter(
        "sets", .whole(1...1_000_000), standard: .whole(400),
        summary: "Sets of requests tried for one vehicle in one plan."),
      Parameter(
        "routes", .whole(1...1_000_000), standard: .whole(400),
        summary: "Partial routes tried for one set of requests."),
      Parameter(
        "nodes", .whole(0...1_000_000), standard: .whole(1000),
        summary: "Branch-and-cut nodes of one program."),
      Parameter(
        "iterations", .whole(1...100_000_000), standard: .whole(100_000),
        summary: "Simplex iterations of one program."),
    ])

  public private(set) var effort = Effort()
  private let service: Service
  private let settings: StrategySettings

  public init(_ settings: StrategySettings, service: Service) {
    self.settings = settings
    self.service = service
  }

  public var wakes: Wake {
    settings.choice("trigger") == "event" ? .atBookings : .every(settings.duration("interval"))
  }

  public mutating func decide(in situation: Situation) -> [Decision] {
    effort.decisions += 1
    guard !situation.open.isEmpty else { return [] }
    let epoch = EpochProblem(situation, service: service)
    let (greedy, refusals) = insert(situation.open, into: epoch.fleet, of: situation)
    let plan = match(epoch, greedy: greedy, refusals: refusals) ?? greedy

    // What the limits of the search left out may still fit.
    let served = Set(plan.flatMap { $0.schedule.stops.map(\.terms.request) })
    let left = situation.open.filter { !served.contains($0.id) }
    let (final, unserved) = insert(left, into: plan, of: situation)

    let changes = zip(final, epoch.fleet).filter { $0.schedule.stops != $1.schedule.stops }
    return changes.map { .follow($0.0.vehicle.id, $0.0.schedule.route) }
      + unserved.filter { isDue($0.request, in: epoch) }.map { .refuse($0.request, $0.reason) }
  }

  /// Inserts the requests one by one into the plans of a fleet.
  private mutating func insert(
    _ requests: [Request], into fleet: [VehicleState], of situation: Situation
  ) -> (fleet: [VehicleState], unserved: [Unserved]) {
    guard !requests.isEmpty else { return (fleet, []) }
    var search = FleetSearch(service: service, vehicleCount: situation.vehicles.count)
    for state in fleet { search.update(state.vehicle.id, state) }
    let (changed, unserved) = search.insertAll(requests, at: situation.now)
    effort.insertionsTried += search.tried
    let plans = fleet.map { state in
      changed.first { $0.vehicle.id == state.vehicle.id } ?? state
    }
    return (plans, unserved)
  }

  /// The best plan of all, or `nil` when none was proved better than the greedy one.
  private mutating func match(
    _ epoch: EpochProblem, greedy: [VehicleState], refusals: [Unserved]
  ) -> [VehicleState]? {
    var generator = TripGenerator(
      service: service, candidates: epoch.candidates, setLimit: settings.whole("sets"),
      nodeLimit: settings.whole("routes"))
    let trips = epoch.fleet.indices.map { position in
      generator.trips(of: epoch.fleet[position])
        + [epoch.fleet, greedy].map {
          epoch.trip(of: $0[position].schedule, in: position)
        }
    }
    effort.routesTried += generator.routesTried

    let price = Self.priceOfRefusal(among: trips)
    let limits = SolverLimits(
      simplexIterations: settings.whole("iterations"), branchingNodes: settings.whole("nodes"))
    guard let matching = Matching(epoch, trips: trips, price: price, limits: limits) else {
      return nil
    }
    let greedyObjective = refusals.reduce(greedy.reduce(0) { $0 + $1.schedule.cost }) {
      $0 + price * Cost($1.riders)
    }
    effort.note(matching, at: epoch, objective: min(matching.objective, greedyObjective))
    guard matching.objective < greedyObjective else { return nil }
    return zip(epoch.fleet, matching.trips).map { $0.following($1.stops, in: service) }
  }

  /// More than all plans can differ by: serving one more rider is worth any detour.
  private static func priceOfRefusal(among trips: [[Trip]]) -> Cost {
    trips.reduce(1) { price, own in
      let costs = own.map(\.cost)
      return price + (costs.max() ?? 0) - (costs.min() ?? 0)
    }
  }

  /// Whether an unserved request must be answered now.
  private func isDue(_ id: RequestID, in epoch: EpochProblem) -> Bool {
    guard case .every = wakes, let request = epoch.open.first(where: { $0.id == id }),
      epoch.now - request.booked < settings.duration("answer_within")
    else { return true }
    let isReachable = service.terms(for: request).contains { terms in
      epoch.fleet.contains { state in
        let drive = service.travelTimes.drive(
          from: state.anchor.place, to: terms.pickup, departing: state.anchor.leaves)
        return state.anchor.leaves + drive <= terms.latestBoarding
      }
    }
    return !isReachable
  }
}

extension Effort {
  fileprivate mutating func note(_ matching: Matching, at epoch: EpochProblem, objective: Cost) {
    programsSolved += 1
    simplexIterations += matching.answer.simplexIterations
    branchingNodes += matching.answer.branchingNodes
    epochs.append(
      Epoch(
        time: epoch.now, openRequests: epoch.open.count, columns: matching.columnCount,
        bound: matching.bound, objective: objective,
        isProved: matching.answer.status == .optimal))
  }
}
