public import Mobility

/// Something that happened, without its moment.
public enum Event: Hashable, Sendable {
  /// The shift of the vehicle begins at this place.
  case onDuty(VehicleID, at: PlaceID)
  case booked(RequestID)
  case refused(RequestID, Refusal)
  case accepted(RequestID, by: VehicleID, Promise)
  /// A promised request changes vehicles; its promise stays.
  case reassigned(RequestID, to: VehicleID)
  /// The stops that the vehicle has yet to make were changed, and are these now.
  case replanned(VehicleID, [TimedStop])
  /// A vehicle that stands idle sets out at once for this place, to wait there.
  case repositioned(VehicleID, to: PlaceID)
  /// A vehicle that stood idle here begins a halt without having driven.
  case halted(VehicleID, at: PlaceID)
  case departed(VehicleID, from: PlaceID, to: PlaceID)
  /// A vehicle under way will turn at this place, the next on its path, and drive elsewhere.
  case diverted(VehicleID, at: PlaceID, to: PlaceID)
  /// `driven` is the way since the last departure, diversions included.
  case arrived(VehicleID, at: PlaceID, driven: Meters)
  /// Boarding begins.
  case boarded(RequestID, on: VehicleID, at: PlaceID)
  /// The ride ends: the vehicle has arrived.
  case alighted(RequestID, from: VehicleID, at: PlaceID)
  case offDuty(VehicleID, at: PlaceID)
}
