import Mobility

/// A time in which a vehicle has somebody, without a gap.
struct Period {
  let begin: Int
  var end: Int
  var requests: Set<RequestID>

  /// Periods that overlap or touch become one.
  static func merged(_ periods: [Period]) -> [Period] {
    var merged: [Period] = []
    for period in periods.sorted(by: { ($0.begin, $0.end) < ($1.begin, $1.end) }) {
      if let last = merged.last, period.begin <= last.end {
        merged[merged.count - 1].end = max(last.end, period.end)
        merged[merged.count - 1].requests.formUnion(period.requests)
      } else {
        merged.append(period)
      }
    }
    return merged
  }
}
