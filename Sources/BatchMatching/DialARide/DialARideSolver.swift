import Mobility

/// Solves dial-a-ride problems by large-neighbourhood search, set partitioning and column generation.
public struct DialARideSolver {
  public struct Settings: Hashable, Sendable {
    /// Of the large-neighbourhood search, at most; the last of them are left out where column
    /// generation shows that little is left to gain, or where the work is used up.
    public var iterations = 120_000
    /// Steps of the search, each some 50 nanoseconds on a machine of 2024.
    public var work = 1_600_000_000
    public var seed: UInt64 = 1

    public init() {}
  }

  private let problem: DialARideProblem
  private let settings: Settings

  public init(_ problem: DialARideProblem, settings: Settings) {
    self.problem = problem
    self.settings = settings
  }

  /// The same problem and settings give the same solution everywhere.
  public func solve() -> DialARideSolution {
    let model = DialARideModel(DialARideTables(problem))
    let empty = (0..<model.vehicleCount).map { model.emptyRoute(of: $0) }
    let recombination = Recombination(
      penalties: (0..<model.requestCount).map { model.penalty(of: $0) },
      vehicles: [model.vehicleCount])
    var search = NeighbourhoodSearch(
      model, from: RoutePlan(empty, in: model),
      settings: NeighbourhoodSearch.Settings(
        heat: Self.heat, cooling: Self.cooling, recombination: recombination),
      seed: CounterRandom(seed: settings.seed))
    // A bound is tried before any dive, then with what dives found, and at last once more where
    // pricing was hopeless until then.
    let starts = min(settings.iterations / 12, Self.iterationsOfStarts)
    let parts = [starts, settings.iterations / 5, settings.iterations]
    var iterations = 0
    while iterations < starts, search.work < settings.work {
      let next = min(Self.iterationsPerStart, starts - iterations)
      search.restart(from: empty)
      search.run(iterations: next)
      iterations += next
    }
    // A short search gains more by dives.
    let iterationsPerDive = min(max(1000, settings.iterations / 30), 4000)
    var lowerBound = 0.0
    var isProved = false
    for (count, part) in parts.enumerated() {
      while iterations < part, search.work < settings.work {
        let next = min(iterationsPerDive, part - iterations)
        search.dive()
        search.run(iterations: next)
        iterations += next
      }
      search.recombine()
      var bound = DialARideBound(search)
      bound.close()
      search = bound.search
      search.learn(bound.routes, kind: 0)
      lowerBound = max(lowerBound, bound.lowerBound)
      isProved = bound.isProved
      // What column generation leaves, the search would hardly find.
      if search.best.cost - lowerBound < Self.smallGap * search.best.cost { break }
      let isNear = search.best.cost - lowerBound < Self.fairGap * search.best.cost
      if count > 0 && !bound.isHopeless && isNear { break }
    }
    let routes = search.best.routes.filter { !$0.isEmpty }.map { Array($0.nodes) }
    let check = DialARideCheck(problem: problem)
    let isFeasible = check.accepts(routes)
    return DialARideSolution(
      routes: routes, cost: check.distance(of: routes), isFeasible: isFeasible,
      lowerBound: min(lowerBound, search.best.cost),
      isProvedOptimal: isProved && isFeasible,
      iterations: iterations)
  }

  /// Before the first bound, however many there are in all.
  private static let iterationsOfStarts = 3000
  private static let iterationsPerStart = 1500
  /// Slow cooling between dives, which alone would end alike.
  private static let heat = 1.0
  private static let cooling = 1
  private static let smallGap = 0.0005
  /// Within this, bounds that end by themselves gain more than the search.
  private static let fairGap = 0.01
}
