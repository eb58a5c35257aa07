/// A moment of the service day in milliseconds after its midnight; negative on the day before.
@frozen
public struct Instant: Hashable, Comparable, Sendable {
  public var milliseconds: Int32

  @inlinable public init(milliseconds: Int32) { self.milliseconds = milliseconds }
  @inlinable public init(hour: Int32, minute: Int32 = 0, second: Int32 = 0) {
    self.init(milliseconds: 1000 * (3600 * hour + 60 * minute + second))
  }

  /// Later than any moment of a service day, and still safe to add a `TimeSpan` to.
  @inlinable public static var distantFuture: Self { Self(milliseconds: .max / 2) }
  @inlinable public static var distantPast: Self { Self(milliseconds: .min / 2) }

  @inlinable public static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }
  @inlinable public static func + (a: Self, b: TimeSpan) -> Self {
    Self(milliseconds: a.milliseconds + b.milliseconds)
  }
  @inlinable public static func - (a: Self, b: TimeSpan) -> Self {
    Self(milliseconds: a.milliseconds - b.milliseconds)
  }
  @inlinable public static func - (a: Self, b: Self) -> TimeSpan {
    TimeSpan(milliseconds: a.milliseconds - b.milliseconds)
  }
  @inlinable public static func += (a: inout Self, b: TimeSpan) { a = a + b }
}

extension Instant: CustomStringConvertible {
  /// `HH:MM:SS`, with milliseconds where there are any and a minus sign on the day before.
  public var description: String {
    func padded(_ number: Int32, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let all = abs(milliseconds)
    let seconds = all / 1000
    let clock =
      padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2)
    let fraction = all % 1000
    return (milliseconds < 0 ? "-" : "") + clock + (fraction == 0 ? "" : "." + padded(fraction, 3))
  }
}
