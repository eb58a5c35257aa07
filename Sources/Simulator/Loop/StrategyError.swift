public import Mobility

/// A decision that the simulation refuses to carry out.
public struct StrategyError: Error, Hashable, Sendable {
  /// The rule that a decision breaks.
  public enum Rule: Hashable, Sendable {
    case vehicleNotAvailable(VehicleID)
    case vehicleDecidedTwice(VehicleID)
    case vehicleNotIdle(VehicleID)
    case cannotWaitThere(VehicleID, PlaceID)
    case requestNotOpen(RequestID)
    case leavesCommittedPlace(VehicleID, PlaceID)
    case otherPlaceThanPromised(RequestID)
    case stopsOutOfOrder(RequestID)
    case servedTwice(RequestID)
    case promiseDropped(RequestID)
    case limitBroken(VehicleID, String)
    case leftUnanswered(RequestID)
  }

  public let strategy: String
  public let day: Int
  public let time: Instant
  public let rule: Rule

  public init(strategy: String, day: Int, time: Instant, rule: Rule) {
    self.strategy = strategy
    self.day = day
    self.time = time
    self.rule = rule
  }
}

extension StrategyError: CustomStringConvertible {
  public var description: String { "strategy \(strategy): day \(day), \(time): \(rule)" }
}

extension StrategyError.Rule: CustomStringConvertible {
  public var description: String {
    switch self {
    case .vehicleNotAvailable(let vehicle): "vehicle \(vehicle.index) takes no more stops"
    case .vehicleDecidedTwice(let vehicle): "vehicle \(vehicle.index) is given two routes"
    case .vehicleNotIdle(let vehicle):
      "vehicle \(vehicle.index) does not stand idle and cannot be sent elsewhere to wait"
    case .cannotWaitThere(let vehicle, let place):
      "vehicle \(vehicle.index) is sent to place \(place.index), where it stands or nobody can"
    case .requestNotOpen(let request): "request \(request.index) is not open"
    case .leavesCommittedPlace(let vehicle, let place):
      "vehicle \(vehicle.index) is on its way to place \(place.index) and must stop there first"
    case .otherPlaceThanPromised(let request):
      "request \(request.index) is stopped for at a place that is not one of its own"
    case .stopsOutOfOrder(let request):
      "request \(request.index) needs one pick-up, then one drop-off, on one route"
    case .servedTwice(let request): "request \(request.index) is on two routes"
    case .promiseDropped(let request): "request \(request.index) was accepted and is on no route"
    case .limitBroken(let vehicle, let limit): "vehicle \(vehicle.index): \(limit)"
    case .leftUnanswered(let request): "request \(request.index) was never answered"
    }
  }
}
