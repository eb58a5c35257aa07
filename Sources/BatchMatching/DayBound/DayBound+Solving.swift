import Dispatching
import Mobility
import Optimization

extension DayBound {
  /// Where solving stops, counted so that every machine stops at the same point.
  public struct Limits: Hashable, Sendable {
    public var labels = 8_000_000
    public var rounds = 400
    public var columnsPerRound = 60
    public var simplexIterations = 200_000
    public var branchingNodes = 5000

    public init() {}
  }

  /// Bounds a day from both sides.
  public init(_ problem: DayProblem, within limits: Limits = Limits()) {
    let model = DayModel(problem)
    if model.parties.count <= RequestSet128.capacity {
      self.init(ColumnGeneration<RequestSet128>(model, limits: limits))
    } else {
      self.init(ColumnGeneration<RequestSet256>(model, limits: limits))
    }
  }

  private init<Served: RequestSet>(_ generation: consuming ColumnGeneration<Served>) {
    generation.run()
    let model = generation.model
    var program = BinaryProgram()
    let cover = model.parties.map { _ in program.addRow(.atLeast(1)) }
    let fleet = model.groups.map { program.addRow(.atMost(Double($0.vehicles.count))) }
    for (party, row) in zip(model.parties, cover) {
      program.addColumn(cost: Double(party.price) / 1_000_000, in: [row])
    }
    let plans = generation.columns.filter { $0.route != nil }
    for plan in plans {
      program.addColumn(
        cost: Double(plan.route!.cost) / 1_000_000,
        in: plan.parties.map { cover[$0] } + [fleet[plan.group]])
    }
    let answer = program.solve(
      within: SolverLimits(
        simplexIterations: generation.limits.simplexIterations,
        branchingNodes: generation.limits.branchingNodes))
    var relaxed = BinaryProgram()
    do {
      let cover = model.parties.map { _ in relaxed.addRow(.atLeast(1)) }
      let fleet = model.groups.map { relaxed.addRow(.atMost(Double($0.vehicles.count))) }
      for (party, row) in zip(model.parties, cover) {
        relaxed.addColumn(cost: Double(party.price) / 1_000_000, in: [row])
      }
      for c in generation.columns {
        relaxed.addColumn(cost: Double(c.cost) / 1_000_000, in: c.parties.map { cover[$0] } + [fleet[c.group]])
      }
      let a = relaxed.solve(within: SolverLimits(simplexIterations: 100000, branchingNodes: 5000))
      print("relaxed IP", a.status, a.objective + Double(model.fixedCost)/1e6, "plan IP", answer.status, answer.objective + Double(model.fixedCost)/1e6, answer.branchingNodes, "plans", plans.count, generation.columns.count,
        "lower", generation.lower / 1_000_000)
      for c in a.chosen where c >= model.parties.count {
        let k = generation.columns[c - model.parties.count]
        if k.route == nil || k.route!.cost != k.cost {
          print("differs", k.cost, k.route?.cost ?? -1)
        }
      }
    }
    var upper = model.refusingAll
    for c in answer.chosen where c >= model.parties.count {
      upper += plans[c - model.parties.count].route!.cost
    }
    var served = Set<Int>()
    for c in answer.chosen where c >= model.parties.count {
      for p in plans[c - model.parties.count].parties where served.insert(p).inserted {
        upper -= model.parties[p].price
      }
    }
    lower = min(generation.lower, upper)
    self.upper = upper
    plan = Column(repeating: [], count: model.problem.vehicles.count)
    effort = generation.effort
  }
}
