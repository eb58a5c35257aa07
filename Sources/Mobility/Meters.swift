/// A length of road in whole metres, rounded once, per road edge.
@frozen
public struct Meters: Hashable, Comparable, Sendable {
  public var count: Int32

  @inlinable public init(_ count: Int32) { self.count = count }

  @inlinable public static var zero: Self { Self(0) }

  @inlinable public static func < (a: Self, b: Self) -> Bool { a.count < b.count }
  @inlinable public static func + (a: Self, b: Self) -> Self { Self(a.count + b.count) }
  @inlinable public static func += (a: inout Self, b: Self) { a = a + b }
}
