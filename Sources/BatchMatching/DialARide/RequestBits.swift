/// A set of requests numbered from 1 to 128.
struct RequestBits: Hashable {
  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0

  static let most = 128

  @inline(__always)
  func contains(_ request: Int) -> Bool {
    request <= 64 ? low & (1 << UInt64(request - 1)) != 0 : high & (1 << UInt64(request - 65)) != 0
  }

  @inline(__always)
  mutating func insert(_ request: Int) {
    if request <= 64 { low |= 1 << UInt64(request - 1) } else { high |= 1 << UInt64(request - 65) }
  }

  @inline(__always)
  mutating func remove(_ request: Int) {
    if request <= 64 {
      low &= ~(1 << UInt64(request - 1))
    } else {
      high &= ~(1 << UInt64(request - 65))
    }
  }

  @inline(__always)
  mutating func formUnion(_ other: Self) {
    low |= other.low
    high |= other.high
  }

  @inline(__always)
  func isSubset(of other: Self) -> Bool { low & ~other.low == 0 && high & ~other.high == 0 }

  func isDisjoint(with other: Self) -> Bool { low & other.low == 0 && high & other.high == 0 }

  @inline(__always)
  func subtracting(_ other: Self) -> Self {
    var rest = self
    rest.low &= ~other.low
    rest.high &= ~other.high
    return rest
  }

  /// Takes the smallest request out.
  @inline(__always)
  mutating func popFirst() -> Int? {
    if low != 0 {
      let position = low.trailingZeroBitCount
      low &= low - 1
      return position + 1
    }
    guard high != 0 else { return nil }
    let position = high.trailingZeroBitCount
    high &= high - 1
    return position + 65
  }
}
