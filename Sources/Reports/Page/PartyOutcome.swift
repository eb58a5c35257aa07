import Indicators
import Mobility

/// How a party travelled, or why it did not; times in seconds after midnight.
public struct PartyOutcome: Hashable, Sendable, Encodable {
  public let vehicle: Int?
  /// Positions of the stops among the town's.
  public let pickup: Int?
  public let dropoff: Int?
  /// At the pick-up stop.
  public let ready: Double?
  public let promised: Double?
  public let boarded: Double?
  public let alighted: Double?
  /// At the door of the destination.
  public let arrived: Double?
  public let refused: Double?
  public let reason: String?

  init(_ trip: Trip) {
    let ride = trip.ride
    vehicle = ride?.vehicle.index
    pickup = ride?.pickup.place.index
    dropoff = ride?.dropoff.place.index
    ready = ride?.promise.terms.ready.inSeconds
    promised = ride?.promise.boarding.inSeconds
    boarded = ride?.boarded.inSeconds
    alighted = ride?.alighted.inSeconds
    arrived = ride.map { ($0.alighted + $0.dropoff.walk).inSeconds }
    if case .refused(let reason, let time) = trip.answer {
      refused = time.inSeconds
      self.reason = reason.rawValue
    } else {
      refused = nil
      reason = nil
    }
  }
}
