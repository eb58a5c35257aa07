public import Mobility

/// What a strategy wants done; all decisions of one call take effect together.
public enum Decision: Sendable {
  /// The vehicle makes these stops from now on; open requests among them are accepted.
  case follow(VehicleID, Route)
  case refuse(RequestID, Refusal)
  /// The vehicle, which stands idle, drives to this place and waits there.
  case reposition(VehicleID, to: PlaceID)
}
