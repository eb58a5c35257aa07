import Dispatching
import Mobility
import Optimization

/// The best plan that known routes make.
struct RouteChoice {
  let model: DayModel
  var routes: [(group: Int, route: DayRoute)] = []
  private(set) var branchingNodes = 0

  /// A plan that vans can follow which know less: those of its routes that they can.
  init(following columns: [RouteColumn], in model: DayModel) {
    self.model = model
    routes = columns.compactMap { column in
      column.driven(in: model)?.route.map { (column.group, $0) }
    }
  }

  /// The choice is no worse than `known`, whose routes come along.
  init(
    _ columns: [RouteColumn], in model: DayModel, within limits: SolverLimits,
    from known: RouteChoice? = nil
  ) {
    self.model = model
    let plans = (columns + (known?.columns ?? [])).compactMap { column in
      column.route.map { (column, $0) }
    }
    var program = BinaryProgram()
    let cover = model.parties.map { _ in program.addRow(.atLeast(1)) }
    let fleet = model.groups.map { program.addRow(.atMost(Double($0.vehicles.count))) }
    for (party, row) in zip(model.parties, cover) {
      program.addColumn(cost: seconds(party.price), in: [row])
    }
    for (column, route) in plans {
      program.addColumn(
        cost: seconds(route.cost), in: column.parties.map { cover[$0] } + [fleet[column.group]])
    }
    let answer = program.solve(
      within: limits, from: known?.variables(ofProgramWith: program.columnCount) ?? [])
    branchingNodes = answer.branchingNodes
    var served = Set<Int>()
    for chosen in answer.chosen where chosen >= model.parties.count {
      let (column, route) = plans[chosen - model.parties.count]
      let group = model.groups[column.group]
      // Whoever is on two routes leaves the second.
      let stops = route.stops.filter { !served.contains(model.pickups[$0.pickup].party) }
      guard let own = DayRoute(stops, of: group, in: model) else { continue }
      served.formUnion(own.parties(in: model))
      routes.append((column.group, own))
    }
  }

  /// Those not served, then the routes, in a program whose first columns are refusals and whose last
  /// are these routes.
  private func variables(ofProgramWith columns: Int) -> [BinaryProgram.Variable] {
    let served = Set(routes.flatMap { $0.route.parties(in: model) })
    let refused = model.parties.indices.filter { !served.contains($0) }
    return (refused + (columns - routes.count..<columns)).map { BinaryProgram.Variable(index: $0) }
  }

  var columns: [RouteColumn] {
    routes.map { group, route in
      RouteColumn(
        group: group, parties: route.parties(in: model), cost: route.cost, route: route)
    }
  }

  /// What the plan serves without one of its vehicles, with the group of that; and where two vehicles
  /// make the day, what each of the best columns serves alone.
  func parts(
    of columns: [RouteColumn], limits: DayBound.Limits
  ) -> [(parties: [Int], group: Int)] {
    var parts: [(parties: [Int], group: Int)] = []
    for left in routes.indices {
      let others = routes.indices.filter { $0 != left }
      let parties = others.flatMap { routes[$0].route.parties(in: model) }.sorted()
      parts.append((parties, routes[left].group))
    }
    let vehicles = model.vehicleCount
    guard vehicles == 2 else { return parts }
    for column in columns.prefix(limits.routesCompleted) {
      parts.append((column.parties, model.groups.count == 1 ? 0 : 1 - column.group))
    }
    return parts
  }

  /// Routes, refusals and what vehicles without riders cost.
  var cost: Cost {
    let served = Set(routes.flatMap { $0.route.parties(in: model) })
    let refused = model.parties.indices.filter { !served.contains($0) }
    return model.constantCost + routes.reduce(0) { $0 + $1.route.cost }
      + refused.reduce(0) { $0 + model.parties[$1].price }
  }

  var plan: Column<Vehicle, ContiguousArray<PlannedStop>> {
    var plan = Column<Vehicle, ContiguousArray<PlannedStop>>(
      repeating: [], count: model.problem.vehicles.count)
    var used = [Int](repeating: 0, count: model.groups.count)
    for (group, route) in routes {
      plan[model.groups[group].vehicles[used[group]]] = model.plannedStops(of: route)
      used[group] += 1
    }
    return plan
  }

  /// The same cost by the schedules that dispatchers make; `nil` when one breaks a limit.
  var costOfSchedules: Cost? {
    let (problem, plan) = (model.problem, plan)
    var cost = model.fixedCost
    var refused = Dictionary(
      uniqueKeysWithValues: model.parties.map { ($0.request, $0.price) })
    for vehicle in problem.vehicles.values {
      let opens = vehicle.shift.opens
      let anchor = Anchor.standing(
        at: vehicle.start, gate: opens + problem.service.rules.halt, leaves: opens)
      let schedule = Schedule(
        plan[vehicle.id], of: vehicle, from: anchor, aboard: [], in: problem.service)
      guard schedule.isFeasible else { return nil }
      cost += schedule.cost
      for stop in plan[vehicle.id] where stop.purpose == .pickup {
        refused[stop.terms.request] = nil
        guard let pickup = model.pickup(of: stop.terms) else { return nil }
        let held = stop.terms.ready.milliseconds - pickup.ready
        cost += TimeSpan(milliseconds: held).cost(
          at: problem.service.weights.wait, riders: stop.terms.riders)
      }
    }
    return cost + refused.values.reduce(0, +)
  }
}
