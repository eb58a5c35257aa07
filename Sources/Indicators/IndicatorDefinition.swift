/// What a KPI means, for planners.
public struct IndicatorDefinition: Hashable, Sendable {
  /// The same in both languages of the reports.
  public struct Wording: Hashable, Sendable {
    public let english: String
    public let japanese: String

    init(_ english: String, _ japanese: String) {
      self.english = english
      self.japanese = japanese
    }
  }

  public let label: Wording
  public let formula: Wording
  public let unit: Indicator.Unit
  public let level: Indicator.Level
  public let better: Indicator.Preference
  /// How many people read, in the unit that tables show (minutes, per cent).
  public let decimals: Int

  init(
    _ label: Wording, _ unit: Indicator.Unit, per level: Indicator.Level,
    better: Indicator.Preference, decimals: Int, formula: Wording
  ) {
    self.label = label
    self.formula = formula
    self.unit = unit
    self.level = level
    self.better = better
    self.decimals = decimals
  }
}

extension Indicator {
  public var definition: IndicatorDefinition {
    switch self {
    case .waitBooking:
      .init(
        .init("Wait from booking", "待ち時間(申込から)"), .seconds, per: .rider, better: .less,
        decimals: 1,
        formula: .init("boarding begins - booked", "乗車開始 - 申込"))
    case .waitDesired:
      .init(
        .init("Wait from desired time", "待ち時間(希望時刻から)"), .seconds, per: .rider, better: .less,
        decimals: 1,
        formula: .init(
          "boarding begins - rider ready at the stop (desired time + walk)",
          "乗車開始 - 乗り場到着(希望時刻 + 徒歩)"))
    case .waitPromise:
      .init(
        .init("Behind promised time", "約束時刻からの遅れ"), .seconds, per: .rider, better: .less,
        decimals: 1,
        formula: .init("boarding begins - promised boarding", "乗車開始 - 約束した乗車時刻"))
    case .waitPenalised:
      .init(
        .init("Wait incl. refused riders", "待ち時間(不成立を含む)"), .seconds, per: .rider,
        better: .less, decimals: 1,
        formula: .init(
          "as wait_desired; a refused rider counts with the refusal wait of the scenario",
          "wait_desired と同じ。不成立の利用者はシナリオの refusal_wait で数える"))
    case .servedShare:
      .init(
        .init("Riders served", "予約成立率"), .share, per: .day, better: .more, decimals: 1,
        formula: .init("riders served / riders requested", "成立人数 / 申込人数"))
    case .refusedShare:
      .init(
        .init("Riders refused", "不成立率"), .share, per: .day, better: .less, decimals: 1,
        formula: .init("riders refused / riders requested", "不成立人数 / 申込人数"))
    case .rideTime:
      .init(
        .init("Ride time", "乗車時間"), .seconds, per: .rider, better: .less, decimals: 1,
        formula: .init(
          "arrival at the drop-off stop - departure from the pick-up stop",
          "降車地到着 - 乗車地出発"))
    case .detourRatio:
      .init(
        .init("Detour ratio", "迂回率"), .ratio, per: .rider, better: .less, decimals: 2,
        formula: .init(
          "ride time / direct ride time; mean of ratios, direct rides of 0 s left out",
          "乗車時間 / 直行所要時間(比の平均。直行が0秒の場合は除く)"))
    case .walk:
      .init(
        .init("Walk, both ends", "徒歩距離(両端の計)"), .meters, per: .rider, better: .less,
        decimals: 0,
        formula: .init(
          "door to pick-up stop + drop-off stop to door", "出発地から乗車地 + 降車地から目的地"))
    case .journeyTime:
      .init(
        .init("Journey time", "総所要時間"), .seconds, per: .rider, better: .less, decimals: 1,
        formula: .init(
          "arrival at the drop-off stop + walk - desired time", "降車地到着 + 徒歩 - 希望時刻"))
    case .riders:
      .init(
        .init("Riders per day", "利用者数"), .riders, per: .day, better: .more, decimals: 1,
        formula: .init("riders served on a day", "1日に運んだ人数"))
    case .ridersPerVehicleHour:
      .init(
        .init("Riders per vehicle-hour", "1台1時間当たり利用者"), .ridersPerHour, per: .day,
        better: .more, decimals: 2,
        formula: .init("riders served / vehicle-hours", "利用者数 / 車両稼働時間"))
    case .distance:
      .init(
        .init("Distance driven", "走行距離"), .kilometers, per: .day, better: .less, decimals: 1,
        formula: .init("all vehicles, empty or not (VKT)", "全車両、空車を含む"))
    case .emptyShare:
      .init(
        .init("Driven empty", "空車走行率"), .share, per: .day, better: .less, decimals: 1,
        formula: .init("km with nobody aboard / km driven", "空車キロ / 走行キロ"))
    case .loadedTimeShare:
      .init(
        .init("Time with riders aboard", "実車率(時間)"), .share, per: .day, better: .more,
        decimals: 1,
        formula: .init(
          "vehicle time with somebody aboard (boarding to arrival) / scheduled vehicle time",
          "乗客のいる時間(乗車開始から降車地到着まで) / 計画稼働時間"))
    case .occupancy:
      .init(
        .init("Riders per loaded km", "平均乗車密度"), .riders, per: .day, better: .more,
        decimals: 2,
        formula: .init("rider-km / km with somebody aboard", "人キロ / 実車キロ"))
    case .pooledShare:
      .init(
        .init("Riders who shared", "乗合率(人)"), .share, per: .day, better: .more, decimals: 1,
        formula: .init(
          "riders aboard with another booking for 1 s or more / riders served",
          "別の予約と1秒以上同乗した人数 / 利用者数"))
    case .pooledRunShare:
      .init(
        .init("Runs shared", "乗合率(便)"), .share, per: .day, better: .more, decimals: 1,
        formula: .init(
          "runs of 2 bookings or more / runs; a run lasts while somebody is aboard or committed",
          "2予約以上の便 / 便。便は乗客または受けた予約がある連続した期間"))
    case .vehicleHours:
      .init(
        .init("Vehicle-hours", "車両稼働時間"), .hours, per: .day, better: .less, decimals: 1,
        formula: .init("scheduled shifts of all vehicles", "全車両の計画勤務時間の計"))
    case .computeTime:
      .init(
        .init("Computing time per day", "計算時間(1日分)"), .seconds, per: .day, better: .less,
        decimals: 2,
        formula: .init("time the strategy took, on this machine", "この計算機で戦略が要した時間"))
    }
  }
}
