import Mobility

/// What a vehicle that stands where riders are to board could gain by leaving without them and coming
/// back for them in time.
struct WayBack: Hashable, Sendable {
  /// When boarding must begin at the latest.
  let latestBoarding: Instant
  /// What is aboard once all have boarded.
  private let load: Load
  private let cabin: Cabin
  /// Whether it is as well to let them board first, if there is room for all: they are ready, take no
  /// time, and may ride as long as they like.
  private let isBoardingFree: Bool

  /// `nil` when nobody is to board where the vehicle stands.
  init?(_ state: VehicleState, weights: Weights) {
    guard state.anchor.motion == .standing, state.schedule.stopCount(ofHalt: 0) > 0 else {
      return nil
    }
    let schedule = state.schedule
    let first = schedule.halts[0]
    latestBoarding = first.latestBoarding
    load = first.load
    cabin = state.vehicle.cabin
    isBoardingFree =
      first.wait == .zero && weights.wait >= weights.ride
      && schedule.stops(ofHalt: 0).allSatisfy {
        schedule.stops[$0].terms.boarding == .zero
          && schedule.stops[$0].terms.rideLimit == .unlimited
      }
  }

  /// Whether it can be of use for a party that takes so many places.
  func isOfUse(for load: Load) -> Bool { !isBoardingFree || !cabin.holds(self.load + load) }
}
