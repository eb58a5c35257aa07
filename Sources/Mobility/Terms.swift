/// What every plan must respect for one request, once its two places are chosen.
///
/// The boarding of a request begins in `ready...latestBoarding`; it arrives at its drop-off place
/// by `latestArrival`, and at most `rideLimit` after it has left its pick-up place. What comes after
/// the preferred times is allowed, but costs more.
public struct Terms: Hashable, Sendable {
  public let request: RequestID
  public let riders: Int
  /// The places that the party takes.
  public let load: Load
  /// How long the party takes to board, and again to alight.
  public let boarding: TimeSpan
  public let pickup: PlaceID
  public let dropoff: PlaceID
  /// Walking time of the party at both ends together.
  public let walk: TimeSpan
  /// When the party stands at its pick-up place.
  public let ready: Instant
  public var latestBoarding: Instant
  /// A vehicle that arrives before waits with the doors closed; the ride is over all the same.
  public let earliestArrival: Instant
  public var latestArrival: Instant
  public var preferredBoarding: Instant
  public var preferredArrival: Instant
  public var rideLimit: TimeSpan
  /// The ride without any detour.
  public let direct: TimeSpan

  public init(
    request: RequestID, riders: Int, load: Load, boarding: TimeSpan, pickup: PlaceID,
    dropoff: PlaceID,
    walk: TimeSpan, ready: Instant, latestBoarding: Instant,
    earliestArrival: Instant = .distantPast, latestArrival: Instant,
    preferredBoarding: Instant = .distantFuture, preferredArrival: Instant = .distantFuture,
    rideLimit: TimeSpan, direct: TimeSpan
  ) {
    self.request = request
    self.riders = riders
    self.load = load
    self.boarding = boarding
    self.pickup = pickup
    self.dropoff = dropoff
    self.walk = walk
    self.ready = ready
    self.latestBoarding = latestBoarding
    self.earliestArrival = earliestArrival
    self.latestArrival = latestArrival
    self.preferredBoarding = preferredBoarding
    self.preferredArrival = preferredArrival
    self.rideLimit = rideLimit
    self.direct = direct
  }
}
