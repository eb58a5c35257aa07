extension UInt64 {
  /// The positions of the bits that are set, ascending.
  var positions: SetBits { SetBits(rest: self) }

  /// - Complexity: O(1) a step, without allocation.
  struct SetBits: Sequence, IteratorProtocol {
    fileprivate var rest: UInt64

    mutating func next() -> Int? {
      guard rest != 0 else { return nil }
      defer { rest &= rest - 1 }
      return rest.trailingZeroBitCount
    }
  }
}

extension UInt64 {
  func contains(_ position: Int) -> Bool { self >> UInt64(position) & 1 == 1 }
}
