import Mobility

/// The runs of one vehicle, from who is committed to it when.
struct RunCounter {
  private var committed = 0
  private var lastEnd: Instant?
  /// The first booking of the latest run.
  private var first: RequestID?
  /// Whether the latest run has had another.
  private var isPooled = false
  private var closed = (runs: 0, pooled: 0)

  var counts: (runs: Int, pooled: Int) {
    guard first != nil else { return closed }
    return (closed.runs + 1, closed.pooled + (isPooled ? 1 : 0))
  }

  mutating func begin(_ request: RequestID, at time: Instant) {
    if committed == 0, lastEnd != time {
      closed = counts
      first = request
      isPooled = false
    } else if first != request {
      // A request can leave for another vehicle and come back within one run: that is one booking.
      isPooled = true
    }
    committed += 1
  }

  mutating func end(at time: Instant) {
    precondition(committed > 0, "a request leaves a vehicle it was not committed to")
    committed -= 1
    lastEnd = time
  }
}
