/// A length of time in whole milliseconds.
///
/// Whole numbers make schedules exact: a schedule updated in place equals one computed afresh, on
/// every machine. Travel times are rounded once, per road edge.
@frozen
public struct TimeSpan: Hashable, Comparable, Sendable {
  public var milliseconds: Int32

  @inlinable public init(milliseconds: Int32) { self.milliseconds = milliseconds }

  @inlinable public static var zero: Self { Self(milliseconds: 0) }
  /// Longer than any service day, and still safe to add to an `Instant` of one.
  @inlinable public static var unlimited: Self { Self(milliseconds: .max / 4) }

  @inlinable public static func seconds(_ count: Int32) -> Self { Self(milliseconds: 1000 * count) }
  @inlinable public static func minutes(_ count: Int32) -> Self { .seconds(60 * count) }
  @inlinable public static func hours(_ count: Int32) -> Self { .minutes(60 * count) }

  @inlinable public var inSeconds: Double { Double(milliseconds) / 1000 }

  @inlinable public static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }
  @inlinable public static func + (a: Self, b: Self) -> Self {
    Self(milliseconds: a.milliseconds + b.milliseconds)
  }
  @inlinable public static func - (a: Self, b: Self) -> Self {
    Self(milliseconds: a.milliseconds - b.milliseconds)
  }
  @inlinable public static prefix func - (a: Self) -> Self { Self(milliseconds: -a.milliseconds) }
  @inlinable public static func += (a: inout Self, b: Self) { a = a + b }
  @inlinable public static func -= (a: inout Self, b: Self) { a = a - b }
  @inlinable public static func * (count: Int32, a: Self) -> Self {
    Self(milliseconds: count * a.milliseconds)
  }
}
