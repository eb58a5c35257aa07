public import Mobility

/// Time and metres of a path as one number that adds and compares as the pair does.
///
/// Milliseconds stand above the metres: a sum of weights is the weight of the sums, and the smaller
/// weight is the faster path, or the shorter one of two that are equally fast. Whatever minimises
/// sums of one number is therefore exact for both, as long as a path is shorter than 2^32 metres.
@frozen
public struct PathWeight: Hashable, Comparable, Sendable {
  public var packed: Int64

  @inlinable public init(packed: Int64) { self.packed = packed }
  @inlinable public init(duration: TimeSpan, length: Meters) {
    self.init(packed: Int64(duration.milliseconds) << 32 | Int64(length.count))
  }

  /// Also gives `none` back from its two halves.
  init(milliseconds: Int32, meters: Int32) {
    self.init(packed: Int64(milliseconds) << 32 | Int64(UInt32(bitPattern: meters)))
  }

  public static let zero = PathWeight(packed: 0)
  /// Where there is no path; above all paths, and two of them can still be added.
  public static let none = PathWeight(packed: .max / 4)

  @inlinable public var duration: TimeSpan {
    TimeSpan(milliseconds: Int32(truncatingIfNeeded: packed >> 32))
  }
  @inlinable public var length: Meters {
    Meters(Int32(truncatingIfNeeded: packed))
  }

  @inlinable public static func < (a: Self, b: Self) -> Bool { a.packed < b.packed }
  @inlinable public static func + (a: Self, b: Self) -> Self {
    Self(packed: a.packed &+ b.packed)
  }
  /// `b` is a part of `a`.
  static func - (a: Self, b: Self) -> Self {
    Self(packed: a.packed &- b.packed)
  }
}
