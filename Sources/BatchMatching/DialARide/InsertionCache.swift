/// The insertions found last, so that an unchanged route is not searched again.
///
/// A table with one place for each key modulo its length, where later entries replace earlier ones.
struct InsertionCache {
  enum Answer {
    case unknown
    /// `nil` where the request does not fit in.
    case known(DialARideModel.Insertion?)
  }

  private struct Entry {
    var key: UInt64
    var increase: Double
    /// Negative where the request does not fit in.
    var pickup: Int32
    var dropoff: Int32
  }

  private static let length = 1 << 18
  private var entries = ContiguousArray(
    repeating: Entry(key: 0, increase: 0, pickup: -1, dropoff: 0), count: length)

  subscript(key: UInt64) -> Answer {
    let entry = entries[Int(key % UInt64(Self.length))]
    guard entry.key == key else { return .unknown }
    guard entry.pickup >= 0 else { return .known(nil) }
    return .known(
      DialARideModel.Insertion(
        increase: entry.increase, pickup: Int(entry.pickup), dropoff: Int(entry.dropoff)))
  }

  mutating func keep(_ insertion: DialARideModel.Insertion?, for key: UInt64) {
    entries[Int(key % UInt64(Self.length))] = Entry(
      key: key, increase: insertion?.increase ?? 0, pickup: Int32(insertion?.pickup ?? -1),
      dropoff: Int32(insertion?.dropoff ?? 0))
  }
}
