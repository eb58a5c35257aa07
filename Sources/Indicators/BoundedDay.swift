public import Mobility

/// What a day cost under a strategy, beside what it would cost at least.
public struct BoundedDay: Hashable, Sendable {
  public let day: Int
  public let objective: Cost
  /// No dispatcher can do better who sends no van out before a booking calls for it; `nil` where
  /// vans reposition or can be diverted, since it bounds nothing then.
  public let bookingBound: Cost?
  /// No dispatcher can do better, whatever it knows beforehand.
  public let perfectInformationBound: Cost

  public init(day: Int, objective: Cost, bookingBound: Cost?, perfectInformationBound: Cost) {
    self.day = day
    self.objective = objective
    self.bookingBound = bookingBound
    self.perfectInformationBound = perfectInformationBound
  }

  public func value(of figure: BoundFigure) -> Double? {
    switch figure {
    case .objective: Self.seconds(objective)
    case .bookingBound: bookingBound.map(Self.seconds)
    case .perfectInformationBound: Self.seconds(perfectInformationBound)
    case .bookingGap: bookingBound.flatMap(gap)
    case .perfectInformationGap: gap(to: perfectInformationBound)
    }
  }

  /// How much more the day cost, as a share of the bound.
  private func gap(to bound: Cost) -> Double? {
    bound > 0 ? Double(objective - bound) / Double(bound) : nil
  }

  private static func seconds(_ cost: Cost) -> Double { Double(cost) / 1_000_000 }
}
