/// Puts the requests that a plan leaves out back in, one by one where each costs least.
///
/// With a regret of k, the request goes first that loses most when it has to take its k-th best
/// vehicle instead of the best; with 1, the one that costs least.
struct Repair {
  let regret: Int
  /// The largest change of an increase by chance; 0 takes every increase as it is.
  let noise: Double

  func complete<Model: RoutingModel>(
    _ plan: inout RoutePlan<Model>, in model: inout Model, _ random: inout RandomStream
  ) {
    let vehicles = plan.routes.count
    var open = plan.absent
    var options: [Option<Model>?] = []
    options.reserveCapacity(open.count * vehicles)
    var shown = distinct(plan, in: model)
    for request in open {
      for vehicle in 0..<vehicles {
        options.append(
          shown[vehicle] ? option(request, plan.routes[vehicle], &model, &random) : nil)
      }
    }
    while let chosen = choice(open, options, vehicles) {
      plan.insert(open[chosen.row], into: chosen.vehicle, at: chosen.insertion, in: &model)
      open.remove(at: chosen.row)
      options.removeSubrange(chosen.row * vehicles..<(chosen.row + 1) * vehicles)
      let now = distinct(plan, in: model)
      for vehicle in 0..<vehicles
      where vehicle == chosen.vehicle || (now[vehicle] && !shown[vehicle]) {
        for (row, request) in open.enumerated() {
          options[row * vehicles + vehicle] = option(
            request, plan.routes[vehicle], &model, &random)
        }
      }
      shown = now
    }
  }

  private struct Option<Model: RoutingModel> {
    let insertion: Model.Insertion
    /// The increase with noise.
    let rank: Double
  }

  /// Vehicles that are not the same as one before them: of empty ones of a kind only the first.
  private func distinct<Model: RoutingModel>(_ plan: RoutePlan<Model>, in model: Model) -> [Bool] {
    var emptySeen: [Int] = []
    return plan.routes.indices.map { vehicle in
      guard model.requests(of: plan.routes[vehicle]).isEmpty else { return true }
      let kind = model.kind(ofVehicle: vehicle)
      if emptySeen.contains(kind) { return false }
      emptySeen.append(kind)
      return true
    }
  }

  private func option<Model: RoutingModel>(
    _ request: Int, _ route: Model.Route, _ model: inout Model, _ random: inout RandomStream
  ) -> Option<Model>? {
    guard let insertion = model.insertion(of: request, into: route) else { return nil }
    let change = noise > 0 ? noise * (2 * random.uniform() - 1) : 0
    return Option(insertion: insertion, rank: insertion.increase + change)
  }

  /// The request that goes in next and where: one with few vehicles to choose from before others.
  ///
  /// The first of equal ones.
  private func choice<Model: RoutingModel>(
    _ open: [Int], _ options: [Option<Model>?], _ vehicles: Int
  ) -> (row: Int, vehicle: Int, insertion: Model.Insertion)? {
    var best: (row: Int, vehicle: Int, insertion: Model.Insertion)?
    var bestUrgency = (missing: -1, regret: 0.0, rank: 0.0)
    var least = ContiguousArray(repeating: Double.infinity, count: regret)
    for row in open.indices {
      for k in least.indices { least[k] = .infinity }
      var vehicle: Int?
      for candidate in 0..<vehicles {
        guard let rank = options[row * vehicles + candidate]?.rank else { continue }
        if rank < least[0] { vehicle = candidate }
        var k = regret - 1
        guard rank < least[k] else { continue }
        while k > 0 && least[k - 1] > rank {
          least[k] = least[k - 1]
          k -= 1
        }
        least[k] = rank
      }
      guard let vehicle, let option = options[row * vehicles + vehicle] else { continue }
      let others = least.dropFirst()
      let urgency = (
        missing: others.count { $0 == .infinity },
        regret: others.reduce(0) { $1 == .infinity ? $0 : $0 + ($1 - least[0]) }, rank: -least[0]
      )
      if urgency > bestUrgency {
        bestUrgency = urgency
        best = (row, vehicle, option.insertion)
      }
    }
    return best
  }
}
