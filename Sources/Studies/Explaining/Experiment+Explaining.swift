import Dispatching
import Journal
public import Mobility
import ScenarioModel
import Simulator

extension Experiment {
  /// Why a request of a day was answered as it was, by strategy.
  ///
  /// The days are counted from 0. Throws `StrategyError` for a decision that breaks a rule, and
  /// `UnprovenCounterfactual` for a mistake of the search.
  public func explain(_ request: RequestID, ofDay day: Int) throws -> [Explanation] {
    try scenario.strategies.indices.map { try explain(request, ofDay: day, under: $0) }
  }

  private func explain(
    _ request: RequestID, ofDay day: Int, under strategy: Int
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
    return Explanation(
      strategy: scenario.strategies[strategy].id, day: day, request: asked, answer: trials.base,
      servedBy: trials.base.isAccepted ? try boarded(request, ofDay: day, under: strategy) : nil,
      othersOpen: situation.open.filter { $0.id != request }.count,
      options: isForStrategy ? options : [],
      counterfactuals: trials.base.isAccepted
        ? [] : try CounterfactualSearch(trials: trials).leastOfEachKind())
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
  /// The number of threads changes nothing but the time it takes.
  public func fixes(
    ofDays days: some Sequence<Int>, in outcomes: [StrategyOutcome], threads: Int
  ) async throws -> [Fix] {
    let days = Array(days)
    let refused = outcomes.indices.flatMap { strategy in
      days.flatMap { day in
        outcomes[strategy].days[day].trace.records.compactMap { record -> RequestID? in
          if case .refused(let request, _) = record.event { request } else { nil }
        }
        .sorted().map { (strategy: strategy, day: day, request: $0) }
      }
    }
    return try await sideBySide(refused.count, threads: threads) { job in
      let (strategy, day, request) = refused[job]
      let trials = try RequestTrials(self, day: day, request: request, strategy: strategy)
      return Fix(
        strategy: scenario.strategies[strategy].id, day: day, request: request,
        counterfactual: try CounterfactualSearch(trials: trials).cheapest())
    }
  }
}
