import Mobility

/// One drive of a vehicle, from where it departs to where it next arrives.
struct VehicleLeg {
  struct Point {
    let node: NodeID
    /// The edge over which the node was reached; `nil` at the start.
    let edge: EdgeID?
    let time: Instant
  }

  let from: PlaceID
  let to: PlaceID
  let departed: Instant
  let arrived: Instant
  let driven: Meters
  /// Aboard all the way.
  let riders: Int
  /// Along the roads; the start alone where both places are at one node.
  let points: [Point]
}
