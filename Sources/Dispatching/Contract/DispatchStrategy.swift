public import Mobility

/// A rule that turns requests into routes.
///
/// A strategy sees a situation and answers with decisions; only the simulation changes the world,
/// and it checks every decision first. It keeps what it likes from call to call.
public protocol DispatchStrategy: Sendable {
  static var description: StrategyDescription { get }

  /// The settings have a value in range for each parameter of the description.
  init(_ settings: StrategySettings, service: Service)

  /// When it wants to be asked.
  var wakes: Wake { get }

  /// Decides about the open requests; those it does not mention stay open.
  mutating func decide(in situation: Situation) -> [Decision]

  /// What its decisions have cost so far; no result depends on it.
  var effort: Effort { get }
}

extension DispatchStrategy {
  public var wakes: Wake { .atBookings }
  public var effort: Effort { Effort() }
}

/// When a strategy is asked.
public enum Wake: Hashable, Sendable {
  /// At every instant with bookings, once all of them are in.
  case atBookings
  /// At opening plus whole multiples of this, while requests are open.
  case every(TimeSpan)
}

/// What a strategy wants done; all decisions of one call take effect together.
public enum Decision: Sendable {
  /// The vehicle makes these stops from now on; open requests among them are accepted.
  case follow(VehicleID, Route)
  case refuse(RequestID, Refusal)
  /// The vehicle, which stands idle, drives to this place and waits there.
  case reposition(VehicleID, to: PlaceID)
}
