public import Mobility
public import ScenarioModel

extension Refusal {
  /// Why a request was turned down, as reports and the page tell it.
  public var words: Text {
    switch self {
    case .leadTime: Text(english: "Booked too late", japanese: "予約締切後の申込")
    case .outsideHours: Text(english: "Outside the service hours", japanese: "運行時間外")
    case .tooFarToWalk: Text(english: "Too far from a stop", japanese: "停留所が遠い")
    case .samePlace: Text(english: "Both ends at one stop", japanese: "乗降が同じ停留所")
    case .seats: Text(english: "No free seats", japanese: "空席なし")
    case .rideTime: Text(english: "Ride would be too long", japanese: "乗車時間の上限超過")
    case .shiftEnd: Text(english: "Would end after the shift", japanese: "勤務終了に間に合わない")
    case .noVehicleInTime: Text(english: "No vehicle in time", japanese: "間に合う車両なし")
    }
  }
}
