/// What a vehicle has room for: all that is aboard after each halt must fit one of its layouts.
///
/// A van whose seats fold away for a wheelchair has two: 8 seats; or 6 seats and 1 wheelchair place.
public struct Cabin: Hashable, Sendable {
  /// Room for anything that can be stated, for questions of what else stands in the way.
  public static let unlimited = Cabin([Load(places: SIMD4(repeating: .max))])

  // The first apart, since most vehicles have no other.
  @usableFromInline let first: Load
  @usableFromInline let others: [Load]

  public init(_ layouts: [Load]) {
    precondition(!layouts.isEmpty, "a vehicle without a layout")
    precondition(layouts.allSatisfy { $0.total > 0 }, "a layout without places")
    first = layouts[0]
    others = Array(layouts.dropFirst())
  }

  /// Seats that stay as they are.
  public init(seats: Int) { self.init([Load(seats: seats)]) }

  public var layouts: [Load] { [first] + others }

  /// Whether some layout has room for all of it.
  @inlinable public func holds(_ load: Load) -> Bool {
    if all(load.places .<= first.places) { return true }
    return others.contains { all(load.places .<= $0.places) }
  }

  /// Whether there is room for anyone or anything beside it.
  public func hasRoom(beside load: Load) -> Bool {
    holds(load + Load(seats: 1)) || holds(load + Load(seats: 0, wheelchairs: 1))
      || holds(load + Load(seats: 0, goods: 1))
  }

  /// How many places the best layout for it is short of.
  public func missing(for load: Load) -> Int {
    let short = layouts.map { layout in
      (0..<4).reduce(0) { $0 + max(0, Int(load.places[$1]) - Int(layout.places[$1])) }
    }
    return short.reduce(Int.max, min)
  }

  /// The most places of all kinds in one layout: a bound may reckon with these, whichever they are.
  public var largestTotal: Int { layouts.reduce(0) { max($0, $1.total) } }

  /// The most seats in one layout.
  public var seats: Int { layouts.reduce(0) { max($0, Int($1.places[0])) } }
}
