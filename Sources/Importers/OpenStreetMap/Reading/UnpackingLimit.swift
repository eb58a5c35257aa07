/// Stops what is packed fifty to one: maps are not, but a few bytes can be made to fill memory.
struct UnpackingLimit {
  private var packed = 0
  private var unpacked = 0

  /// As much as anyone may pack as tightly as they can.
  private static let free = 16 << 20
  private static let most = 50

  mutating func add(packed: Int, unpacked: Int) throws(ImportError) {
    self.packed += packed
    self.unpacked += unpacked
    guard self.unpacked <= Self.free + Self.most * self.packed else {
      throw ImportError(
        "expected map data, found bytes that unpack to more than \(Self.most) times as many")
    }
  }
}
