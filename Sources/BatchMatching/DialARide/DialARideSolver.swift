import Mobility

/// Solves dial-a-ride problems by large-neighbourhood search, set partitioning and column generation.
public struct DialARideSolver {
  public struct Settings: Hashable, Sendable {
    /// Of the large-neighbourhood search.
    public var iterations = 20_000
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
    var left = settings.iterations
    while left > 0 {
      search.run(iterations: min(left, Self.iterationsPerStart))
      left -= Self.iterationsPerStart
      if left > 0 { search.restart(from: empty) }
    }
    search.recombine()
    var bound = DialARideBound(search, limits: DialARideBound.Limits())
    bound.close()

    let routes = bound.search.best.routes.filter { !$0.isEmpty }.map { Array($0.nodes) }
    let check = DialARideCheck(problem: problem)
    let isFeasible = check.accepts(routes)
    return DialARideSolution(
      routes: routes, cost: check.distance(of: routes), isFeasible: isFeasible,
      lowerBound: min(bound.lowerBound, bound.search.best.cost),
      isProvedOptimal: bound.isProved && isFeasible,
      iterations: settings.iterations)
  }

  /// Several short searches find more than a long one once their routes are recombined.
  private static let iterationsPerStart = 4000
}
