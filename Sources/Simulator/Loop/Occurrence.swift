import Mobility

/// What can happen on a day, and to whom.
enum Occurrence {
  enum RiderEvent { case booking, refusal }
  enum VehicleEvent { case onDuty, arrival, parking, halt, boarding, departure, offDuty }

  case rider(RiderEvent, RequestID)
  case vehicle(VehicleEvent, VehicleID)
  /// The strategy is asked.
  case decision

  /// Of what happens at one instant, that of lower rank comes first.
  var rank: Int {
    switch self {
    case .vehicle(.onDuty, _): 0
    case .vehicle(.arrival, _): 1
    case .rider(.booking, _): 2
    case .rider(.refusal, _): 3
    case .decision: Self.rankOfDecisions
    case .vehicle(.parking, _): 5
    case .vehicle(.halt, _): 6
    case .vehicle(.boarding, _): 7
    case .vehicle(.departure, _): 8
    case .vehicle(.offDuty, _): 9
    }
  }

  static let rankOfDecisions = 4
}
