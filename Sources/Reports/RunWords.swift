import Indicators
import Mobility
import ScenarioModel

/// What every report says of a run around its figures, unwrapped.
struct RunWords {
  let run: RunFigures
  let language: Language

  init(of run: RunFigures, in language: Language) {
    self.run = run
    self.language = language
  }

  var title: String { language.choose(run.scenario.title) + " (" + run.scenario.name + ")" }

  /// Days, vehicles and bookings.
  var size: String {
    let days = run.bookings.count
    let vehicles = run.scenario.vehicles.count
    let bookings = run.bookings.reduce(0) { $0 + $1.count }
    return language.choose(
      "\(counted(days, "day")), \(counted(vehicles, "vehicle")), \(counted(bookings, "booking"))",
      "\(days)日、車両\(vehicles)台、予約\(bookings)件")
  }

  /// What is synthetic or assumed.
  var remarks: [String] {
    run.scenario.remarks.map { language.choose("Note: ", "注: ") + language.choose($0) }
  }

  var excludesZero: String? {
    run.comparisons.isEmpty
      ? nil
      : language.choose(
        "* The 95 % interval excludes 0, each KPI taken by itself.",
        "* 95%信頼区間が0を含まない(指標ごとに判定)。")
  }

  /// How means and quantiles are to be read.
  var statistics: [String] {
    let means = language.choose(
      "Means are means of days; p90 is the nearest rank over all riders of all days.",
      "平均は日ごとの値の平均、p90は全日の全利用者にわたる90パーセンタイル(最近順位法)。")
    let refused = language.choose(
      "A refused rider counts with a wait of \(minutes(run.scenario.refusalWait)) min "
        + "in the wait incl. refused riders.",
      "不成立の利用者は待ち時間(不成立を含む)で\(minutes(run.scenario.refusalWait))分と数える。")
    return [means] + run.strategies.compactMap(skippedDays) + [refused]
  }

  var weights: String {
    let scenario = run.scenario
    return language.choose("Weights: ", "重み: ")
      + WeightWords.told(scenario.weights, limits: scenario.rules.limits)
      .map { language.choose($0.word) + " " + CSVText.number(Double($0.weight) / 1000) }
      .joined(separator: language.choose(", ", "、"))
  }

  var seed: String { language.choose("Seed: ", "シード: ") + String(run.scenario.seed) }

  var digests: String {
    language.choose("Trace SHA-256: ", "記録のSHA-256: ")
      + run.strategies.map { "\($0.id) \($0.traceDigest.prefix(12))" }
      .joined(separator: language.choose(", ", "、"))
  }

  /// Better or worse, where the interval of the difference excludes zero; else empty.
  func verdict(_ difference: MeanEstimate?, of indicator: Indicator) -> String {
    switch Verdict(difference, of: indicator) {
    case .better: language.choose("better", "改善")
    case .worse: language.choose("worse", "悪化")
    case .tie, .unknown: ""
    }
  }

  /// English for "1 day", "2 days".
  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)" + (count == 1 ? "" : "s")
  }

  private func minutes(_ span: TimeSpan) -> String { CSVText.number(span.inSeconds / 60) }

  private func skippedDays(_ strategy: RunFigures.StrategyFigures) -> String? {
    let count = strategy.overviews[.waitDesired].skippedDays
    guard count > 0 else { return nil }
    return language.choose(
      "\(strategy.id): \(counted(count, "day")) without riders left out of the means of riders.",
      "\(strategy.id): 利用者のない\(count)日は利用者の平均から除いた。")
  }
}
