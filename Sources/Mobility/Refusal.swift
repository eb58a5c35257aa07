/// Why a request was turned down: the limit that binds.
public enum Refusal: String, Hashable, Sendable, CaseIterable {
  /// Booked less than the minimum lead time before departure.
  case leadTime = "lead_time"
  /// The desired departure lies outside the service hours.
  case outsideHours = "outside_hours"
  /// No pick-up or no drop-off place within walking distance.
  case tooFarToWalk = "too_far_to_walk"
  /// The trip begins and ends at the same place: it is a walk.
  case samePlace = "same_place"
  /// A vehicle could come in time, but none with enough free seats.
  case seats
  /// A vehicle could come in time, but someone's ride would become too long.
  case rideTime = "ride_time"
  /// A vehicle could come in time, but its shift would end too late.
  case shiftEnd = "shift_end"
  case noVehicleInTime = "no_vehicle_in_time"
}
