/// Partial routes of a pricing as columns, each as in `RideLabels` but on the clock.
///
/// A rider aboard has `sincePickup`, the length of the path since the pickup without waiting, and
/// `latestPickup` from the windows on the way; when service begins at the last node at t, the pickup
/// was no later than min(t - sincePickup, latestPickup).
struct PricingLabels {
  struct Ride {
    var pickup: Int32
    var sincePickup: Double
    var latestPickup: Double
  }

  var nodes: ContiguousArray<Int32> = []
  /// Labels that these extend; -1 for the first.
  var parents: ContiguousArray<Int32> = []
  /// Distance minus duals.
  var costs: ContiguousArray<Double> = []
  /// When service at the last node begins at the earliest.
  var times: ContiguousArray<Double> = []
  /// Requests that were served or are aboard, or can no longer be reached in time.
  var closed: ContiguousArray<RequestBits> = []
  var aboard: ContiguousArray<RequestBits> = []
  /// The cuts of which an odd number of requests was served; a bit for each.
  var odd: ContiguousArray<UInt64> = []
  var counts: ContiguousArray<Int32> = []
  /// `stride` for each label; by number of the pickup, that of the route itself first.
  var rides: ContiguousArray<Ride> = []
  let stride: Int

  init(stride: Int) { self.stride = stride }

  var count: Int { nodes.count }

  mutating func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    parents.removeAll(keepingCapacity: true)
    costs.removeAll(keepingCapacity: true)
    times.removeAll(keepingCapacity: true)
    closed.removeAll(keepingCapacity: true)
    aboard.removeAll(keepingCapacity: true)
    odd.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    rides.removeAll(keepingCapacity: true)
  }

  /// Whether whatever can follow label `b` can follow `a` and costs less there by the margin.
  ///
  /// Both are at the same node with the same riders aboard. The pickups of `a` can be as late as
  /// those of `b` from the time of `b` on, if they can at that time and in the end.
  ///
  /// A cut that `a` is half-way through and `b` is not may still cost `a` its `prices`.
  func dominates(
    _ a: Int, _ b: Int, by margin: Double, comparingClosed: Bool, prices: ContiguousArray<Double>
  ) -> Bool {
    let most = costs[b] - margin + Self.tolerance
    guard costs[a] <= most, times[a] <= times[b] + Self.tolerance else {
      return false
    }
    if comparingClosed && !closed[a].isSubset(of: closed[b]) { return false }
    var pending = odd[a] & ~odd[b]
    if pending != 0 {
      var cost = costs[a]
      while pending != 0 {
        cost += prices[pending.trailingZeroBitCount]
        pending &= pending - 1
      }
      if cost > most { return false }
    }
    let time = times[b]
    var (k, l) = (a * stride, b * stride)
    let end = k + Int(counts[a])
    while k < end {
      let (mine, other) = (rides[k], rides[l])
      if mine.latestPickup < other.latestPickup - Self.tolerance { return false }
      let myPickup = min(time - mine.sincePickup, mine.latestPickup)
      let otherPickup = min(time - other.sincePickup, other.latestPickup)
      if myPickup < otherPickup - Self.tolerance { return false }
      k += 1
      l += 1
    }
    return true
  }

  /// The nodes of the path that ends in a label.
  func path(to label: Int) -> ContiguousArray<Int> {
    var path: ContiguousArray<Int> = []
    var label = label
    while nodes[label] != 0 {
      path.append(Int(nodes[label]))
      label = Int(parents[label])
    }
    path.reverse()
    return path
  }

  private static let tolerance = DialARideTables.tolerance
}
