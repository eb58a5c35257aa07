/// The position of an entity in the columns of its kind.
///
/// A vehicle's id cannot be used where a request's is expected; it costs nothing at run time. The
/// names that planners give things stay at the border.
@frozen
public struct ID<Entity: ~Copyable>: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  @inlinable public init(_ index: Int) { rawValue = UInt32(index) }

  @inlinable public var index: Int { Int(rawValue) }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
