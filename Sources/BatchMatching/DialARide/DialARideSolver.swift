import Mobility

/// Solves dial-a-ride problems by large-neighbourhood search, set partitioning and column generation.
public struct DialARideSolver {
  public struct Settings: Hashable, Sendable {
    /// Of the large-neighbourhood search, at most; the last of them are left out where column
    /// generation shows that little is left to gain.
    public var iterations = 36_000
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
      settings: NeighbourhoodSearch.Settings(recombination: recombination),
      seed: CounterRandom(seed: settings.seed))
    var iterations = settings.iterations / Self.partOfStart
    search.run(iterations: iterations)
    search.recombine()
    var bound = DialARideBound(search)
    bound.close()
    search = bound.search
    var lowerBound = bound.lowerBound
    var isProved = bound.isProved
    // What column generation leaves this small, the search would hardly find.
    if search.best.cost - lowerBound > Self.smallGap * search.best.cost {
      search.learn(bound.routes, kind: 0)
      while iterations < settings.iterations {
        let part = min(Self.iterationsPerDive, settings.iterations - iterations)
        search.dive()
        search.run(iterations: part)
        iterations += part
      }
      search.recombine()
      if !bound.isHopeless {
        bound = DialARideBound(search)
        bound.close()
        search = bound.search
        lowerBound = max(lowerBound, bound.lowerBound)
        isProved = bound.isProved
      }
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

  /// The search before the first bound has this part of all iterations.
  private static let partOfStart = 12
  private static let iterationsPerDive = 1000
  private static let smallGap = 0.005
}
