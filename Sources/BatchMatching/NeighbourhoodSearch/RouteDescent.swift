/// Looks for routes that cost less than what they serve is worth, one request after the other.
///
/// From a known route a request leaves, another comes in, or both, as long as that gains something.
struct RouteDescent {
  let prices: PoolRelaxation.Prices
  /// Requests that no route may take in.
  let isTaken: [Bool]

  private static let mostSteps = 8
  private static let tolerance = 1e-6

  private struct Candidate<Model: RoutingModel> {
    var route: Model.Route
    var requests: [Int]
    /// Its cost less what the vehicle and its requests are worth.
    var reduced: Double
  }

  /// Adds those it finds to the pool; `false` where there was nothing new.
  func run<Model: RoutingModel>(
    from entry: RoutePool<Model.Route>.Entry, in model: inout Model,
    addingTo pool: inout RoutePool<Model.Route>
  ) -> Bool {
    var current: Candidate<Model> = candidate(entry.route, entry.requests, kind: entry.kind)
    var isNew = false
    for _ in 0..<Self.mostSteps {
      var next: Candidate<Model>?
      var least = current.reduced - Self.tolerance
      for leaving in [nil] + current.requests.map(Optional.some) {
        var rest = current
        if let leaving {
          let route = model.removing([leaving], from: current.route)
          rest = candidate(route, model.requests(of: route), kind: entry.kind)
          if rest.reduced < least && !rest.requests.isEmpty {
            least = rest.reduced
            next = rest
          }
        }
        guard let longer = inserting(into: rest, but: leaving, in: &model) else { continue }
        isNew = pool.offer(longer.route, kind: entry.kind, requests: longer.requests) || isNew
        if longer.reduced < least {
          least = longer.reduced
          next = longer
        }
      }
      guard let next else { break }
      if next.reduced < -Self.tolerance {
        isNew = pool.offer(next.route, kind: entry.kind, requests: next.requests) || isNew
      }
      current = next
    }
    return isNew
  }

  private func candidate<Model: RoutingModel>(
    _ route: Model.Route, _ requests: [Int], kind: Int
  ) -> Candidate<Model> {
    Candidate(
      route: route, requests: requests,
      reduced: requests.reduce(route.cost - prices.kinds[kind]) { $0 - prices.requests[$1] })
  }

  /// With the request that then costs least after prices, if that is worth anything.
  private func inserting<Model: RoutingModel>(
    into rest: Candidate<Model>, but leaving: Int?, in model: inout Model
  ) -> Candidate<Model>? {
    var best: (request: Int, insertion: Model.Insertion)?
    var least = -Self.tolerance
    for request in 0..<model.requestCount {
      let limit = least - rest.reduced + prices.requests[request]
      guard limit > 0, !isTaken[request], request != leaving, !rest.requests.contains(request),
        let insertion = model.insertion(of: request, into: rest.route, below: limit)
      else { continue }
      best = (request, insertion)
      least += insertion.increase - limit
    }
    guard let best else { return nil }
    return Candidate(
      route: model.inserting(best.request, at: best.insertion, into: rest.route),
      requests: rest.requests + [best.request], reduced: least)
  }
}
