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

  /// All figures of a run, derived from its traces; the seed is that of the draws behind intervals of
  /// quantiles.
  public func figures(of days: [AuditedDay], seed: UInt64 = 0) -> RunFigures {
    RunFigures(days.map { DerivedDay(rides(of: $0), inputs: inputs) }, seed: seed)
  }

  /// The rows of `trips.csv` for one day of a strategy.
  public func trips(of day: AuditedDay, strategy: String) -> DerivedTable {
    TripTable(of: rides(of: day), strategy: strategy, given: day, inputs: inputs).table
  }

  /// The rows of `vehicles.csv` for one day of a strategy.
  public func vehicles(of day: AuditedDay, strategy: String) -> DerivedTable {
    VehicleTable(of: rides(of: day), strategy: strategy, inputs: inputs).table
  }

  private func rides(of day: AuditedDay) -> DayRides {
    DayRides(of: day, inputs: inputs, rulebook: rulebook)
  }

  /// Every claimed figure that differs from the derived one.
  ///
  /// Equal within a relative tolerance of 1e-9, or of 1e-12 in all where a figure is close to zero.
  public static func differences(
    between claimed: RunFigures, and derived: RunFigures
  ) -> [Finding] {
    FigureComparison(claimed: claimed, derived: derived).findings
  }

  /// The same for the summary of one figure.
  public static func differences(
    in figure: String, between claimed: RunFigures.Summary?, and derived: RunFigures.Summary?
  ) -> [Finding] {
    var comparison = FigureComparison()
    comparison.compare(figure, claimed, derived)
    return comparison.findings
  }

  /// The same for a comparison of two strategies.
  public static func differences(
    in figure: String, between claimed: DayDifference, and derived: DayDifference
  ) -> [Finding] {
    var comparison = FigureComparison()
    comparison.compare("\(figure) mean_difference", claimed.mean, derived.mean, day: nil)
    comparison.compare(
      "\(figure) ci95 from", claimed.ci95?.lowerBound, derived.ci95?.lowerBound, day: nil)
    comparison.compare(
      "\(figure) ci95 to", claimed.ci95?.upperBound, derived.ci95?.upperBound, day: nil)
    comparison.compare("\(figure) days", Double(claimed.days), Double(derived.days), day: nil)
    return comparison.findings
  }

  /// Every cell of a claimed table that differs from the derived one, the first 20 of them.
  ///
  /// Numbers are equal within the tolerance of figures.
  public static func differences(
    inTable name: String, columns: [String], rows: [[String: String]], and derived: DerivedTable
  ) -> [Finding] {
    TableComparison(name, columns: columns, rows: rows, expected: derived).findings
  }
}
