public import Indicators

/// A KPI under two variants of a scenario.
public struct VariantFigure: Hashable, Sendable {
  public let indicator: Indicator
  public let a: MeanEstimate?
  public let b: MeanEstimate?
  /// Of b - a.
  public let difference: MeanEstimate?

  /// Values are by day, `nil` on a day that has none.
  init(
    _ indicator: Indicator, a: [Double?], b: [Double?], pairing: MeanEstimate.Pairing
  ) {
    self.indicator = indicator
    self.a = MeanEstimate(of: a.compactMap(\.self))
    self.b = MeanEstimate(of: b.compactMap(\.self))
    difference = MeanEstimate(from: a, to: b, pairing: pairing)
  }

  public var verdict: Verdict { Verdict(difference, of: indicator) }
}
