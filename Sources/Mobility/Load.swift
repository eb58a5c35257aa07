/// Places of each kind: what a party takes up in a vehicle, or what a vehicle offers.
@frozen public struct Load: Hashable, Sendable {
  /// Seats, wheelchair places and units of goods; the fourth number is zero.
  public var places: SIMD4<Int16>

  public static let none = Load(seats: 0)
  /// The most places of a kind that can be stated: one such load beside another stays far from the
  /// end of the numbers, so that a plan that is too full is seen to be before a sum could wrap round.
  public static let most = 10_000

  @inlinable public init(seats: Int, wheelchairs: Int = 0, goods: Int = 0) {
    precondition(
      [seats, wheelchairs, goods].allSatisfy { (0...Self.most).contains($0) }, "no number of places"
    )
    places = SIMD4(Int16(seats), Int16(wheelchairs), Int16(goods), 0)
  }

  @inlinable init(places: SIMD4<Int16>) { self.places = places }

  /// Places of all kinds together.
  public var total: Int { (0..<4).reduce(0) { $0 + Int(places[$1]) } }

  @inlinable public static func + (a: Load, b: Load) -> Load { Load(places: a.places &+ b.places) }
  @inlinable public static func - (a: Load, b: Load) -> Load { Load(places: a.places &- b.places) }
  @inlinable public static func += (a: inout Load, b: Load) { a = a + b }
  @inlinable public static func -= (a: inout Load, b: Load) { a = a - b }
}
