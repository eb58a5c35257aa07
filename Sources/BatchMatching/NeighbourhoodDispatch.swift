public import Dispatching
public import Mobility

/// Plans anew for all vehicles together at every booking, by large-neighbourhood search.
///
/// It begins with the greedy insertion of the new requests, and ends with a plan that serves as many
/// riders or more, and costs no more: requests leave their vehicles and come back elsewhere a fixed
/// number of times, and GLPK recombines the routes met on the way. Everyone promised is served within
/// the promise.
///
/// - SeeAlso: Ropke, Pisinger (2006), "An adaptive large neighborhood search heuristic for the pickup
///   and delivery problem with time windows", Transportation Science 40(4), 455–472,
///   doi:10.1287/trsc.1050.0135.
public struct NeighbourhoodDispatch: DispatchStrategy {
  public static let description = StrategyDescription(
    id: "lns",
    summary:
      "Re-plans all vehicles together by large-neighbourhood search; GLPK recombines routes.",
    parameters: [
      Parameter(
        "iterations", .whole(0...1_000_000), standard: .whole(100),
        summary: "Plans that are taken apart and put together again at one booking."),
      Parameter(
        "seed", .whole(0...1_000_000), standard: .whole(1),
        summary: "Of the search; another one finds other plans."),
      WorkSavings.parameter(standard: 1000),
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

  public mutating func decide(in situation: Situation) -> [Decision] {
    effort.decisions += 1
    guard !situation.open.isEmpty else { return [] }
    let epoch = EpochProblem(situation, service: service)
    let greedy = epoch.inserting(epoch.open, into: epoch.fleet)
    effort.insertionsTried += greedy.tried
    let final = epoch.insertingTheRest(into: improved(greedy.plans, in: epoch))
    effort.insertionsTried += final.tried
    return epoch.decisions(following: final.plans)
      + final.unserved.map { .refuse($0.request, $0.reason) }
  }

  /// A plan that serves as many riders or more, at no more cost.
  private mutating func improved(
    _ greedy: [VehicleState], in epoch: EpochProblem
  ) -> [VehicleState] {
    var budget = savings.budget(for: epoch)
    let inPlay = epoch.vehiclesInPlay(beside: greedy, within: &budget)
    let found = search(
      epoch.limited(to: inPlay), from: inPlay.map { greedy[$0] }, within: &budget)
    savings.spend(budget.spent)
    effort.limitedWork += budget.spent
    var plans = greedy
    for (vehicle, state) in zip(inPlay, found.plans) { plans[vehicle] = state }
    effort.epochs.append(
      Effort.Epoch(
        time: epoch.now, openRequests: epoch.open.count, columns: found.columns, bound: nil,
        objective: epoch.objective(of: plans), isProved: false, isCut: budget.wasShort))
    return plans
  }

  private mutating func search(
    _ epoch: EpochProblem, from greedy: [VehicleState], within budget: inout WorkBudget
  ) -> (plans: [VehicleState], columns: Int) {
    let model = ReplanningModel(epoch)
    let start = greedy.enumerated().map { ReplannedRoute($0.offset, $0.element) }
    let iterations = settings.whole("iterations")
    let recombination = Recombination(
      penalties: (0..<model.requestCount).map { model.penalty(of: $0) },
      vehicles: greedy.map { _ in 1 }, unit: Self.costOfASecond)
    let seed = CounterRandom(seed: UInt64(settings.whole("seed")))
    var search = NeighbourhoodSearch(
      model, from: RoutePlan(start, in: model),
      settings: NeighbourhoodSearch.Settings(
        smallestRemoval: 1, largestRemoval: 10,
        largestShare: 1, heat: 0.1, cooling: 3, recombination: recombination),
      seed: seed[effort.decisions])
    search.run(iterations: iterations, within: budget.left)
    budget.spend(search.work)
    if search.steps < iterations { budget.noteShortage() }
    let size = model.requestCount + model.vehicleCount + search.pool.entries.count
    let cost = WorkBudget.stepsOfAnIteration * size
    if iterations > 0, budget.allows(cost * model.requestCount) {
      let taken = search.recombine(simplexIterations: budget.left / cost)
      budget.spend(cost * (taken + 1))
      effort.programsSolved += 1
      effort.simplexIterations += taken
    }
    effort.insertionsTried += search.model.tried
    return (search.best.routes.map(\.state), search.pool.entries.count)
  }

  /// At weight one.
  private static let costOfASecond = 1e6
}
