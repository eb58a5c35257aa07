/// The flight-recorder check: derives what must have happened from a run's inputs, on its own.
///
/// It shares the vocabulary with the rest of the program and nothing else: paths, timings, rules and
/// figures are worked out here a second time.
public struct Auditor: Sendable {
  let inputs: AuditInputs
  let rulebook: Rulebook

  public init(_ inputs: AuditInputs) {
    self.inputs = inputs
    rulebook = Rulebook(
      rules: inputs.rules, drives: Drives(roads: inputs.roads, places: inputs.places))
  }

  /// Every way in which the day broke the rules, in the order of its records.
  ///
  /// - Complexity: O(records), for vehicles that carry few parties at a time.
  public func findings(in day: AuditedDay) -> [Finding] {
    var replay = DayReplay(of: day, inputs: inputs, rulebook: rulebook)
    replay.run()
    return replay.findings.enumerated()
      .sorted { ($0.element.record ?? .max, $0.offset) < ($1.element.record ?? .max, $1.offset) }
      .map(\.element)
  }

  /// All figures of a run, derived from its traces.
  public func figures(of days: [AuditedDay]) -> RunFigures {
    let derived = days.map { day in
      let rides = DayRides(of: day, inputs: inputs, rulebook: rulebook)
      return DerivedDay(rides, inputs: inputs)
    }
    return RunFigures(derived)
  }

  /// Every claimed figure that differs from the derived one.
  ///
  /// Equal within a relative tolerance of 1e-9, or of 1e-12 in all where a figure is close to zero.
  public static func differences(
    between claimed: RunFigures, and derived: RunFigures
  ) -> [Finding] {
    FigureComparison(claimed: claimed, derived: derived).findings
  }
}
