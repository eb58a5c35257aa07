public import Journal
public import Mobility

/// Copies of an event with one part replaced; `nil` where it has no such part.
extension Event {
  public func with(vehicle: VehicleID) -> Event? {
    switch self {
    case .booked, .refused: nil
    case .onDuty(_, let place): .onDuty(vehicle, at: place)
    case .accepted(let request, _, let promise): .accepted(request, by: vehicle, promise)
    case .reassigned(let request, _): .reassigned(request, to: vehicle)
    case .replanned(_, let stops): .replanned(vehicle, stops)
    case .halted(_, let place): .halted(vehicle, at: place)
    case .repositioned(_, let place): .repositioned(vehicle, to: place)
    case .departed(_, let from, let to): .departed(vehicle, from: from, to: to)
    case .diverted(_, let place, let to): .diverted(vehicle, at: place, to: to)
    case .arrived(_, let place, let driven): .arrived(vehicle, at: place, driven: driven)
    case .boarded(let request, _, let place): .boarded(request, on: vehicle, at: place)
    case .alighted(let request, _, let place): .alighted(request, from: vehicle, at: place)
    case .offDuty(_, let place): .offDuty(vehicle, at: place)
    }
  }

  public func with(request: RequestID) -> Event? {
    switch self {
    case .booked: .booked(request)
    case .refused(_, let reason): .refused(request, reason)
    case .accepted(_, let vehicle, let promise):
      .accepted(request, by: vehicle, promise.with(request: request))
    case .reassigned(_, let vehicle): .reassigned(request, to: vehicle)
    case .boarded(_, let vehicle, let place): .boarded(request, on: vehicle, at: place)
    case .alighted(_, let vehicle, let place): .alighted(request, from: vehicle, at: place)
    case .onDuty, .replanned, .repositioned, .halted, .departed, .diverted, .arrived, .offDuty: nil
    }
  }

  /// Where an event has two places, `atOrigin` says which one to replace.
  public func with(place: PlaceID, atOrigin: Bool) -> Event? {
    switch self {
    case .onDuty(let vehicle, _): .onDuty(vehicle, at: place)
    case .halted(let vehicle, _): .halted(vehicle, at: place)
    case .repositioned(let vehicle, _): .repositioned(vehicle, to: place)
    case .departed(let vehicle, let from, let to):
      .departed(vehicle, from: atOrigin ? place : from, to: atOrigin ? to : place)
    case .diverted(let vehicle, let turn, let to):
      .diverted(vehicle, at: atOrigin ? place : turn, to: atOrigin ? to : place)
    case .arrived(let vehicle, _, let driven): .arrived(vehicle, at: place, driven: driven)
    case .boarded(let request, let vehicle, _): .boarded(request, on: vehicle, at: place)
    case .alighted(let request, let vehicle, _): .alighted(request, from: vehicle, at: place)
    case .offDuty(let vehicle, _): .offDuty(vehicle, at: place)
    case .accepted(let request, let vehicle, let promise):
      .accepted(
        request, by: vehicle,
        atOrigin ? promise.with(pickup: place) : promise.with(dropoff: place))
    case .booked, .refused, .reassigned, .replanned: nil
    }
  }

  public var vehicle: VehicleID? { parts.vehicle }
  public var request: RequestID? { parts.request }
  public var places: [PlaceID] { parts.places }
}
