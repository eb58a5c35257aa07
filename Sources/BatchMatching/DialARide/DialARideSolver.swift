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
    // Short searches from nothing first; at last from the best solution.
    let part = settings.iterations / Self.shortSearches
    var iterations = part
    Self.run(&search, iterations: part, from: empty)
    var lowerBound = 0.0
    var isProved = false
    for isLast in [false, true] {
      var limits = DialARideBound.Limits()
      limits.triesHopeless = isLast
      var bound = DialARideBound(search, limits: limits)
      bound.close()
      search = bound.search
      lowerBound = max(lowerBound, bound.lowerBound)
      isProved = bound.isProved
      // What column generation leaves this small, the search would hardly find.
      if search.best.cost - lowerBound < Self.smallGap * search.best.cost { break }
      search.learn(bound.routes, kind: 0)
      let rest = isLast ? settings.iterations - iterations : part
      Self.run(&search, iterations: rest, from: isLast ? nil : empty)
      iterations += rest
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

  /// Several short searches, whose routes are recombined, find more than a long one.
  ///
  /// Without a start they go on from the best solution, less wildly.
  private static func run(
    _ search: inout NeighbourhoodSearch<DialARideModel>, iterations: Int,
    from start: [DialARideRoute]?
  ) {
    var left = iterations
    while left > 0 {
      search.restart(from: start ?? search.best.routes)
      search.run(iterations: min(left, iterationsPerStart), heat: start == nil ? 0.3 : 1)
      left -= iterationsPerStart
    }
    search.recombine()
  }

  /// A search before a bound has this part of all iterations: where column generation is in vain, the
  /// most goes into improving the best solution.
  private static let shortSearches = 12
  private static let iterationsPerStart = 9000
  private static let smallGap = 0.005
}
