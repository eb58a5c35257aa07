import Mobility

/// Solves dial-a-ride problems by large-neighbourhood search, set partitioning and column generation.
public struct DialARideSolver {
  public struct Settings: Hashable, Sendable {
    public var iterations = 20_000
    public var seed: UInt64 = 1
    public init() {}
  }

  private let problem: DialARideProblem
  private let tables: DialARideTables
  private let settings: Settings

  public init(_ problem: DialARideProblem, settings: Settings) {
    self.problem = problem
    self.settings = settings
    tables = DialARideTables(problem)
  }

  public func solve() -> DialARideSolution {
    let model = DialARideModel(tables)
    let empty = RoutePlan(
      (0..<model.vehicleCount).map { model.emptyRoute(of: $0) }, in: model)
    let recombination = Recombination(
      penalties: (0..<model.requestCount).map { model.penalty(of: $0) },
      vehicles: [model.vehicleCount])
    var search = NeighbourhoodSearch(
      model, from: empty,
      settings: .init(
        iterations: settings.iterations, recombinations: 10, recombination: recombination),
      seed: CounterRandom(seed: settings.seed))
    search.run()
    var best = search.best
    var bound = DialARideBound(tables, limits: .init())
    bound.raise(
      from: search.pool.entries.map(\.route), below: best.cost, penalty: model.penalty(of: 0))
    var pool = search.pool
    for route in bound.routes { pool.add(route, kind: 0, requests: model.requests(of: route)) }
    let before = best.cost
    if let chosen = recombination.best(of: pool, below: best.cost) {
      var routes = chosen.map { pool.entries[$0].route }
      while routes.count < model.vehicleCount { routes.append(model.emptyRoute(of: 0)) }
      best = RoutePlan(routes, in: model)
    }
    let routes = best.routes.filter { !$0.isEmpty }.map { Array($0.nodes) }
    let check = DialARideCheck(problem: problem)
    return DialARideSolution(
      routes: routes, cost: check.distance(of: routes), isFeasible: check.accepts(routes),
      lowerBound: bound.lowerBound, isProvedOptimal: bound.lowerBound > best.cost - 1e-5,
      iterations: settings.iterations,
      note:
        "lns \(before) pool \(search.pool.entries.count) rounds \(bound.rounds) exact \(bound.exact) labels \(bound.labels) cols \(bound.routes.count)"
    )
  }
}
