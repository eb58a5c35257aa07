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
  /// The longest ride is rounded down to a whole number of these.
  public var rideLimitUnit = TimeSpan(milliseconds: 1)
  /// What each halt takes, whoever boards or alights.
  public var halt: TimeSpan
  public var limits: Limits
  /// Whether a vehicle under way can be sent elsewhere from the next node on its path.
  public var diversion: Bool

  /// What the maximum wait and the ride limit mean for a request.
  public enum Limits: String, Hashable, Sendable, CaseIterable, Codable {
    /// They bind from the start; the ride counts from leaving the pick-up place.
    case hard
    /// A new request may exceed them at a price, an accepted one may not be made later than they
    /// allow, or than its plan was if that is later. The ride counts from the desired departure.
    case soft
  }

  public init(
    hours: TimeWindow, minimumLead: TimeSpan, maximumWait: TimeSpan, promiseTolerance: TimeSpan,
    rideFactorThousandths: Int32, rideAllowance: TimeSpan, halt: TimeSpan, limits: Limits = .hard,
    diversion: Bool = false
  ) {
    self.hours = hours
    self.minimumLead = minimumLead
    self.maximumWait = maximumWait
    self.promiseTolerance = promiseTolerance
    self.rideFactorThousandths = rideFactorThousandths
    self.rideAllowance = rideAllowance
    self.halt = halt
    self.limits = limits
    self.diversion = diversion
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

  /// The longest ride allowed.
  public func rideLimit(direct: TimeSpan) -> TimeSpan {
    let scaled = Int64(direct.milliseconds) * Int64(rideFactorThousandths) / 1000
    let limit = scaled + Int64(rideAllowance.milliseconds)
    let rounded = limit - limit % Int64(rideLimitUnit.milliseconds)
    return TimeSpan(milliseconds: Int32(min(rounded, Int64(TimeSpan.unlimited.milliseconds))))
  }

  /// When boarding must begin at the latest, by the maximum wait alone.
  public func endOfWait(of request: Request) -> Instant {
    request.desired + maximumWait + request.extraWait
  }

  /// The terms of a request that is not accepted yet, between two of its places.
  public func terms(
    for request: Request, from pickup: Access, to dropoff: Access, direct: TimeSpan
  ) -> Terms {
    let limit = rideLimit(direct: direct)
    let arriveBy = request.arriveBy.map { $0 - dropoff.walk } ?? .distantFuture
    let boardBy = request.boardBy ?? .distantFuture
    let isHard = limits == .hard
    return Terms(
      request: request.id, riders: request.riders, load: request.load, boarding: request.boarding,
      pickup: pickup.place, dropoff: dropoff.place, walk: pickup.walk + dropoff.walk,
      ready: request.desired + pickup.walk,
      latestBoarding: min(boardBy, isHard ? endOfWait(of: request) : .distantFuture),
      earliestArrival: request.arriveFrom.map { $0 - dropoff.walk } ?? .distantPast,
      latestArrival: arriveBy,
      preferredBoarding: isHard ? .distantFuture : endOfWait(of: request),
      preferredArrival: isHard ? .distantFuture : min(arriveBy, request.desired + limit),
      rideLimit: isHard ? limit : .unlimited, direct: direct)
  }

  /// What a request is promised whose boarding and arrival are planned for then.
  public func promise(of terms: Terms, boarding: Instant, arrival: Instant) -> Promise {
    var terms = terms
    switch limits {
    case .hard:
      terms.latestBoarding = min(terms.latestBoarding, boarding + promiseTolerance)
    case .soft:
      terms.latestBoarding = min(terms.latestBoarding, max(terms.preferredBoarding, boarding))
      terms.latestArrival = min(terms.latestArrival, max(terms.preferredArrival, arrival))
      terms.preferredBoarding = .distantFuture
      terms.preferredArrival = .distantFuture
    }
    return Promise(boarding: boarding, terms: terms)
  }
}
