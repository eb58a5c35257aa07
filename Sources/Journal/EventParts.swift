public import Mobility

/// An event taken apart, for whoever treats all kinds alike.
public struct EventParts: Hashable, Sendable {
  public let kind: Event.Kind
  public var vehicle: VehicleID?
  public var request: RequestID?
  /// Where the vehicle leaves, or turns.
  public var from: PlaceID?
  /// Where it is, or goes.
  public var to: PlaceID?
  public var driven: Meters?
  public var reason: Refusal?
  public var promise: Promise?
  public var stops: [TimedStop]?

  init(
    _ kind: Event.Kind, vehicle: VehicleID? = nil, request: RequestID? = nil,
    from: PlaceID? = nil, to: PlaceID? = nil, driven: Meters? = nil, reason: Refusal? = nil,
    promise: Promise? = nil, stops: [TimedStop]? = nil
  ) {
    self.kind = kind
    self.vehicle = vehicle
    self.request = request
    self.from = from
    self.to = to
    self.driven = driven
    self.reason = reason
    self.promise = promise
    self.stops = stops
  }

  /// All places that it names.
  public var places: [PlaceID] {
    let promised = promise.map { [$0.terms.pickup, $0.terms.dropoff] } ?? []
    return [from, to].compactMap { $0 } + promised + (stops ?? []).map(\.stop.place)
  }
}

extension Event {
  public var parts: EventParts {
    switch self {
    case .onDuty(let vehicle, let place): EventParts(.onDuty, vehicle: vehicle, to: place)
    case .booked(let request): EventParts(.booked, request: request)
    case .refused(let request, let reason): EventParts(.refused, request: request, reason: reason)
    case .accepted(let request, let vehicle, let promise):
      EventParts(.accepted, vehicle: vehicle, request: request, promise: promise)
    case .reassigned(let request, let vehicle):
      EventParts(.reassigned, vehicle: vehicle, request: request)
    case .replanned(let vehicle, let stops):
      EventParts(.replanned, vehicle: vehicle, stops: stops)
    case .repositioned(let vehicle, let place):
      EventParts(.repositioned, vehicle: vehicle, to: place)
    case .halted(let vehicle, let place): EventParts(.halted, vehicle: vehicle, to: place)
    case .departed(let vehicle, let from, let to):
      EventParts(.departed, vehicle: vehicle, from: from, to: to)
    case .diverted(let vehicle, let turn, let to):
      EventParts(.diverted, vehicle: vehicle, from: turn, to: to)
    case .arrived(let vehicle, let place, let driven):
      EventParts(.arrived, vehicle: vehicle, to: place, driven: driven)
    case .boarded(let request, let vehicle, let place):
      EventParts(.boarded, vehicle: vehicle, request: request, to: place)
    case .alighted(let request, let vehicle, let place):
      EventParts(.alighted, vehicle: vehicle, request: request, to: place)
    case .offDuty(let vehicle, let place): EventParts(.offDuty, vehicle: vehicle, to: place)
    }
  }

  /// Puts together what `parts` took apart; `nil` where a part is missing.
  public init?(_ parts: EventParts) {
    let event: Event? =
      switch parts.kind {
      case .onDuty: all(parts.vehicle, parts.to).map { .onDuty($0, at: $1) }
      case .booked: parts.request.map { .booked($0) }
      case .refused: all(parts.request, parts.reason).map { .refused($0, $1) }
      case .accepted:
        all(parts.request, parts.vehicle, parts.promise).map { .accepted($0, by: $1, $2) }
      case .reassigned: all(parts.request, parts.vehicle).map { .reassigned($0, to: $1) }
      case .replanned: all(parts.vehicle, parts.stops).map { .replanned($0, $1) }
      case .repositioned: all(parts.vehicle, parts.to).map { .repositioned($0, to: $1) }
      case .halted: all(parts.vehicle, parts.to).map { .halted($0, at: $1) }
      case .departed:
        all(parts.vehicle, parts.from, parts.to).map { .departed($0, from: $1, to: $2) }
      case .diverted:
        all(parts.vehicle, parts.from, parts.to).map { .diverted($0, at: $1, to: $2) }
      case .arrived:
        all(parts.vehicle, parts.to, parts.driven).map { .arrived($0, at: $1, driven: $2) }
      case .boarded:
        all(parts.request, parts.vehicle, parts.to).map { .boarded($0, on: $1, at: $2) }
      case .alighted:
        all(parts.request, parts.vehicle, parts.to).map { .alighted($0, from: $1, at: $2) }
      case .offDuty: all(parts.vehicle, parts.to).map { .offDuty($0, at: $1) }
      }
    guard let event else { return nil }
    self = event
  }
}

/// All values, where none is missing.
private func all<each Value>(_ value: repeat (each Value)?) -> (repeat each Value)? {
  func present<T>(_ value: T?) throws(Missing) -> T {
    guard let value else { throw Missing() }
    return value
  }
  return try? (repeat present(each value))
}

private struct Missing: Error {}
