import Mobility

/// The beginning of a trip: what a vehicle has done up to leaving a halt.
struct TripLabel {
  /// Number among the `TripLegs`.
  let place: Int
  let departure: Instant
  /// Requests that have boarded.
  let served: UInt64
  let aboard: UInt64
  /// Who can still be picked up from here.
  var pending: UInt64
  let load: Load
  /// Cost so far without operation, less what those who have boarded are worth.
  let cost: Cost
  /// Every way to go on is worth at least this.
  var least = Cost.min
  /// The label of the halt before; `nil` for the first.
  let parent: Int?
  let off: UInt64
  let on: UInt64
  /// Where the rides of those aboard begin, in order of their bits.
  let rides: Int
  /// Whether a ride was too long because the vehicle waited for somebody.
  let breaksRideLimit: Bool
  /// The next label with the same parties at the same place.
  var next: Int?
  var isDominated = false

  /// How far the ride of a party has come.
  struct Ride {
    let left: Instant
    /// Without the time that the vehicle waited for others.
    let moving: TimeSpan
  }

  /// Labels that are compared.
  struct Bucket: Hashable {
    let served: UInt64
    let aboard: UInt64
    let place: Int
  }
}
