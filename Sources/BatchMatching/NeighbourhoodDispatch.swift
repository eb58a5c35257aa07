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
    ])

  public private(set) var effort = Effort()
  private let service: Service
  private let settings: StrategySettings

  public init(_ settings: StrategySettings, service: Service) {
    self.settings = settings
    self.service = service
  }

  public mutating func decide(in situation: Situation) -> [Decision] {
    effort.decisions += 1
    guard !situation.open.isEmpty else { return [] }
    let epoch = EpochProblem(situation, service: service)
    let greedy = epoch.inserting(epoch.open, into: epoch.fleet)
    let final = epoch.insertingTheRest(into: search(epoch, from: greedy.plans))
    effort.insertionsTried += greedy.tried + final.tried
    return epoch.decisions(following: final.plans)
      + final.unserved.map { .refuse($0.request, $0.reason) }
  }

  private mutating func search(
    _ epoch: EpochProblem, from greedy: [VehicleState]
  ) -> [VehicleState] {
    let model = ReplanningModel(epoch)
    let start = greedy.enumerated().map { ReplannedRoute($0.offset, $0.element) }
    let recombination = Recombination(
      penalties: (0..<model.requestCount).map { model.penalty(of: $0) },
      vehicles: greedy.map { _ in 1 }, unit: Self.costOfASecond)
    let seed = CounterRandom(seed: UInt64(settings.whole("seed")))
    var search = NeighbourhoodSearch(
      model, from: RoutePlan(start, in: model),
      settings: NeighbourhoodSearch.Settings(
        smallestRemoval: 1, largestRemoval: 10,
        largestShare: 1, heat: 0.1, recombination: recombination),
      seed: seed[effort.decisions])
    search.run(iterations: settings.whole("iterations"))
    if settings.whole("iterations") > 0 { search.recombine() }
    effort.insertionsTried += search.model.tried
    return search.best.routes.map(\.state)
  }

  /// At weight one.
  private static let costOfASecond = 1e6
}
