import Mobility

/// Large-neighbourhood search: a plan loses some of its requests and takes them back in elsewhere,
/// again and again, and the routes met on the way are recombined by a set partitioning.
///
/// Worse plans are accepted by simulated annealing. The same seed and number of iterations give the
/// same plan everywhere.
/// - SeeAlso: Ropke, Pisinger (2006), "An adaptive large neighborhood search heuristic for the pickup
///   and delivery problem with time windows", Transportation Science 40(4), 455–472,
///   doi:10.1287/trsc.1050.0135.
struct NeighbourhoodSearch<Model: RoutingModel> {
  struct Settings {
    var smallestRemoval = 4
    var largestRemoval = 15
    /// The largest removal as a share of the requests.
    var largestShare = 0.4
    /// The temperature at the start, as a share of the cost for each request.
    var heat: Double
    /// The temperature falls with this power of the part of the iterations that is left.
    var cooling: Int
    /// The largest noise, as a share of the cost for each request.
    var noise = 0.25
    var recombination: Recombination
  }

  var model: Model
  private(set) var best: RoutePlan<Model>
  var pool = RoutePool<Model.Route>()
  private var current: RoutePlan<Model>
  let settings: Settings
  let random: CounterRandom
  private var destructions = OperatorWeights(count: Destruction.allCases.count)
  private var repairs: OperatorWeights
  private let repairKinds: [Repair]

  private static var segment: Int { 100 }

  /// Iterations, restarts and dives so far, of all runs.
  var steps = 0
  /// What dives took for choosing among the routes of the pool.
  var workOfDives = 0
  /// Steps of work so far, the same on every machine.
  var work: Int { model.work + workOfDives }

  /// Starts from a plan; requests that it leaves out are put in first.
  init(_ model: Model, from plan: RoutePlan<Model>, settings: Settings, seed: CounterRandom) {
    var model = model
    let plan = Self.completed(plan, in: &model, RandomStream(seed[0]))
    self.model = model
    self.settings = settings
    random = seed
    current = plan
    best = plan
    let unit = settings.noise * Self.share(of: plan, in: model)
    repairKinds = [1, 2, 3].flatMap { regret in
      [Repair(regret: regret, noise: 0), Repair(regret: regret, noise: unit)]
    }
    repairs = OperatorWeights(count: repairKinds.count)
    remember(plan)
  }

  /// Searches on from the current plan until so many iterations are done, or so much work in all.
  mutating func run(iterations: Int, heat: Double = 1, within limit: Int = .max) {
    let heat = heat * settings.heat * Self.share(of: best, in: model)
    for iteration in 0..<iterations where work < limit {
      let left = 1 - Double(iteration) / Double(iterations)
      step(temperature: (0..<settings.cooling).reduce(heat) { warmth, _ in warmth * left })
      if steps.isMultiple(of: Self.segment) {
        destructions.endSegment()
        repairs.endSegment()
      }
    }
  }

  /// Goes on from other routes; requests that they leave out are put in first.
  mutating func restart(from routes: [Model.Route]) {
    steps += 1
    current = Self.completed(RoutePlan(routes, in: model), in: &model, RandomStream(random[steps]))
    remember(current)
    if current.cost < best.cost - Self.tolerance { best = current }
  }

  /// Adds routes to those that are recombined.
  mutating func learn(_ routes: [Model.Route], kind: Int) {
    for route in routes {
      pool.offer(route, kind: kind, requests: model.requests(of: route))
    }
  }

  private static func completed(
    _ plan: RoutePlan<Model>, in model: inout Model, _ stream: RandomStream
  ) -> RoutePlan<Model> {
    var plan = plan
    var stream = stream
    Repair(regret: 2, noise: 0).complete(&plan, in: &model, &stream)
    return plan
  }

  private mutating func step(temperature: Double) {
    steps += 1
    var stream = RandomStream(random[steps])
    let destruction = destructions.draw(&stream)
    let repair = repairs.draw(&stream)
    let count = model.requestCount
    let most = min(settings.largestRemoval, Int(settings.largestShare * Double(count)))
    let least = min(settings.smallestRemoval, count)
    let size = least + stream.whole(below: max(1, most - least + 1))
    var plan = current
    let leaving = Destruction.allCases[destruction].requests(
      of: plan, count: size, in: &model, &stream)
    plan.remove(leaving, in: &model)
    repairKinds[repair].complete(&plan, in: &model, &stream)
    remember(plan)

    let (cost, old) = (plan.cost, current.cost)
    var score = 0.0
    if cost < best.cost - Self.tolerance {
      best = plan
      current = plan
      score = 10
    } else if cost < old - Self.tolerance {
      current = plan
      score = 5
    } else if cost - old < temperature * stream.exponential() {
      current = plan
      score = cost > old + Self.tolerance ? 2 : 0
    }
    destructions.reward(destruction, score)
    repairs.reward(repair, score)
  }

  private mutating func remember(_ plan: RoutePlan<Model>) {
    for (vehicle, route) in plan.routes.enumerated() {
      pool.offer(
        route, kind: model.kind(ofVehicle: vehicle), requests: model.requests(of: route))
    }
  }

  /// Takes over the best combination of the routes met so far if it is better than the best plan.
  ///
  /// - Returns: simplex iterations that it took, at most about `limit`.
  @discardableResult
  mutating func recombine(simplexIterations limit: Int = .max) -> Int {
    let answer = settings.recombination.best(of: pool, below: best.cost, iterations: limit)
    guard let chosen = answer.chosen else { return answer.iterations }
    var routes = (0..<model.vehicleCount).map { model.emptyRoute(of: $0) }
    place(chosen, in: &routes)
    let plan = RoutePlan(routes, in: model)
    if plan.cost < best.cost - Self.tolerance {
      best = plan
      current = plan
    }
    return answer.iterations
  }

  /// Gives entries of the pool to vehicles of their kinds.
  func place(_ chosen: [Int], in routes: inout [Model.Route]) {
    var isTaken = Array(repeating: false, count: routes.count)
    for position in chosen {
      let entry = pool.entries[position]
      guard
        let vehicle = isTaken.indices.first(where: {
          !isTaken[$0] && model.kind(ofVehicle: $0) == entry.kind
        })
      else { preconditionFailure("more routes than vehicles") }
      isTaken[vehicle] = true
      routes[vehicle] = entry.route
    }
  }

  private static var tolerance: Double { 1e-9 }

  private static func share(of plan: RoutePlan<Model>, in model: Model) -> Double {
    plan.routes.reduce(0) { $0 + $1.cost } / Double(max(1, model.requestCount))
  }
}
