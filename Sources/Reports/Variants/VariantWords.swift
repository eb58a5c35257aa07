import Indicators
import ScenarioModel

/// What a comparison of two variants says in words.
struct VariantWords {
  let comparison: VariantComparison
  let language: Language

  /// Who gains and who loses: a sentence for each group of which that can be said, which ends with
  /// the row of the table that it comes from.
  func sentences(of strategy: VariantComparison.Strategy) -> [String] {
    let sentences = strategy.divisions.flatMap { division in
      division.groups.enumerated().compactMap { position, group in
        sentence(of: group, in: division.division, row: position + 1)
      }
    }
    if strategy.divisions.isEmpty || !sentences.isEmpty { return sentences }
    return [
      language.choose(
        "In no row of the tables by zone and age does a gain or a loss show.",
        "地区別・年齢別のどの行にも、改善や悪化は認められない。")
    ]
  }

  /// The name of a row in its table.
  func row(_ number: Int, of division: VariantGroups.Division) -> String {
    let word =
      switch division {
      case .zone: language.choose("zone", "地区")
      case .age: language.choose("age", "年齢")
      }
    return "\(word) \(number)"
  }

  func name(_ group: VariantGroups.Group) -> String {
    let name = group.name.name
    if name.isEmpty { return language.choose("(not stated)", "(記載なし)") }
    return language.choose(group.name.latin ?? name, name)
  }

  /// On what the intervals rest.
  var pairing: String {
    switch comparison.pairing {
    case .byDay:
      language.choose(
        "Both have the same riders on the same days (seed, days and parties are the same): "
          + "differences are taken day by day.",
        "両方とも同じ日に同じ利用者(シード・日・申込が同じ)。差は同じ日どうしで求めた。")
    case .otherSeeds:
      unpaired(
        "their seeds differ, \(comparison.a.scenario.seed) and \(comparison.b.scenario.seed)",
        "シードが\(comparison.a.scenario.seed)と\(comparison.b.scenario.seed)で異なる")
    case .otherDays:
      unpaired(
        "their days differ, \(comparison.a.bookings.count) and \(comparison.b.bookings.count)",
        "日が異なる(\(comparison.a.bookings.count)日と\(comparison.b.bookings.count)日)")
    case .otherRiders(let day):
      unpaired("their riders differ, first on day \(day)", "利用者が異なる(最初は\(day)日目)")
    }
  }

  private func unpaired(_ english: String, _ japanese: String) -> String {
    language.choose(
      "The days cannot be paired: \(english). Intervals are Welch's, of two separate samples.",
      "同じ日どうしの比較はできない:\(japanese)。信頼区間は独立な2標本としてWelchの方法による。")
  }

  private func sentence(
    of group: VariantGroups.Group, in division: VariantGroups.Division, row number: Int
  ) -> String? {
    let isLarge = min(group.ridersA, group.ridersB) >= PageLimits.fewRiders
    guard isLarge, let outcome = outcome(wait: group.wait.verdict, served: group.served.verdict)
    else { return nil }
    let figures = [group.wait, group.served].filter { [.better, .worse].contains($0.verdict) }
      .map(change).joined(separator: language.choose("; ", "、"))
    let who =
      switch division {
      case .zone: language.choose("Riders from \(name(group))", "\(name(group))から乗る人")
      case .age: language.choose("Riders of age \(name(group))", "年齢 \(name(group)) の人")
      }
    return language.choose(
      "\(who) \(outcome.english): \(figures) [\(row(number, of: division))].",
      "\(who)は\(outcome.japanese):\(figures) [\(row(number, of: division))]。")
  }

  private func outcome(wait: Verdict, served: Verdict) -> Text? {
    switch (wait, served) {
    case (.better, .worse), (.worse, .better):
      Text(english: "gain and lose", japanese: "有利にも不利にもなる")
    case (.better, _), (_, .better): Text(english: "gain", japanese: "有利になる")
    case (.worse, _), (_, .worse): Text(english: "lose", japanese: "不利になる")
    case (.tie, _), (.unknown, _): nil
    }
  }

  private func change(_ figure: VariantFigure) -> String {
    let unit = ReadableUnit(of: figure.indicator)
    let label = language.choose(figure.indicator.definition.label)
    let name = language.choose(unit.differenceName)
    return language.choose(
      "\(label.lowercased()) \(unit.difference(figure.difference?.mean)) \(name) "
        + unit.interval(figure.difference?.interval),
      "\(label) \(unit.difference(figure.difference?.mean))\(name)"
        + unit.interval(figure.difference?.interval))
  }
}
