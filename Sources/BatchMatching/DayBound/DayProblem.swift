public import Dispatching
public import Mobility
import RoadNetwork

/// A whole service day with all its requests known, to be bounded from below.
public struct DayProblem: Sendable {
  /// How far ahead the vans of the bound can act.
  public enum Foresight: Hashable, Sendable {
    /// Everything is known from the start: vans wait where riders will be.
    case perfect
    /// Who rides with whom and in which order is known, but no van leaves for a pick-up before it
    /// is booked; it may leave again without the rider, whom another van takes.
    case bookings
  }

  /// A day that no bound is computed for.
  public enum Unbounded: Error, Hashable, Sendable {
    /// The rules let new riders exceed their limits at a price.
    case softLimits
    /// Operation costs, which the objective of a day does not know.
    case operation
    case tooManyRequests(limit: Int)
    /// A van may leave a stop by a road that it could not turn into without the halt.
    case turnsAtStops
  }

  public let requests: Column<Request, Request>
  public let vehicles: Column<Vehicle, Vehicle>
  public let service: Service
  /// What a refused rider's wait counts as.
  public let refusalWait: TimeSpan
  public let foresight: Foresight

  public init(
    requests: Column<Request, Request>, vehicles: Column<Vehicle, Vehicle>, service: Service,
    refusalWait: TimeSpan, foresight: Foresight
  ) throws(Unbounded) {
    guard service.rules.limits == .hard else { throw .softLimits }
    guard service.weights.operation == 0 else { throw .operation }
    guard requests.count <= RequestSet256.capacity else {
      throw .tooManyRequests(limit: RequestSet256.capacity)
    }
    guard service.travelTimes.keepsTriangle else { throw .turnsAtStops }
    self.requests = requests
    self.vehicles = vehicles
    self.service = service
    self.refusalWait = refusalWait
    self.foresight = foresight
  }
}
