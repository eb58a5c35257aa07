/// Strategy b against strategy a on the same days with the same requests.
public struct PairedComparison: Hashable, Sendable {
  public let indicator: Indicator
  /// Of b - a over the days on which both have a value; `nil` when there is no such day.
  public let difference: MeanEstimate?

  /// The days of both strategies must be the same, in the same order.
  public init(of indicator: Indicator, from a: [DayFigures], to b: [DayFigures]) {
    precondition(a.map(\.day) == b.map(\.day), "strategies are compared on the same days")
    self.indicator = indicator
    difference = MeanEstimate(
      from: a.map { $0.values[indicator] }, to: b.map { $0.values[indicator] }, pairing: .byDay)
  }
}
