import Indicators

/// How full vehicles are: shares of their scheduled time by riders aboard, all days together.
public struct OccupancySection: Hashable, Sendable, Encodable {
  /// By strategy, then by riders aboard from none up; each strategy's shares add up to 1.
  public let shares: [[Double]]

  init(of run: RunFigures) {
    let times = run.strategies.map { LoadTimes(of: $0.days).spans }
    let most = times.reduce(1) { max($0, $1.count) }
    shares = times.map { spans in
      let total = spans.reduce(0, +)
      return (0..<most).map { load in
        load < spans.count && total > 0 ? rounded(spans[load] / total) : 0
      }
    }
  }
}
