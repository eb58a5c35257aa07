import Foundation
import Indicators
import Reports
import Testing

@Suite("The answer in words")
struct HeadlineTests {
  @Test(
    "says better, worse or no difference, for waits and the share served together",
    arguments: [
      (Verdict.better, Verdict.better, "sooner than a, and serves more", "より多くの人を運べる"),
      (.better, .tie, "sooner than a; in the share served no difference", "差は認められない"),
      (.better, .worse, "sooner than a, but refuses more", "断る人が多い"),
      (.worse, .better, "serves more riders than a, but they wait longer", "待ち時間は長い"),
      (.worse, .tie, "wait longer than under a; in the share served no", "待ち時間が長い"),
      (.worse, .worse, "wait longer than under a, and more of them are refused", "断る人も多い"),
      (.tie, .better, "serves more riders than a; in their waits no", "より多くの人を運べる"),
      (.tie, .worse, "refuses more riders than a; in their waits no", "断る人が多い"),
      (.tie, .tie, "Between b and a no difference shows", "差は認められない"),
      (.unknown, .tie, "too few", "日数が足りず"),
      (.better, .unknown, "too few", "日数が足りず"),
    ])
  func answers(wait: Verdict, served: Verdict, english: String, japanese: String) {
    let answer = HeadlineWords.answer("b", against: "a", wait: wait, served: served)
    #expect(answer.en.contains(english))
    #expect(answer.ja.contains(japanese))
    #expect(answer.en.contains("b") && answer.ja.contains("b"))
  }

  @Test("a shorter wait is better, a smaller share served is worse, one day tells nothing")
  func verdicts() {
    let less = MeanEstimate(of: [-1, -1.01, -0.99])
    #expect(Verdict(less, of: .waitDesired) == .better)
    #expect(Verdict(less, of: .servedShare) == .worse)
    let more = MeanEstimate(of: [1, 1.01, 0.99])
    #expect(Verdict(more, of: .waitDesired) == .worse)
    #expect(Verdict(more, of: .servedShare) == .better)
    #expect(Verdict(MeanEstimate(of: [-1, 1]), of: .waitDesired) == .tie)
    #expect(Verdict(MeanEstimate(of: [-1]), of: .waitDesired) == .unknown)
    #expect(Verdict(nil, of: .waitDesired) == .unknown)
  }

  @Test("gives the figures it rests on, with their intervals")
  func reasons() throws {
    let headline = PageSample.data().headline
    let wait = try #require(headline.reasons.first)
    #expect(wait.en.hasPrefix("Wait from desired time: "))
    #expect(wait.en.contains("min under batch") && wait.en.contains("min under greedy"))
    #expect(wait.en.contains("95 % interval"))
    #expect(wait.ja.contains("95%信頼区間"))
    #expect(!wait.en.contains("-"), "a minus sign, not a hyphen")
  }

  @Test("says of a strategy alone what share it serves")
  func alone() {
    let headline = Headline(of: SmallRun.figures(strategies: ["greedy"]))
    #expect(headline.answers.map(\.en) == ["Under greedy, 100.0 % of riders are served."])
    #expect(headline.answers.map(\.ja) == ["greedy では、申し込んだ人の100.0%を運べる。"])
    #expect(headline.reasons.count == 1)
  }
}
