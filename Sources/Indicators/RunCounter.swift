import Mobility

/// The runs of one vehicle, from who is committed to it when.
struct RunCounter {
  private var committed = 0
  private var lastEnd: Instant?
  /// Of the latest run.
  private var bookings: [RequestID] = []
  private var closed = (runs: 0, pooled: 0)

  var counts: (runs: Int, pooled: Int) {
    guard !bookings.isEmpty else { return closed }
    return (closed.runs + 1, closed.pooled + (bookings.count > 1 ? 1 : 0))
  }

  mutating func begin(_ request: RequestID, at time: Instant) {
    if committed == 0, lastEnd != time {
      closed = counts
      bookings = []
    }
    committed += 1
    // A request can leave for another vehicle and come back within one run.
    if !bookings.contains(request) { bookings.append(request) }
  }

  mutating func end(at time: Instant) {
    precondition(committed > 0, "a request leaves a vehicle it was not committed to")
    committed -= 1
    lastEnd = time
  }
}
