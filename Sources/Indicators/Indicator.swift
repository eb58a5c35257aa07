/// A KPI of the service.
///
/// What each one means is written once, in `definition`; how it is computed, once in `Trip` for
/// those that count riders and once in `DayFigures` for those that count days.
public enum Indicator: String, CaseIterable, Hashable, Sendable {
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
  case distance = "vkt"
  case emptyShare = "empty_vkt_share"
  case loadedTimeShare = "loaded_time_share"
  case occupancy
  case pooledShare = "pooled_share"
  case pooledRunShare = "pooled_run_share"
  case vehicleHours = "vehicle_hours"
  case computeTime = "compute_time"

  /// What a value of the KPI speaks of, and hence what quantiles are taken over.
  public enum Level: Hashable, Sendable {
    /// Each rider has a value; a day's is their mean.
    case rider
    /// Each day has a value.
    case day
  }

  public enum Unit: String, Hashable, Sendable {
    case seconds = "s"
    case meters = "m"
    case kilometers = "km"
    case hours = "h"
    case riders
    case ridersPerHour = "riders/h"
    /// From 0 to 1.
    case share
    case ratio
  }

  public enum Preference: Hashable, Sendable { case less, more }

  public var id: String { rawValue }

  /// The heading of a column of values: the id, with the unit unless the id names it already.
  public var columnName: String {
    switch definition.unit {
    case .seconds: id + "_s"
    case .meters: id + "_m"
    case .kilometers: id + "_km"
    case .riders where self != .riders: id + "_riders"
    case .riders, .hours, .ridersPerHour, .share, .ratio: id
    }
  }
}
