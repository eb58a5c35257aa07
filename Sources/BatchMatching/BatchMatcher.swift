public import Dispatching
public import Mobility
import Optimization
import RoadNetwork

/// Plans anew for all vehicles together whenever requests come in.
///
/// `exact` finds the best plan over the open requests and those promised riders who have not
/// boarded: everyone promised is served within the promise, as many new riders as possible, at least
/// cost. Its bound is over all plans, not only over those that it looked at. `rounds` is the fast mode:
/// each vehicle gets at most one new request a round.
///
/// - SeeAlso: Alonso-Mora et al. (2017), "On-demand high-capacity ride-sharing via dynamic
///   trip-vehicle assignment", PNAS 114(3), doi:10.1073/pnas.1611675114.
public struct BatchMatcher: DispatchStrategy {
  public static let description = StrategyDescription(
    id: "batch",
    summary: "Re-plans all vehicles together with GLPK; promised riders may change vehicles.",
    parameters: [
      Parameter(
        "mode", .choice(["exact", "rounds"]), standard: .choice("exact"),
        summary: "The best plan of all, or the fast way: one new request a vehicle and round."),
      Parameter(
        "interval", .duration(.zero...TimeSpan.hours(1)), standard: .duration(.zero),
        summary: "Time between plans; 0 s plans at every booking."),
      Parameter(
        "answer_within", .duration(.zero...TimeSpan.hours(1)), standard: .duration(.minutes(5)),
        summary: "Longest time a request stays open between plans at intervals."),
      Parameter(
        "routes", .whole(1...1_000_000), standard: .whole(5000),
        summary: "Beginnings of routes looked at for one vehicle at a time."),
      Parameter(
        "nodes", .whole(0...1_000_000), standard: .whole(1000),
        summary: "Branch-and-cut nodes of one program."),
      Parameter(
        "iterations", .whole(1...100_000_000), standard: .whole(100_000),
        summary: "Simplex iterations of one program."),
      WorkSavings.parameter(standard: 400),
    ])

  public private(set) var effort = Effort()
  private let service: Service
  private let settings: StrategySettings
  private var savings: WorkSavings

  public init(_ settings: StrategySettings, service: Service) {
    self.settings = settings
    self.service = service
    savings = WorkSavings(settings)
  }

  public var wakes: Wake {
    let interval = settings.duration("interval")
    return interval == .zero ? .atBookings : .every(interval)
  }

  public mutating func decide(in situation: Situation) -> [Decision] {
    effort.decisions += 1
    guard !situation.open.isEmpty else { return [] }
    let epoch = EpochProblem(situation, service: service)
    let plan =
      settings.choice("mode") == "exact" ? match(epoch) : assign(epoch)
    let final = epoch.insertingTheRest(into: plan)
    effort.insertionsTried += final.tried
    return epoch.decisions(following: final.plans)
      + final.unserved.filter { isDue($0.request, in: epoch) }
      .map { .refuse($0.request, $0.reason) }
  }

  /// The best plan of all that was found; never worse than the greedy one.
  private mutating func match(_ epoch: EpochProblem) -> [VehicleState] {
    let greedy = epoch.inserting(epoch.open, into: epoch.fleet)
    effort.insertionsTried += greedy.tried
    var budget = savings.budget(for: epoch)
    let inPlay = epoch.vehiclesInPlay(beside: greedy.plans, within: &budget)
    let isWhole = inPlay.count == epoch.fleet.count
    let part = epoch.limited(to: inPlay)
    var master = TripMaster(
      part, plans: [part.fleet, inPlay.map { greedy.plans[$0] }], nodes: settings.whole("routes"),
      limits: limits, budget: budget)
    let matching = master.solve()
    savings.spend(matching.effort.work)
    effort.note(matching.effort)

    var plans = epoch.fleet
    for (vehicle, trip) in zip(inPlay, matching.trips) {
      plans[vehicle] = plans[vehicle].following(trip.stops, in: service)
    }
    // The bounds of trips take it that no detour is shorter than the way without it.
    let isBounded = service.travelTimes.keepsTriangle && isWhole
    let isProved = isBounded && matching.isProved
    effort.epochs.append(
      Effort.Epoch(
        time: epoch.now, openRequests: epoch.open.count, columns: matching.effort.columns,
        bound: isBounded ? matching.bound.map(Double.init) : nil,
        objective: isWhole ? matching.objective : epoch.objective(of: plans),
        isProved: isProved, isCut: matching.effort.isCut && !isProved))
    return plans
  }

  private mutating func assign(_ epoch: EpochProblem) -> [VehicleState] {
    var rounds = AssignmentRounds(epoch, limits: limits)
    rounds.run()
    effort.note(rounds.effort)
    effort.insertionsTried += rounds.tried
    return rounds.fleet
  }

  private var limits: SolverLimits {
    SolverLimits(
      simplexIterations: settings.whole("iterations"), branchingNodes: settings.whole("nodes"))
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
  fileprivate mutating func note(_ matching: MatchingEffort) {
    routesTried += matching.routesTried
    programsSolved += matching.programs
    simplexIterations += matching.simplexIterations
    branchingNodes += matching.branchingNodes
    limitedWork += matching.work
  }
}
