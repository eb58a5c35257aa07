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
      of: zip(a, b).compactMap { a, b in
        guard let before = a.values[indicator], let after = b.values[indicator] else {
          return nil
        }
        return after - before
      })
  }

  /// Whether chance alone would rarely give a difference this far from none.
  public var excludesZero: Bool {
    guard let interval = difference?.interval else { return false }
    return !interval.contains(0)
  }
}
