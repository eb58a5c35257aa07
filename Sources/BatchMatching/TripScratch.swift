import HeapModule
import Mobility

/// The memory of one search for trips, lent from search to search.
struct TripScratch {
  struct QueuedLabel: Comparable {
    let departure: Instant
    let label: Int

    static func < (a: Self, b: Self) -> Bool { (a.departure, a.label) < (b.departure, b.label) }
  }

  /// Somewhere the vehicle could go next, with those who could get off and on there.
  struct NextPlace {
    let arrival: Instant
    let place: Int
    var leaving: UInt64 = 0
    var boarding: UInt64 = 0
  }

  var labels: ContiguousArray<TripLabel> = []
  /// The rides of those aboard each label.
  var rides: ContiguousArray<TripLabel.Ride> = []
  /// The label added last of those that are compared.
  var buckets: [TripLabel.Bucket: Int] = [:]
  var queue = Heap<QueuedLabel>()
  /// The next places of the label at hand.
  var next: ContiguousArray<NextPlace> = []
  var chances = Chances()

  mutating func removeAll() {
    labels.removeAll(keepingCapacity: true)
    rides.removeAll(keepingCapacity: true)
    buckets.removeAll(keepingCapacity: true)
    queue = Heap()
  }
}
