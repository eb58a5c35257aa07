/// A figure that says how far a day is from what it could have been.
public enum BoundFigure: String, CaseIterable, Hashable, Sendable {
  case objective
  case bookingGap = "gap_b1"
  case perfectInformationGap = "gap_b0"
  case bookingBound = "bound_b1"
  case perfectInformationBound = "bound_b0"

  public var id: String { rawValue }

  /// Weighted seconds, or a share of the bound.
  public var unit: Indicator.Unit {
    switch self {
    case .objective, .bookingBound, .perfectInformationBound: .seconds
    case .bookingGap, .perfectInformationGap: .share
    }
  }

  /// The heading of a column of values.
  public var columnName: String { unit == .seconds ? id + "_s" : id }

  public var label: IndicatorDefinition.Wording {
    switch self {
    case .objective: .init("Objective of the day", "1日の目的関数")
    case .bookingGap: .init("Above the bound B1 (bookings)", "下界B1(予約後の配車)との差")
    case .perfectInformationGap:
      .init("Above the bound B0 (perfect information)", "下界B0(完全情報)との差")
    case .bookingBound: .init("Bound B1 (bookings)", "下界B1(予約後の配車)")
    case .perfectInformationBound: .init("Bound B0 (perfect information)", "下界B0(完全情報)")
    }
  }

  public var formula: IndicatorDefinition.Wording {
    switch self {
    case .objective:
      .init(
        "weighted driving + wait + excess ride + walk + refusals, from realised times",
        "走行 + 待ち + 迂回 + 徒歩 + 不成立 の加重和(実績時刻による)")
    case .bookingGap: .init("(objective - B1) / B1", "(目的関数 - B1) / B1")
    case .perfectInformationGap: .init("(objective - B0) / B0", "(目的関数 - B0) / B0")
    case .bookingBound:
      .init(
        "least cost if all is known, but no van leaves for a pick-up before it is booked",
        "全予約が既知で、予約前には乗車地へ出発しない場合の最小費用の下界")
    case .perfectInformationBound:
      .init(
        "least cost if all is known from the start, vans waiting where riders will be",
        "全予約が最初から既知で、先回りもできる場合の最小費用の下界")
    }
  }
}
