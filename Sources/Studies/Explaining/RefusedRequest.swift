import Mobility

/// A request that was refused, as one among many that could be looked into.
struct RefusedRequest {
  let day: Int
  let request: RequestID
  let reason: Refusal
  let riders: Int

  /// One of each reason in turn, of those that turn most riders down first; of a reason the largest
  /// parties first, then in order of days and requests.
  static func mostTellingFirst(_ refused: [RefusedRequest]) -> [RefusedRequest] {
    let reasons = Refusal.allCases.enumerated().map { order, reason in
      let own = refused.filter { $0.reason == reason }
        .sorted { ($1.riders, $0.day, $0.request) < ($0.riders, $1.day, $1.request) }
      return (order: order, own: own, riders: own.reduce(0) { $0 + $1.riders })
    }
    .sorted { ($1.riders, $0.order) < ($0.riders, $1.order) }
    let most = reasons.map(\.own.count).max() ?? 0
    return (0..<most).flatMap { turn in
      reasons.compactMap { $0.own.indices.contains(turn) ? $0.own[turn] : nil }
    }
  }
}
