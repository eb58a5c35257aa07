import Mobility

/// A van's day up to some halt, with what can follow from it.
struct RouteLabel<Served: RequestSet> {
  /// Cost so far, the time in this halt included, less the prices of all who have boarded.
  var cost: Cost
  /// When the halt can be left.
  let leaves: Int32
  /// When boarding in the halt last began; who joins begins no earlier.
  let begin: Int32
  /// Time so far without any wait.
  let moved: Int32
  let parent: Int32
  let onboard: Int32
  /// Where `moved` at the start of each ride is kept, in the order of the set aboard.
  let firstRide: Int32
  /// The next label to be compared with the same ones.
  var next: Int32
  let place: Int16
  /// Who boards; -1 for those who only alight, `call` where the van came for someone else's rider.
  let pickup: Int16
  /// Parties that have boarded or can no longer be reached in time.
  var served: Served

  static var call: Int16 { -2 }
  var isCall: Bool { pickup == Self.call }
  /// Boarding and alighting in the halt so far.
  var work: Int32 { isCall ? 0 : leaves - begin }
}

/// A stop of a route in the numbers of the model.
struct DayStop: Hashable, Sendable {
  let pickup: Int
  /// How the party gets off; `nil` where it gets on.
  let ride: Int?
}
