public import Mobility

/// What became of one request.
public struct Trip: Hashable, Sendable {
  public enum Answer: Hashable, Sendable {
    case served(Ride)
    case refused(Refusal, at: Instant)
  }

  public let request: Request
  public let answer: Answer

  /// `nil` when the request was refused.
  public var ride: Ride? {
    guard case .served(let ride) = answer else { return nil }
    return ride
  }

  /// What each rider of the party contributes to a KPI that counts riders.
  ///
  /// `nil` for a KPI that counts days, and where the KPI leaves this trip out.
  public func value(of indicator: Indicator, refusalWait: TimeSpan) -> Double? {
    guard let ride else {
      return indicator == .waitPenalised ? refusalWait.inSeconds : nil
    }
    return switch indicator {
    case .waitBooking: (ride.boarded - request.booked).inSeconds
    case .waitDesired, .waitPenalised: (ride.boarded - ride.promise.terms.ready).inSeconds
    case .waitPromise: (ride.boarded - ride.promise.boarding).inSeconds
    case .rideTime: ride.duration.inSeconds
    case .detourRatio: detourRatio(of: ride)
    case .walk: Double(ride.walk.count)
    case .journeyTime: (ride.alighted + ride.dropoff.walk - request.desired).inSeconds
    default: nil
    }
  }

  private func detourRatio(of ride: Ride) -> Double? {
    let direct = ride.promise.terms.direct
    return direct > .zero ? ride.duration.inSeconds / direct.inSeconds : nil
  }
}
