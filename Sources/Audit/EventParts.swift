import Journal
import Mobility

extension Event {
  /// The vehicle whose own movement or duty this is, boarding and alighting included.
  var mover: VehicleID? {
    switch self {
    case .onDuty(let vehicle, _), .halted(let vehicle, _), .departed(let vehicle, _, _),
      .diverted(let vehicle, _, _), .arrived(let vehicle, _, _), .boarded(_, let vehicle, _),
      .alighted(_, let vehicle, _), .offDuty(let vehicle, _), .accepted(_, let vehicle, _),
      .reassigned(_, let vehicle), .replanned(let vehicle), .repositioned(let vehicle, _):
      vehicle
    case .booked, .refused: nil
    }
  }

  var vehicles: [VehicleID] { mover.map { [$0] } ?? [] }

  var request: RequestID? {
    switch self {
    case .booked(let request), .refused(let request, _), .accepted(let request, _, _),
      .reassigned(let request, _), .boarded(let request, _, _), .alighted(let request, _, _):
      request
    case .onDuty, .replanned, .repositioned, .halted, .departed, .diverted, .arrived, .offDuty: nil
    }
  }

  var places: [PlaceID] {
    switch self {
    case .onDuty(_, let place), .repositioned(_, let place), .halted(_, let place),
      .arrived(_, let place, _),
      .boarded(_, _, let place), .alighted(_, _, let place), .offDuty(_, let place):
      [place]
    case .departed(_, let from, let to), .diverted(_, let from, let to): [from, to]
    case .accepted(_, _, let promise): [promise.terms.pickup, promise.terms.dropoff]
    case .booked, .refused, .reassigned, .replanned: []
    }
  }

  /// Position among simultaneous records, and the name of the kind.
  var kind: (rank: Int, name: String) {
    switch self {
    case .onDuty: (0, "on duty")
    case .arrived: (1, "arrived")
    case .alighted: (1, "alighted")
    case .booked: (2, "booked")
    case .refused: (3, "refused")
    case .accepted: (3, "accepted")
    case .reassigned: (3, "reassigned")
    case .replanned: (3, "replanned")
    case .diverted: (3, "diverted")
    case .halted: (4, "halted")
    case .repositioned: (4, "repositioned")
    case .boarded: (4, "boarded")
    case .departed: (5, "departed")
    case .offDuty: (6, "off duty")
    }
  }
}
