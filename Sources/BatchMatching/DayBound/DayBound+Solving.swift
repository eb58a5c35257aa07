import Dispatching
import Mobility
import Optimization

extension DayBound {
  /// Bounds a day from both sides.
  ///
  /// `known` is what the same day costs at least where vans know more.
  public init(_ problem: DayProblem, above known: DayBound? = nil, within limits: Limits = Limits())
  {
    let model = DayModel(problem)
    if model.parties.count <= RequestSet128.capacity {
      self.init(ColumnGeneration<RequestSet128>(model, above: known, limits: limits))
    } else {
      self.init(ColumnGeneration<RequestSet256>(model, above: known, limits: limits))
    }
  }

  private init<Served: RequestSet>(_ generation: consuming ColumnGeneration<Served>) {
    generation.run()
    let model = generation.model
    let limits = generation.limits
    let programLimits = SolverLimits(
      simplexIterations: limits.simplexIterations, branchingNodes: limits.branchingNodes)
    let known = generation.known.map { RouteChoice(following: $0.chosenColumns, in: model) }
    var choice = RouteChoice(
      generation.bestColumns, in: model, within: programLimits, from: known)
    var nodes = choice.branchingNodes
    let precise = generation.lower + generation.lower / limits.precision
    for round in 0..<limits.completions where choice.cost > precise {
      choice.planPairsAnew(by: &generation, within: limits)
      let partial = choice.parts(of: round == 0 ? generation.bestColumns : [], limits: limits)
      for part in partial { generation.complete(part.parties, with: part.group) }
      let next = RouteChoice(
        generation.bestColumns, in: model, within: programLimits, from: choice)
      nodes += next.branchingNodes
      guard next.cost < choice.cost else {
        // Only the first round completes other columns, and only for two vehicles.
        if round == 0 && model.vehicleCount == 2 { continue }
        break
      }
      choice = next
    }
    upper = choice.cost
    lower = min(generation.lower, upper)
    plan = choice.plan
    prices = generation.bestPrices
    columns = generation.bestColumns
    chosenColumns = choice.columns
    var effort = generation.effort
    effort.branchingNodes = nodes
    effort.work = generation.budget.spent
    effort.isCut = effort.isCut || generation.budget.wasShort
    self.effort = effort
    if model.problem.foresight == .perfect {
      precondition(choice.costOfSchedules == upper, "the plan costs something else when driven")
    }
  }
}
