/// A set of requests of a day as bits.
protocol RequestSet: Sendable {
  static var capacity: Int { get }
  init()
  func contains(_ member: Int) -> Bool
  mutating func insert(_ member: Int)
  mutating func formUnion(_ other: Self)
  func isSubset(of other: Self) -> Bool
  /// Calls `body` with every number below `count` that is not a member, ascending.
  func forEachMissing(below count: Int, _ body: (Int) -> Void)
}

struct RequestSet128: RequestSet {
  static let capacity = 128
  private var bits = SIMD2<UInt64>()

  func contains(_ member: Int) -> Bool { bits[member >> 6] >> UInt64(member & 63) & 1 == 1 }
  mutating func insert(_ member: Int) { bits[member >> 6] |= 1 << UInt64(member & 63) }
  mutating func formUnion(_ other: Self) { bits |= other.bits }
  func isSubset(of other: Self) -> Bool { bits & ~other.bits == .zero }

  func forEachMissing(below count: Int, _ body: (Int) -> Void) {
    for word in 0..<2 { eachZero(of: bits[word], from: 64 * word, below: count, body) }
  }
}

struct RequestSet256: RequestSet {
  static let capacity = 256
  private var bits = SIMD4<UInt64>()

  func contains(_ member: Int) -> Bool { bits[member >> 6] >> UInt64(member & 63) & 1 == 1 }
  mutating func insert(_ member: Int) { bits[member >> 6] |= 1 << UInt64(member & 63) }
  mutating func formUnion(_ other: Self) { bits |= other.bits }
  func isSubset(of other: Self) -> Bool { bits & ~other.bits == .zero }

  func forEachMissing(below count: Int, _ body: (Int) -> Void) {
    for word in 0..<4 { eachZero(of: bits[word], from: 64 * word, below: count, body) }
  }
}

@inline(__always)
private func eachZero(of word: UInt64, from first: Int, below count: Int, _ body: (Int) -> Void) {
  guard first < count else { return }
  var rest = ~word
  if count - first < 64 { rest &= (1 << UInt64(count - first)) - 1 }
  while rest != 0 {
    body(first + rest.trailingZeroBitCount)
    rest &= rest - 1
  }
}
