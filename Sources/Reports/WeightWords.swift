import Mobility
import ScenarioModel

/// The weights of a scenario as reports tell them.
enum WeightWords {
  /// Those of soft limits and of operation only where they count, or are not the standard ones.
  static func told(
    _ weights: Weights, limits: ServiceRules.Limits
  ) -> [(word: Text, weight: Int32)] {
    let standard = Weights()
    let isSoft = limits == .soft
    let all: [(word: Text, weight: Int32, isTold: Bool)] = [
      (Text(english: "driving", japanese: "走行"), weights.driving, true),
      (
        Text(english: "operation", japanese: "稼働"), weights.operation,
        weights.operation != standard.operation
      ),
      (Text(english: "wait", japanese: "待ち"), weights.wait, true),
      (Text(english: "ride", japanese: "迂回"), weights.ride, true),
      (Text(english: "walk", japanese: "徒歩"), weights.walk, true),
      (
        Text(english: "late boarding", japanese: "乗車の遅れ"), weights.lateBoarding,
        isSoft || weights.lateBoarding != standard.lateBoarding
      ),
      (
        Text(english: "late arrival", japanese: "到着の遅れ"), weights.lateArrival,
        isSoft || weights.lateArrival != standard.lateArrival
      ),
    ]
    return all.filter(\.isTold).map { ($0.word, $0.weight) }
  }
}
