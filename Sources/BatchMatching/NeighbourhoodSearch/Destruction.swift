/// Ways to choose the requests that leave a plan.
enum Destruction: CaseIterable {
  case random, worst, related, route

  /// Which requests leave: `count` of those that are in the plan, or fewer.
  func requests<Model: RoutingModel>(
    of plan: RoutePlan<Model>, count: Int, in model: inout Model, _ random: inout RandomStream
  ) -> [Int] {
    let present = plan.homes.indices.filter { plan.homes[$0] != nil }
    guard !present.isEmpty else { return [] }
    let count = min(count, present.count)
    return switch self {
    case .random: Self.random(present, count, &random)
    case .worst: Self.worst(present, count, plan, &model, &random)
    case .related: Self.related(present, count, plan, &model, &random)
    case .route: Self.route(present, count, plan, &model, &random)
    }
  }

  private static func random(
    _ present: [Int], _ count: Int, _ random: inout RandomStream
  ) -> [Int] {
    var present = present
    for k in 0..<count { present.swapAt(k, k + random.whole(below: present.count - k)) }
    return Array(present.prefix(count))
  }

  /// Those without which a route costs least, each with some chance of being passed over.
  private static func worst<Model: RoutingModel>(
    _ present: [Int], _ count: Int, _ plan: RoutePlan<Model>, _ model: inout Model,
    _ random: inout RandomStream
  ) -> [Int] {
    var ranked: [(saving: Double, request: Int)] = []
    for request in present {
      guard let home = plan.homes[request] else { continue }
      ranked.append((model.saving(by: request, in: plan.routes[home]), request))
    }
    ranked.sort { ($1.saving, $0.request) < ($0.saving, $1.request) }
    return (0..<count).map { _ in
      ranked.remove(at: random.whole(below: ranked.count, skew: 3)).request
    }
  }

  /// One request, then again and again one like any of those already chosen.
  private static func related<Model: RoutingModel>(
    _ present: [Int], _ count: Int, _ plan: RoutePlan<Model>, _ model: inout Model,
    _ random: inout RandomStream
  ) -> [Int] {
    var chosen = [present[random.whole(below: present.count)]]
    var isFree = plan.homes.map { $0 != nil }
    isFree[chosen[0]] = false
    while chosen.count < count {
      let centre = chosen[random.whole(below: chosen.count)]
      var passed = random.whole(below: present.count - chosen.count, skew: 6)
      for request in model.related(to: centre) where isFree[request] {
        guard passed == 0 else {
          passed -= 1
          continue
        }
        isFree[request] = false
        chosen.append(request)
        break
      }
    }
    return chosen
  }

  /// Whole routes: one, then those of requests like its own, as long as they fit in.
  private static func route<Model: RoutingModel>(
    _ present: [Int], _ count: Int, _ plan: RoutePlan<Model>, _ model: inout Model,
    _ random: inout RandomStream
  ) -> [Int] {
    let first = present[random.whole(below: present.count)]
    var chosen: [Int] = []
    var seen = Array(repeating: false, count: plan.routes.count)
    for request in [first] + model.related(to: first) {
      guard let home = plan.homes[request], !seen[home] else { continue }
      seen[home] = true
      let own = model.requests(of: plan.routes[home])
      if !chosen.isEmpty && chosen.count + own.count > count { break }
      chosen += own
      if chosen.count >= count { break }
    }
    return chosen
  }
}
