public import Mobility

/// A limit that a plan breaks.
public enum Violation: Hashable, Sendable {
  case boardsTooLate(RequestID)
  case arrivesTooLate(RequestID)
  case ridesTooLong(RequestID)
  case tooManyRiders(at: PlaceID)
  case endsShiftTooLate
  case alightsWithoutPickup(RequestID)
  case alightsWithoutArrival(RequestID)
  case leavesAboard(RequestID)
}

extension Violation: CustomStringConvertible {
  public var description: String {
    switch self {
    case .boardsTooLate(let request): "request \(request.index) boards later than promised"
    case .arrivesTooLate(let request): "request \(request.index) arrives too late"
    case .ridesTooLong(let request): "request \(request.index) rides longer than allowed"
    case .tooManyRiders(let place): "more riders than seats on leaving place \(place.index)"
    case .endsShiftTooLate: "the shift ends too late"
    case .alightsWithoutPickup(let request): "request \(request.index) alights without being aboard"
    case .alightsWithoutArrival(let request): "request \(request.index) alights without an arrival"
    case .leavesAboard(let request): "request \(request.index) is never let off"
    }
  }
}
