/// A number that changes with any bit of some words; at the speed of memory, without secrecy.
///
/// Four sums, each multiplied by an odd number before the next word is added: one wrong word always
/// changes one of them, and several hardly ever leave all four as they were.
struct WordChecksum {
  private(set) var value: UInt64

  init(_ words: UnsafeBufferPointer<UInt64>) {
    var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    let whole = words.count & ~3
    var k = 0
    while k < whole {
      a = Self.next(a, words[k])
      b = Self.next(b, words[k + 1])
      c = Self.next(c, words[k + 2])
      d = Self.next(d, words[k + 3])
      k += 4
    }
    while k < words.count {
      a = Self.next(a, words[k])
      k += 1
    }
    value = [b, c, d].reduce(a) { Self.next($0, $1) }
  }

  /// One to one in either argument, and high bits reach the low ones.
  private static func next(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 32)
  }
}
