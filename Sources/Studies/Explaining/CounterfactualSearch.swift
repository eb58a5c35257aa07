import Mobility
import ScenarioModel
import Simulator

/// Looks for the least changes that serve a refused request, on a grid of minutes and of hours.
struct CounterfactualSearch {
  private(set) var trials: RequestTrials
  /// Whether the work of the trials ended the search before it was done.
  private(set) var isCut = false

  init(trials: RequestTrials) { self.trials = trials }

  /// The least change of each kind, in the order of the kinds, and the kinds of which none was found
  /// before the trials had done so much work for that kind.
  mutating func leastOfEachKind(
    workAtMost work: Int
  ) throws -> (found: [Counterfactual], cut: [Change.Kind]) {
    var (found, cut) = ([Counterfactual](), [Change.Kind]())
    for kind in Change.Kind.allCases {
      trials.allow(work)
      isCut = false
      if let least = try kind == .van ? leastVan() : least(kind) {
        found.append(least)
      } else if isCut {
        cut.append(kind)
      }
    }
    return (found, cut)
  }

  /// What asks the fewest minutes of the rider, of as many the first kind; a van only where nothing
  /// else serves.
  mutating func cheapest() throws -> Counterfactual? {
    let most = Change.Kind.allCases.map(\.mostMinutes).max() ?? 0
    for minutes in 1..<(most + 1) {
      for kind in Change.Kind.allCases {
        guard let change = trials.change(kind, minutes: minutes) else { continue }
        guard !isOver() else { return nil }
        let answer = try trials.tried(change)
        if answer.isAccepted { return try proof(of: change, found: answer) }
      }
    }
    return try leastVan()
  }

  private mutating func isOver() -> Bool {
    isCut = isCut || trials.isOver
    return isCut
  }

  /// Upwards, so that what is found is the least and all below it is seen to fail.
  private mutating func least(_ kind: Change.Kind) throws -> Counterfactual? {
    var minutes = 1
    while let change = trials.change(kind, minutes: minutes), !isOver() {
      let answer = try trials.tried(change)
      if answer.isAccepted { return try proof(of: change, found: answer) }
      minutes += 1
    }
    return nil
  }

  /// The shortest shift of one more van: from the last hour backwards, each day from its start.
  private mutating func leastVan() throws -> Counterfactual? {
    guard trials.experiment.scenario.rules.refusal(of: trials.request) == nil else { return nil }
    for hour in trials.vanHours.reversed() {
      guard !isOver() else { return nil }
      let change = Change.van(fromHour: hour)
      let answer = try trials.proven(change)
      if answer.isAccepted { return try proof(of: change, found: answer) }
    }
    return nil
  }

  private mutating func proof(of change: Change, found: Answer) throws -> Counterfactual {
    // Vans are looked for with whole days.
    let answer = change.kind == .van ? found : try trials.proven(change)
    let before = try trials.proven(trials.stepBefore(change))
    guard case .accepted(let vehicle, let promise) = answer.outcome, answer == found,
      case .refused(let reason) = before.outcome
    else {
      throw UnprovenCounterfactual(
        strategy: trials.experiment.scenario.strategies[trials.strategy].id, day: trials.day,
        request: trials.request.id, change: change)
    }
    return Counterfactual(
      change: change, vehicle: vehicle, promise: promise, reasonBefore: reason)
  }
}
