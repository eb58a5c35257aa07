import Mobility

/// A pick-up position with its times, for which drop-off positions are searched.
struct PickupCandidate {
  /// The halt that the pick-up joins, or comes after.
  let halt: Int
  let boarding: Instant
  let departure: Instant
  let toPickup: TimeSpan
  let joins: Bool
  /// Wait of the new party and delay of others so far.
  let cost: Cost
}
