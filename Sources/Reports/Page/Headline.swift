import Indicators
import ScenarioModel

/// The answer of the run in words: who is better in what matters most, and by how much.
public struct Headline: Hashable, Sendable, Encodable {
  /// One sentence for each strategy beside the first, or one for the only one.
  public let answers: [PageText]
  /// What the answers rest on.
  public let reasons: [PageText]

  public init(of run: RunFigures) {
    guard !run.comparisons.isEmpty else {
      answers = [HeadlineWords.alone(run.strategies[0])]
      reasons = [HeadlineWords.waits(run.strategies[0])].compactMap(\.self)
      return
    }
    answers = run.comparisons.map { comparison in
      HeadlineWords.answer(
        comparison.b, against: comparison.a,
        wait: Verdict(comparison.differences[.waitDesired]),
        served: Verdict(comparison.differences[.servedShare]))
    }
    reasons = zip(run.comparisons, run.strategies.dropFirst()).flatMap { comparison, b in
      [Indicator.waitDesired, .servedShare, .waitPenalised, .distance].compactMap {
        HeadlineWords.reason($0, comparison, a: run.strategies[0], b: b)
      }
    }
  }
}
