import Indicators
import Mobility
import ScenarioModel

/// KPIs that are read together.
struct Section {
  let title: Text
  let indicators: [Indicator]

  /// Every KPI, the service first: no wait is read without the share served.
  static let all = [
    Section(
      title: Text(english: "Service", japanese: "サービス"),
      indicators: [.servedShare, .refusedShare, .riders]),
    Section(
      title: Text(english: "Waiting", japanese: "待ち時間"),
      indicators: [.waitDesired, .waitPenalised, .waitPromise, .waitBooking]),
    Section(
      title: Text(english: "Journey", japanese: "移動"),
      indicators: [.rideTime, .detourRatio, .walk, .journeyTime]),
    Section(
      title: Text(english: "Sharing", japanese: "乗合"),
      indicators: [.pooledShare, .pooledRunShare, .occupancy]),
    Section(
      title: Text(english: "Fleet", japanese: "車両"),
      indicators: [
        .distance, .emptyShare, .loadedTimeShare, .ridersPerVehicleHour, .vehicleHours,
        .computeTime,
      ]),
  ]
}

extension ComparisonTable {
  func wordCell(_ english: String, _ japanese: String) -> TextTable.Cell {
    TextTable.Cell(text: language.choose(english, japanese), isFlushRight: false)
  }

  func wordCell(_ text: Text) -> TextTable.Cell { wordCell(text.english, text.japanese) }

  func label(_ indicator: Indicator) -> TextTable.Cell {
    let label = indicator.definition.label
    return wordCell("  " + label.english, "  " + label.japanese)
  }

  /// English for "1 day", "2 days".
  func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)" + (count == 1 ? "" : "s")
  }

  func minutes(_ span: TimeSpan) -> String { CSVText.number(span.inSeconds / 60) }

  func weights(_ weights: Weights, limits: ServiceRules.Limits) -> [String] {
    WeightWords.told(weights, limits: limits).map {
      language.choose($0.word) + " " + CSVText.number(Double($0.weight) / 1000)
    }
  }

  func skippedDays(_ strategy: RunFigures.StrategyFigures) -> String? {
    let count = strategy.overviews[.waitDesired].skippedDays
    guard count > 0 else { return nil }
    return language.choose(
      "\(strategy.id): \(counted(count, "day")) without riders left out of the means of riders.",
      "\(strategy.id): 利用者のない\(count)日は利用者の平均から除いた。")
  }
}
