/// The limits of a service and what they make of a request.
public struct ServiceRules: Hashable, Sendable {
  /// When parties may leave their doors.
  public var hours: TimeWindow
  /// The shortest time between booking and desired departure.
  public var minimumLead: TimeSpan
  /// From the desired departure to the latest begin of boarding.
  public var maximumWait: TimeSpan
  /// How much later than promised a boarding may begin.
  public var promiseTolerance: TimeSpan
  /// The longest ride is this many thousandths of the direct ride, plus `rideAllowance`.
  public var rideFactorThousandths: Int32
  public var rideAllowance: TimeSpan
  /// What each halt takes, whoever boards or alights.
  public var halt: TimeSpan

  public init(
    hours: TimeWindow, minimumLead: TimeSpan, maximumWait: TimeSpan, promiseTolerance: TimeSpan,
    rideFactorThousandths: Int32, rideAllowance: TimeSpan, halt: TimeSpan
  ) {
    self.hours = hours
    self.minimumLead = minimumLead
    self.maximumWait = maximumWait
    self.promiseTolerance = promiseTolerance
    self.rideFactorThousandths = rideFactorThousandths
    self.rideAllowance = rideAllowance
    self.halt = halt
  }

  /// Why the service turns a request down whatever its vehicles do, or `nil`.
  ///
  /// The first of lead time, hours, walk and same place that applies.
  public func refusal(of request: Request) -> Refusal? {
    if request.desired - request.booked < minimumLead { return .leadTime }
    if request.desired < hours.opens || request.desired >= hours.closes { return .outsideHours }
    if request.pickups.isEmpty || request.dropoffs.isEmpty { return .tooFarToWalk }
    let differ = request.pickups.contains { pickup in
      request.dropoffs.contains { $0.place != pickup.place }
    }
    return differ ? nil : .samePlace
  }

  /// The longest ride allowed, rounded down to a millisecond.
  public func rideLimit(direct: TimeSpan) -> TimeSpan {
    let scaled = Int64(direct.milliseconds) * Int64(rideFactorThousandths) / 1000
    let limit = scaled + Int64(rideAllowance.milliseconds)
    return TimeSpan(milliseconds: Int32(min(limit, Int64(TimeSpan.unlimited.milliseconds))))
  }

  /// The terms of a request that is not accepted yet, between two of its places.
  public func terms(
    for request: Request, from pickup: Access, to dropoff: Access, direct: TimeSpan
  ) -> Terms {
    Terms(
      request: request.id, riders: request.riders, boarding: request.boarding,
      pickup: pickup.place, dropoff: dropoff.place, walk: pickup.walk + dropoff.walk,
      ready: request.desired + pickup.walk, latestBoarding: request.desired + maximumWait,
      latestArrival: request.arriveBy.map { $0 - dropoff.walk } ?? .distantFuture,
      rideLimit: rideLimit(direct: direct), direct: direct)
  }

  /// What a request is promised whose boarding is planned for `boarding`.
  public func promise(of terms: Terms, boarding: Instant) -> Promise {
    var terms = terms
    terms.latestBoarding = min(terms.latestBoarding, boarding + promiseTolerance)
    return Promise(boarding: boarding, terms: terms)
  }
}
