import Indicators
import ScenarioModel

/// The sentences of a headline in both languages.
public enum HeadlineWords {
  /// What b is to a.
  ///
  /// Waits and the share served are judged together: refusing riders never makes a strategy good.
  public static func answer(
    _ b: String, against a: String, wait: Verdict, served: Verdict
  ) -> PageText {
    switch (wait, served) {
    case (.better, .better):
      PageText(
        "\(b) picks riders up sooner than \(a), and serves more of them.",
        "\(b) は \(a) より早く迎えに行き、より多くの人を運べる。")
    case (.better, .tie):
      PageText(
        "\(b) picks riders up sooner than \(a); in the share served no difference shows.",
        "\(b) は \(a) より早く迎えに行く。運べる人の割合に差は認められない。")
    case (.better, .worse):
      PageText(
        "\(b) picks riders up sooner than \(a), but refuses more of them.",
        "\(b) は \(a) より早く迎えに行くが、断る人が多い。")
    case (.worse, .better):
      PageText(
        "\(b) serves more riders than \(a), but they wait longer.",
        "\(b) は \(a) より多くの人を運べるが、待ち時間は長い。")
    case (.worse, .tie):
      PageText(
        "Under \(b) riders wait longer than under \(a); in the share served no difference shows.",
        "\(b) では \(a) より待ち時間が長い。運べる人の割合に差は認められない。")
    case (.worse, .worse):
      PageText(
        "Under \(b) riders wait longer than under \(a), and more of them are refused.",
        "\(b) では \(a) より待ち時間が長く、断る人も多い。")
    case (.tie, .better):
      PageText(
        "\(b) serves more riders than \(a); in their waits no difference shows.",
        "\(b) は \(a) より多くの人を運べる。待ち時間に差は認められない。")
    case (.tie, .worse):
      PageText(
        "\(b) refuses more riders than \(a); in their waits no difference shows.",
        "\(b) は \(a) より断る人が多い。待ち時間に差は認められない。")
    case (.tie, .tie):
      PageText(
        "Between \(b) and \(a) no difference shows, in waits or in the share served.",
        "\(b) と \(a) の間に、待ち時間にも運べる人の割合にも差は認められない。")
    case (.unknown, _), (_, .unknown):
      PageText(
        "These days are too few to tell \(b) from \(a): a difference needs two days with riders.",
        "日数が足りず、\(b) と \(a) の差は判断できない(利用者のいる日が2日以上必要)。")
    }
  }

  /// The means of both and their difference with its interval; `nil` where a mean is missing.
  static func reason(
    _ indicator: Indicator, _ comparison: RunFigures.Comparison, a: RunFigures.StrategyFigures,
    b: RunFigures.StrategyFigures
  ) -> PageText? {
    let paired = comparison.differences[indicator]
    guard let meanA = a.overviews[indicator].mean?.mean,
      let meanB = b.overviews[indicator].mean?.mean, let difference = paired.difference
    else { return nil }
    let unit = ReadableUnit(of: indicator)
    let label = indicator.definition.label
    func value(_ mean: Double, _ language: Language) -> String {
      unit.text(mean) + spaced(unit.name, language)
    }
    func signed(_ value: Double) -> String {
      unit.difference(value).replacing("-", with: "\u{2212}")
    }
    func change(_ language: Language) -> String {
      var text = signed(difference.mean) + spaced(unit.differenceName, language)
      if let interval = difference.interval {
        let (low, high) = (signed(interval.lowerBound), signed(interval.upperBound))
        text += language.choose(
          " (95 % interval \(low) to \(high))", "(95%信頼区間 \(low)〜\(high))")
      }
      return text
    }
    let isTie = Verdict(paired) == .tie
    return PageText(
      "\(label.english): \(value(meanB, .english)) under \(b.id), \(value(meanA, .english)) under "
        + "\(a.id); difference \(change(.english))"
        + (isTie ? ", which chance alone would explain." : "."),
      "\(label.japanese):\(b.id) は\(value(meanB, .japanese))、\(a.id) は\(value(meanA, .japanese))。"
        + "差は\(change(.japanese))" + (isTie ? "で、偶然でも説明できる。" : "。"))
  }

  static func alone(_ strategy: RunFigures.StrategyFigures) -> PageText {
    let unit = ReadableUnit(of: .servedShare)
    let share = unit.text(strategy.overviews[.servedShare].mean?.mean)
    return PageText(
      "Under \(strategy.id), \(share) % of riders are served.",
      "\(strategy.id) では、申し込んだ人の\(share)%を運べる。")
  }

  static func waits(_ strategy: RunFigures.StrategyFigures) -> PageText? {
    let overview = strategy.overviews[.waitDesired]
    guard let mean = overview.mean?.mean, let p90 = overview.p90 else { return nil }
    let unit = ReadableUnit(of: .waitDesired)
    return PageText(
      "They wait \(unit.text(mean)) min from their desired time on average; 9 in 10 wait "
        + "\(unit.text(p90)) min or less.",
      "希望時刻からの待ち時間は平均\(unit.text(mean))分、10人中9人は\(unit.text(p90))分以内。")
  }

  private static func spaced(_ unit: Text, _ language: Language) -> String {
    let name = language.choose(unit)
    return name.isEmpty ? "" : language.choose(" ", "") + name
  }
}
