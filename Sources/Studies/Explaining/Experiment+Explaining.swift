import Dispatching
import Journal
public import Mobility
import ScenarioModel
import Simulator

extension Experiment {
  /// Why a request of a day was answered as it was, by strategy.
  ///
  /// The days are counted from 0. The search for each kind of change ends after `work`, counted in
  /// events, beside twice what the day takes up to the answer. Throws `StrategyError` for a decision
  /// that breaks a rule, and `UnprovenCounterfactual` for a mistake of the search.
  public func explain(
    _ request: RequestID, ofDay day: Int, workOfAKind work: Int = 50_000
  ) throws -> [Explanation] {
    try scenario.strategies.indices.map {
      try explain(request, ofDay: day, under: $0, workOfAKind: work)
    }
  }

  private func explain(
    _ request: RequestID, ofDay day: Int, under strategy: Int, workOfAKind work: Int
  ) throws -> Explanation {
    let trials = try RequestTrials(self, day: day, request: request, strategy: strategy)
    let asked = trials.request
    var simulation = simulation(ofDay: day, under: strategy)
    let situation = try simulation.situation(decidedAt: trials.base.time)
    let isForStrategy = scenario.rules.refusal(of: asked) == nil
    let states = situation.fleet
    let options = scenario.vehicles.ids.map { vehicle in
      states.first { $0.vehicle.id == vehicle }
        .map { VehicleOption(asked, by: $0, in: service) }
        ?? VehicleOption(vehicle: vehicle, plan: nil)
    }
    var search = CounterfactualSearch(trials: trials)
    let changes =
      trials.base.isAccepted
      ? (found: [], cut: []) : try search.leastOfEachKind(workAtMost: work + 2 * trials.work)
    return Explanation(
      strategy: scenario.strategies[strategy].id, day: day, request: asked, answer: trials.base,
      servedBy: trials.base.isAccepted ? try boarded(request, ofDay: day, under: strategy) : nil,
      othersOpen: situation.open.filter { $0.id != request }.count,
      options: isForStrategy ? options : [],
      counterfactuals: changes.found, cut: changes.cut)
  }

  /// The vehicle that took the request, which need not be the one it was promised.
  private func boarded(
    _ request: RequestID, ofDay day: Int, under strategy: Int
  ) throws -> VehicleID? {
    for record in try simulation(ofDay: day, under: strategy).run().trace.records {
      if case .boarded(request, let vehicle, _) = record.event { return vehicle }
    }
    return nil
  }

  /// The cheapest fix of each refused request of these days, in order of strategies, days and
  /// requests; `outcomes` are those of a run.
  ///
  /// With a limit, as a share of the work of the run, the most telling refusals come first and those
  /// for which no work is left are left out. The number of threads changes nothing but the time it
  /// takes.
  public func fixes(
    ofDays days: some Sequence<Int>, in outcomes: [StrategyOutcome],
    withinPercentOfRun percent: Int? = nil, threads: Int
  ) async throws -> [Fix] {
    let days = Array(days)
    var fixes: [Fix] = []
    for (strategy, outcome) in outcomes.enumerated() {
      let refused = days.flatMap { day in
        outcome.days[day].trace.records.compactMap { record -> RefusedRequest? in
          guard case .refused(let request, let reason) = record.event else { return nil }
          let riders = bookings[day][request.index].request.riders
          return RefusedRequest(day: day, request: request, reason: reason, riders: riders)
        }
      }
      let run = outcome.days.reduce(0) { $0 + $1.work }
      fixes += try await self.fixes(
        of: RefusedRequest.mostTellingFirst(refused), under: strategy,
        work: percent.map { max(Self.leastWork, $0 * run / 100) }, threads: threads)
    }
    return fixes
  }

  /// As many events as a few refusals of a small day take.
  private static let leastWork = 5000
  /// Requests that are looked at side by side, whatever the number of threads.
  private static let batch = 4

  private func fixes(
    of refused: [RefusedRequest], under strategy: Int, work: Int?, threads: Int
  ) async throws -> [Fix] {
    var (found, left, next) = ([Fix](), work, 0)
    while next < refused.count, left.map({ $0 > 0 }) ?? true {
      let size = left == nil ? refused.count : Self.batch
      let part = refused[next...].prefix(size)
      let limit = left.map { $0 / Self.batch } ?? .max
      let searched = try await sideBySide(part.count, threads: threads) { job in
        let one = part[part.startIndex + job]
        let trials = try RequestTrials(
          self, day: one.day, request: one.request, strategy: strategy, workAtMost: limit)
        var search = CounterfactualSearch(trials: trials)
        let fix = Fix(
          strategy: scenario.strategies[strategy].id, day: one.day, request: one.request,
          counterfactual: try search.cheapest())
        return (fix: search.isCut ? nil : fix, work: search.trials.work)
      }
      found += searched.compactMap(\.fix)
      left = left.map { $0 - searched.reduce(0) { $0 + $1.work } }
      next += part.count
    }
    return found.sorted { ($0.day, $0.request) < ($1.day, $1.request) }
  }
}
