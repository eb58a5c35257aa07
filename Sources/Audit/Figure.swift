/// The figures of a run, by their ids in every file.
public enum Figure: String, Hashable, Sendable, CaseIterable {
  case waitBooking = "wait_booking"
  case waitDesired = "wait_desired"
  case waitPromise = "wait_promise"
  case waitPenalised = "wait_penalised"
  case servedShare = "served_share"
  case refusedShare = "refused_share"
  case rideTime = "ride_time"
  case detourRatio = "detour_ratio"
  case walk
  case journeyTime = "journey_time"
  case riders
  case ridersPerVehicleHour = "riders_per_vehicle_hour"
  case vehicleKm = "vkt"
  case emptyShare = "empty_vkt_share"
  case loadedTimeShare = "loaded_time_share"
  case occupancy
  case pooledShare = "pooled_share"
  case pooledRunShare = "pooled_run_share"
  case vehicleHours = "vehicle_hours"

  /// Quantiles of these are over riders, of the others over days.
  var isOfRiders: Bool {
    switch self {
    case .waitBooking, .waitDesired, .waitPromise, .waitPenalised, .rideTime, .detourRatio, .walk,
      .journeyTime:
      true
    case .servedShare, .refusedShare, .riders, .ridersPerVehicleHour, .vehicleKm, .emptyShare,
      .loadedTimeShare, .occupancy, .pooledShare, .pooledRunShare, .vehicleHours:
      false
    }
  }
}
